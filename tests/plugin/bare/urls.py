from django.urls import include, path
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls

urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("", include("participation.core.urls")),
    path("live/", include("participation.live.urls")),
    path("", include("participation.core.routing")),
    path("", include(wagtail_urls)),
]
