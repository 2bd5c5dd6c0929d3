"""The list of initiatives: a page for everyone."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.core.openness import look
from participation.core.shared import shared_page
from participation.live.reading import version_of

from .. import law
from ..fragments import Card
from ..models import SIGN, SUBMIT, Initiative, InitiativesPage, State
from ..streams import list_stream
from ..threshold import threshold_of

PAGE_SIZE = 20
SHOWN = (State.GATHERING, State.DELIVERED, State.ANSWERED, State.CLOSED)


@require_safe
@shared_page
def initiatives(request: HttpRequest, page: InitiativesPage) -> HttpResponse:
    """What can be done, and the initiatives in the state that the address asks for."""
    component = page.component
    stream = list_stream(component)
    # Before the rows: what changes in between is told again rather than missed.
    version = None if component.is_preview else version_of(stream)
    wanted = request.GET.get("state", "")
    state = wanted if wanted in SHOWN else ""
    rows = Initiative.objects.visible().filter(component=component).with_numbers().newest()
    if state:
        rows = rows.filter(state=state)
    here = Paginator(rows, PAGE_SIZE).get_page(_number(request.GET.get("page", "")))
    opened = look(component, SUBMIT, SIGN)
    base = page.view_url()
    context: dict[str, Any] = {
        "page": page,
        "self": page,
        "component": component,
        "stream": stream,
        "version": version,
        "cards": [Card(row, page) for row in here],
        "states": _states(base, state),
        "state": state,
        "previous": _address(base, state, here.number - 1) if here.has_previous() else "",
        "next": _address(base, state, here.number + 1) if here.has_next() else "",
        "threshold": threshold_of(component),
        "months": component.settings.get("months") or law.MONTHS,
        "registry_email": component.settings.get("registry_email"),
        "own_months": component.settings.get("own_months"),
        "submit": opened[SUBMIT],
        "new_address": page.view_url("new"),
        "mine_address": page.view_url("all_mine"),
        "base": base,
    }
    return render(request, "raati_initiatives/list.html", context)


def _number(asked: str) -> int:
    """The number of a page; the first for what is none."""
    return int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 1


def _address(base: str, state: str, number: int) -> str:
    pairs = [f"state={state}"] if state else []
    if number > 1:
        pairs.append(f"page={number}")
    return f"{base}?{'&'.join(pairs)}" if pairs else base


def _states(base: str, state: str) -> list[dict[str, Any]]:
    """The states as links, "all" first."""
    choices = [("", ""), *((each.value, each.label) for each in SHOWN)]
    return [
        {"label": label, "href": _address(base, value, 1), "current": value == state}
        for value, label in choices
    ]
