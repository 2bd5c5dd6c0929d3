"""Views of the site that are not simply a page: feedback on accessibility, robots.txt."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from wagtail.contrib.sitemaps.views import sitemap as wagtail_sitemap

from participation.core import conf
from participation.core.actors import guest_session
from participation.core.below import component_url
from participation.core.errors import answer_errors
from participation.core.shared import private_page, shared, shared_page

from . import actions, limits
from .forms import FeedbackForm, fresh_values
from .models import AccessibilityFeedback, AccessibilityPage
from .sitemap import PublicPages


@shared_page
def statement(request: HttpRequest, page: AccessibilityPage) -> HttpResponse:
    return render(request, page.template, {"page": page, "self": page})


@private_page
@answer_errors
def feedback(request: HttpRequest, page: AccessibilityPage) -> HttpResponse:
    """The form, for everybody; what was typed stays when something is wrong."""
    if request.method != "POST":
        given = {**fresh_values(), "page_address": request.GET.get("about", "")[:300]}
        return _show(request, page, FeedbackForm(initial=given))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form, status=422)
    actor = guest_session(request)
    if not limits.may_send(request, actor.ref, "feedback"):
        form.add_error(None, _("You have sent several already. Wait an hour, or call us."))
        return _show(request, page, form, status=429)
    row = actions.send_accessibility_feedback(
        actor=actor,
        key=form.cleaned_data["key"],
        message=form.cleaned_data["message"],
        page_address=form.cleaned_data["page_address"],
        email=form.cleaned_data["email"],
        language=get_language() or "",
    )
    return redirect(component_url(page, "feedback_sent", row.public_id))


def _show(
    request: HttpRequest, page: AccessibilityPage, form: FeedbackForm, status: int = 200
) -> HttpResponse:
    return render(request, "home/feedback.html", {"page": page, "form": form}, status=status)


@private_page
def feedback_sent(request: HttpRequest, page: AccessibilityPage, public_id: str) -> HttpResponse:
    """Thanks, and by when the answer comes; nothing of what was written."""
    row = get_object_or_404(AccessibilityFeedback.objects.only("due_on"), public_id=public_id)
    return render(request, "home/feedback_sent.html", {"page": page, "due_on": row.due_on})


def sitemap(request: HttpRequest) -> HttpResponse:
    """The public pages of every language."""
    pages = {"pages": PublicPages}
    return shared(wagtail_sitemap(request, sitemaps=pages, template_name="home/sitemap.xml"))


@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: nothing of a demonstration, no private addresses."""
    if conf.get("DEMO"):
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /accounts/", "Disallow: /files/"]
        lines.append(f"Sitemap: {request.build_absolute_uri(reverse('sitemap'))}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
