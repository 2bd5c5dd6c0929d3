"""Easy-language versions in the Wagtail admin: writing one, and which pages have one."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import F
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path
from django.utils.translation import gettext as _
from wagtail.models import Page
from wagtail.permission_policies.pages import PagePermissionPolicy

from . import clock, easy
from .actors import actor_for
from .easy_forms import EasyTextForm
from .easy_pages import draw
from .models import EasyText
from .rules import RuleBroken
from .shared import private

PER_PAGE = 50
#: What the list can be narrowed to, in the address.
MISSING, DRAFT, OUTDATED, REVIEW = "missing", "draft", "outdated", "review"


def _page(request: HttpRequest, pk: int) -> Page:
    page = get_object_or_404(Page.objects.filter(depth__gt=1), pk=pk)
    easy.require_editor(actor_for(request), page)
    return page


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with the page's own address beside it; saves a draft or publishes."""
    page = _page(request, pk)
    draft = easy.draft_of(page)
    initial = {"based_on": draft.latest_revision_id} if draft.pk else {"title": page.title}
    form = EasyTextForm(request.POST or None, instance=draft, initial=initial)
    status = 200
    if request.method == "POST":
        publish = "publish" in request.POST
        if form.is_valid() and _save(request, page, form, publish):
            return redirect("raati_easy", page.pk)
        status = 422
    context = {
        "page": page,
        "form": form,
        "row": EasyText.objects.filter(page=page).select_related("page").first(),
        "address": easy.address_of(page),
        "may_publish": page.permissions_for_user(request.user).can_publish(),
        "media": form.media,
    }
    return render(request, "raati_core/admin/easy.html", context, status=status)


def _save(request: HttpRequest, page: Page, form: EasyTextForm, publish: bool) -> bool:
    data = form.cleaned_data
    try:
        easy.save_easy_text(
            actor=actor_for(request),
            page=page,
            title=data["title"],
            body=data["body"],
            review_on=data["review_on"],
            publish=publish,
            based_on=data["based_on"],
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return False
    messages.success(request, _("Published.") if publish else _("The draft is saved."))
    return True


def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Withdraw, or note that it still says the same as the page."""
    page = _page(request, pk)
    row = get_object_or_404(EasyText, page=page)
    if request.method == "POST":
        try:
            if "withdraw" in request.POST:
                easy.withdraw_easy_text(actor=actor_for(request), easy=row)
                messages.success(request, _("Taken off the site. The text is kept as a draft."))
            else:
                easy.check_easy_text(actor=actor_for(request), easy=row, review_on=row.review_on)
                messages.success(request, _("Noted: it says the same as the page."))
        except RuleBroken as broken:
            messages.error(request, str(broken.reason))
    return redirect("raati_easy", page.pk)


def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The draft as readers would see it."""
    page = _page(request, pk)
    return private(draw(request, page.specific, easy.draft_of(page)))


def coverage(request: HttpRequest) -> HttpResponse:
    """Every published page this editor may edit: does it have a version, is it up to date?"""
    wish = request.GET.get("show", "")
    pages = PagePermissionPolicy().instances_user_has_any_permission_for(
        request.user, {"add", "change", "publish"}
    )
    pages = _narrowed(pages.filter(depth__gt=1, live=True, alias_of=None), wish)
    pages = pages.select_related("locale", "easy_text").order_by("path")
    context = {
        "page_obj": Paginator(pages, PER_PAGE).get_page(request.GET.get("p")),
        "today": clock.today(),
        "show": wish,
        "choices": [
            ("", _("All pages")),
            (MISSING, _("Without a version")),
            (DRAFT, _("Drafts")),
            (OUTDATED, _("The page has changed")),
            (REVIEW, _("To be read through")),
        ],
    }
    return render(request, "raati_core/admin/easy_coverage.html", context)


def _narrowed(pages: Any, wish: str) -> Any:
    match wish:
        case "missing":
            return pages.filter(easy_text=None)
        case "draft":
            return pages.filter(easy_text__live=False)
        case "outdated":
            return pages.filter(
                easy_text__live=True, last_published_at__gt=F("easy_text__checked_at")
            )
        case "review":
            return pages.filter(easy_text__live=True, easy_text__review_on__lte=clock.today())
    return pages


urlpatterns = [
    path("", coverage, name="raati_easy_coverage"),
    path("<int:pk>/", write, name="raati_easy"),
    path("<int:pk>/change/", change, name="raati_easy_change"),
    path("<int:pk>/preview/", preview, name="raati_easy_preview"),
]
