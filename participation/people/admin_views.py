"""Who may take part, for staff: try it out, and make entry codes. From the menu of the page."""

from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, Max
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from wagtail.models import Page

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.eligibility import YES, asker_above, asker_of, conditions_of
from participation.core.errors import answer_errors
from participation.core.models import Component
from participation.core.pages import ComponentPageMixin
from participation.core.policies import require
from participation.core.rules import RuleBroken

from .actions import cancel_codes, make_codes
from .actions.codes import may_make_codes
from .admin_forms import MakeCodesForm, TryForm
from .engine import ENGINE, judge
from .models import EntryCode

BATCHES = 20
METHODS = ["GET", "HEAD", "POST"]


def _place(page_id: int) -> tuple[Any, Component]:
    page = Page.objects.filter(pk=page_id).specific().first()
    if not isinstance(page, ComponentPageMixin):
        raise Http404
    return page, page.component


@require_http_methods(["GET", "HEAD"])
@answer_errors
def try_out(request: HttpRequest, page_id: int) -> HttpResponse:
    """Would somebody like this be let in? By the published conditions and the same engine."""
    page, component = _place(page_id)
    may_edit = page.permissions_for_user(request.user).can_edit()
    require(may_edit, _("You need the right to edit this page."))
    form = TryForm(request.GET or None)
    asker = asker_of(component) or asker_above(page)
    conditions = conditions_of(asker) if asker is not None else {}
    answer = None
    if form.is_bound and form.is_valid():
        on = timezone.localdate(clock.glance())
        answer = judge(conditions, form.known(on), on, component) if conditions else YES
    context = {
        "page": page,
        "form": form,
        "clauses": ENGINE.clauses(conditions),
        "above": asker.source_page if asker and asker.key != component.key else None,
        "answer": answer,
    }
    return render(request, "raati_people/admin/try.html", context)


@never_cache
@require_http_methods(METHODS)
@answer_errors
def codes(request: HttpRequest, page_id: int) -> HttpResponse:
    """The batches made so far, and a form for a new one; its codes are shown in the answer."""
    page, component = _place(page_id)
    actor = actor_for(request)
    may_make_codes(actor, component)
    asker = asker_of(component) or asker_above(page)
    form = MakeCodesForm(request.POST or None)
    made: list[str] = []
    is_repeat, status = False, 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                made = make_codes(actor=actor, component=component, **form.cleaned_data)
                is_repeat, status = not made, 200
            except RuleBroken as broken:
                form.add_error(None, str(broken.reason))
                status = broken.status
    context = {
        "page": page,
        "form": MakeCodesForm() if made or is_repeat else form,
        "made": made,
        "made_for": form.cleaned_data["batch"] if made else "",
        "address": request.build_absolute_uri(_code_address(component)),
        "is_repeat": is_repeat,
        "is_asked": bool(conditions_of(component).get("codes")),
        "above": asker.source_page if asker and asker.key != component.key else None,
        "batches": _batches(component, request.GET.get("p", "")),
    }
    return render(request, "raati_people/admin/codes.html", context, status=status)


def _code_address(component: Component) -> str:
    return reverse("raati_people:code", args=[component.public_id])


def _batches(component: Component, number: str) -> Any:
    """A page of batches, the newest first, with how many codes were made and used."""
    rows = EntryCode.objects.filter(component=component).values("batch")
    counted = rows.annotate(made=Count("pk"), used=Count("used_by"), at=Max("made_at"))
    return Paginator(counted.order_by("-at", "batch"), BATCHES).get_page(number[:6])


@require_POST
@answer_errors
def cancel(request: HttpRequest, page_id: int) -> HttpResponse:
    """Take back what nobody has used of a batch."""
    _page, component = _place(page_id)
    batch = request.POST.get("batch", "")
    cancel_codes(actor=actor_for(request), component=component, batch=batch)
    return HttpResponseRedirect(reverse("raati_people_codes", args=[page_id]), status=303)


urlpatterns = [
    path("try/<int:page_id>/", try_out, name="raati_people_try"),
    path("codes/<int:page_id>/", codes, name="raati_people_codes"),
    path("codes/<int:page_id>/cancel/", cancel, name="raati_people_cancel_codes"),
]
