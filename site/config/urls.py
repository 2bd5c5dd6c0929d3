"""Addresses of the ready-made site."""

from allauth.urls import build_provider_urlpatterns
from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from django.views.generic import RedirectView
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.documents import urls as wagtaildocs_urls

from accounts.staff_users import StaffAccountView
from home.feed import news as news_feed
from home.log_report import LogReport

handler500 = "participation.core.outage.server_error"

# Wagtail's own sign-in forms ask no second factor: all doors lead to one.
sign_in = RedirectView.as_view(pattern_name="account_login", query_string=True)

urlpatterns = [
    path("", include("participation.core.urls")),
    path("", include("home.urls")),
    path("api/", include("participation.core.open_data.urls")),
    path("admin/login/", sign_in),
    path("admin/account/", require_admin_access(StaffAccountView.as_view())),
    path("admin/reports/site-history/", require_admin_access(LogReport.as_view())),
    path(
        "admin/reports/site-history/results/",
        require_admin_access(LogReport.as_view(results_only=True)),
    ),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    # Without a language for links from outside; reverse() finds those with one.
    path("accounts/", include("accounts.urls")),
    path("accounts/", include(build_provider_urlpatterns())),
    *i18n_patterns(
        path("accounts/", include("accounts.urls")),
        path("_util/login/", sign_in),
        path("live/", include("participation.live.urls")),
        path("moderation/", include("participation.moderation.urls")),
        path("me/notices/", include("participation.notifications.urls")),
        path("me/", include("participation.people.urls")),
        path("style/", include("participation.core.style_guide")),
        path("feed/", news_feed, name="news_feed"),
        path("", include("participation.core.search.urls")),
        path("", include("participation.core.open_data.pages")),
        path("", include("participation.core.routing")),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

if settings.RAATI_DEMO:
    # In production the proxy serves what editors uploaded.
    urlpatterns.insert(
        0,
        path("media/<path:path>", serve, {"document_root": settings.MEDIA_ROOT}),
    )
