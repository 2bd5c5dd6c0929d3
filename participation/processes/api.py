"""Open data on participation processes: what is decided, and when which phase is open."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from participation.core import clock
from participation.core.models import Component
from participation.core.open_data.answers import Format, Texts, page_of
from participation.core.pages import component_kind
from participation.core.public import public_components
from participation.core.public_addresses import pages_of, titles_and_addresses

from .models import ProcessPage
from .phases import phases_of

router = Router(tags=["Processes"])


class PhaseOut(Schema):
    title: Texts
    opens_at: datetime | None
    closes_at: datetime | None
    state: str
    allows: list[str]


class ProcessOut(Schema):
    id: str
    title: Texts
    url: Texts
    opens_at: datetime | None
    closes_at: datetime | None
    archived: bool
    phases: list[PhaseOut]


class Processes(Schema):
    items: list[ProcessOut]
    next: str | None


@router.get("/processes/", response=Processes, summary="Participation processes and their phases")
def processes(request: HttpRequest, asked: Query[Format]) -> Any:
    rows = list(public_components().filter(kind=component_kind(ProcessPage)).order_by("created_at"))
    pages = pages_of(row.key for row in rows)
    full = ProcessPage.objects.in_bulk(
        [page.pk for found in pages.values() for page in found.values()]
    )
    shown = []
    for row in rows:
        mine = {code: full[page.pk] for code, page in pages.get(row.key, {}).items()}
        shown.append(_process(row, mine))
    return page_of(request, shown, asked)


def _process(row: Component, pages: dict[str, ProcessPage]) -> ProcessOut:
    title, url = titles_and_addresses(pages)  # type: ignore[arg-type]
    at = clock.glance()
    phases = [
        PhaseOut(
            title=_phase_title(phase.id, pages),
            opens_at=phase.opens,
            closes_at=phase.closes,
            state=phase.state(at).value,
            allows=sorted(phase.allows),
        )
        for phase in phases_of(row)
    ]
    return ProcessOut(
        id=row.public_id,
        title=title,
        url=url,
        opens_at=row.opens_at,
        closes_at=row.closes_at,
        archived=row.archived_at is not None,
        phases=phases,
    )


def _phase_title(phase_id: str, pages: dict[str, ProcessPage]) -> Texts:
    said = {code: str(page.phase_texts(phase_id).get("title", "")) for code, page in pages.items()}
    return {code: title for code, title in said.items() if title}
