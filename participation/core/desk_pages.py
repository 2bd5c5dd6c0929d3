"""The staff desk in the Wagtail admin: what waits, one list for each kind, and who is away."""

from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.ui.components import Component

from . import absences, clock, desk
from .actors import Actor, actor_for
from .desk_forms import AbsenceForm
from .models import Absence
from .policies import Refused
from .roles import is_administrator
from .rules import RuleBroken
from .shared import private_page

#: Rows of each panel on the desk, on the first page of the admin, and on a page of a list.
ON_DESK, AT_HOME, PER_PAGE = 5, 3, 30


def works_here(actor: Actor) -> bool:
    """Whether somebody has a desk at all: a role of any kind."""
    return is_administrator(actor) or bool(actor.grants)


def _require(request: HttpRequest) -> Actor:
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    return actor


def _frame(title: str, *, is_below: bool = True, icon: str = "clipboard-list") -> dict[str, Any]:
    above = {"url": reverse("raati_desk"), "label": _("What waits for you")}
    return {
        "page_title": title,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            *([above] if is_below else []),
            {"url": "", "label": title},
        ],
    }


def on_desk(actor: Actor, most: int) -> dict[str, Any]:
    """What the template draws: panels in which something waits, and what is done."""
    shown = [desk.look(actor, panel, most) for panel in desk.panels_for(actor)]
    return {
        "waiting": [each for each in shown if each.total],
        "done": [each.panel for each in shown if not each.total],
        **_away(actor),
    }


def _away(actor: Actor) -> dict[str, Any]:
    """Whether the actor is away now, and for whom they stand in: one query."""
    if actor.person is None:
        return {"away": None, "standing_in": []}
    today = timezone.localdate(clock.glance())
    now = list(Absence.objects.on(today).select_related("person", "deputy"))
    return {
        "away": next((each for each in now if each.person_id == actor.person.pk), None),
        "standing_in": [each for each in now if each.person_id in actor.covers],
    }


@require_safe
@private_page
def waiting(request: HttpRequest) -> HttpResponse:
    """Everything that waits for whoever asks, the most urgent first."""
    context = {
        **_frame(_("What waits for you"), is_below=False),
        **on_desk(_require(request), ON_DESK),
    }
    return render(request, "raati_core/desk/desk.html", context)


@require_safe
@private_page
def one_panel(request: HttpRequest, name: str) -> HttpResponse:
    """All rows of one panel, page by page."""
    actor = _require(request)
    panel = desk.panel_for(actor, name)
    if panel is None:
        raise Http404
    page = Paginator(panel.rows(actor), PER_PAGE).get_page(request.GET.get("p", "")[:6])
    context = {
        "panel": panel,
        "page_obj": page,
        "items": desk.items_of(actor, panel, list(page.object_list)),
        **_frame(str(panel.heading), icon=panel.icon),
    }
    return render(request, "raati_core/desk/panel.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def away(request: HttpRequest) -> HttpResponse:
    """Say from when to when one is away and who stands in; what was said before, to take back."""
    actor = _require(request)
    form = AbsenceForm(request.POST if request.method == "POST" else None, actor=actor)
    status = HTTPStatus.OK
    if form.is_bound:
        status = _name(actor, form)
        if status == HTTPStatus.OK:
            messages.success(request, _("It is saved, and your colleague is told by e-mail."))
            return HttpResponseRedirect(request.path, status=HTTPStatus.SEE_OTHER)
    context = {
        "form": form,
        "absences": _to_come(actor),
        **_frame(_("Away and standing in"), icon="user"),
    }
    return render(request, "raati_core/desk/away.html", context, status=status)


def _name(actor: Actor, form: AbsenceForm) -> HTTPStatus:
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        absences.name_deputy(actor=actor, **form.act())
    except RuleBroken as broken:
        form.add_error(broken.code if broken.code in form.fields else None, str(broken.reason))
        return HTTPStatus.CONFLICT
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return HTTPStatus.FORBIDDEN
    return HTTPStatus.OK


def _to_come(actor: Actor) -> Any:
    """One's own; administrators see everybody's."""
    rows = Absence.objects.to_come(clock.today()).select_related("person__user", "deputy__user")
    return rows if is_administrator(actor) else rows.filter(person=actor.person)


@require_POST
@private_page
def end(request: HttpRequest, public_id: str) -> HttpResponse:
    actor = _require(request)
    absence = get_object_or_404(_to_come(actor), public_id=public_id)
    absences.end_absence(actor=actor, absence=absence)
    messages.success(request, _("Ended. What is due comes to the right desk again."))
    return HttpResponseRedirect(reverse("raati_desk_away"), status=HTTPStatus.SEE_OTHER)


class DeskAtHome(Component):
    """The same panels on the first page of the admin, shorter."""

    order = 20
    template_name = "raati_core/desk/at_home.html"

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        return on_desk(actor_for(parent_context["request"]), AT_HOME)


urlpatterns = [
    path("", waiting, name="raati_desk"),
    path("away/", away, name="raati_desk_away"),
    path("away/<slug:public_id>/end/", end, name="raati_desk_end_absence"),
    path("<slug:name>/", one_panel, name="raati_desk_panel"),
]
