"""Views of the site that are not simply a page: feedback on accessibility, robots.txt."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import get_language
from django.views.decorators.cache import cache_control

from participation.core import conf, guards, receipts, sitemaps
from participation.core.actors import actor_for, guest_session
from participation.core.below import component_url
from participation.core.errors import answer_errors
from participation.core.guarded_forms import require_human
from participation.core.public_addresses import absolute
from participation.core.rules import RuleBroken
from participation.core.shared import private_page, shared_page

from . import actions
from .forms import FeedbackForm
from .models import AccessibilityFeedback, AccessibilityPage


@shared_page
def statement(request: HttpRequest, page: AccessibilityPage) -> HttpResponse:
    return render(request, page.template, {"page": page, "self": page})


@private_page
@answer_errors
def feedback(request: HttpRequest, page: AccessibilityPage) -> HttpResponse:
    """The form, for everybody; what was typed stays when something is wrong."""
    if request.method != "POST":
        given = {"key": receipts.new_key(), "page_address": request.GET.get("about", "")[:300]}
        return _show(request, page, FeedbackForm(initial=given))
    form = FeedbackForm(request.POST)
    if not form.is_valid():
        return _show(request, page, form, status=422)
    try:
        guards.require_rate(request, "home.feedback")
        require_human(request, form)
        row = actions.send_accessibility_feedback(
            actor=guest_session(request),
            key=form.cleaned_data["key"],
            message=form.cleaned_data["message"],
            page_address=form.cleaned_data["page_address"],
            email=form.cleaned_data["email"],
            language=get_language() or "",
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _show(request, page, form, status=broken.status)
    return redirect(component_url(page, "feedback_sent", row.public_id))


def _show(
    request: HttpRequest, page: AccessibilityPage, form: FeedbackForm, status: int = 200
) -> HttpResponse:
    is_member = actor_for(request).is_member
    context = {"page": page, "form": form, "is_member": is_member}
    return render(request, "home/feedback.html", context, status=status)


@private_page
def feedback_sent(request: HttpRequest, page: AccessibilityPage, public_id: str) -> HttpResponse:
    """Thanks, and by when the answer comes; nothing of what was written."""
    row = get_object_or_404(AccessibilityFeedback.objects.only("due_on"), public_id=public_id)
    return render(request, "home/feedback_sent.html", {"page": page, "due_on": row.due_on})


@shared_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """The list of sitemaps; nothing of a demonstration."""
    names = [] if conf.get("DEMO") else sitemaps.files()
    files = [absolute(reverse("sitemap_part", args=name.rsplit("-", 1))) for name in names]
    return _xml(request, "home/sitemap_index.xml", files=files)


@shared_page
def sitemap_part(request: HttpRequest, name: str, number: str) -> HttpResponse:
    """One sitemap: the public addresses of one kind, in every language."""
    section = None if conf.get("DEMO") else sitemaps.section(name)
    start = (int(number) - 1) * sitemaps.PER_FILE
    places = section.places(start, start + sitemaps.PER_FILE) if section and start >= 0 else []
    if not places:
        raise Http404
    return _xml(request, "home/sitemap.xml", places=places)


def _xml(request: HttpRequest, template: str, **context: object) -> HttpResponse:
    return render(request, template, context, content_type="application/xml; charset=utf-8")


@cache_control(public=True, max_age=3600)
def robots(request: HttpRequest) -> HttpResponse:
    """What search engines may read: nothing of a demonstration, no private addresses."""
    if conf.get("DEMO"):
        lines = ["User-agent: *", "Disallow: /"]
    else:
        lines = ["User-agent: *", "Disallow: /admin/", "Disallow: /accounts/", "Disallow: /files/"]
        lines.append(f"Sitemap: {absolute(reverse('sitemap'))}")
    return HttpResponse("\n".join([*lines, ""]), content_type="text/plain; charset=utf-8")
