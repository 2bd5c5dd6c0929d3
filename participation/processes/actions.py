"""Making a process from a preset, and telling of phases that end."""

import uuid
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.html import format_html
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from participation.core import audit, clock, due
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.acts import act
from participation.core.models import AuthorKind, Component
from participation.core.places import can_make, make_place
from participation.core.policies import require
from participation.core.receipts import once
from participation.core.rules import RuleBroken
from participation.core.working_days import calendar

from .models import ProcessPage
from .policies import may_add_process
from .presets import PRESETS, Preset, proposed
from .reminders import ending
from .rules import can_begin
from .signals import phase_ending, process_drafted

#: A slug leaves room for the number that makes it unique.
SLUG_LENGTH = 80
#: What reminders of phases are noted under: "<process>:<phase>".
PHASES = "raati_processes.Phase"


@action("processes.create_from_preset")
def create_from_preset(
    *, actor: Actor, parent: Page, preset: str, title: str, first_day: date, key: str
) -> ProcessPage:
    """A draft of a process below `parent` in its language, with phases, dates and its places.

    Nothing is published. A form's `key` makes a repeat return the process that the first
    sending made.
    """
    may_add_process(actor, parent)
    if preset not in PRESETS:
        raise RuleBroken("preset", _("There is no such preset."))
    if not can_begin(first_day, clock.today()):
        raise RuleBroken("first_day", _("That day is too far away."))

    def make() -> str:
        with translation.override(parent.locale.language_code):
            page = _draft(actor, parent, PRESETS[preset], title, first_day)
        audit.record(actor, page, "processes.create_from_preset", preset=preset)
        process_drafted.tell(subject=page, component=page.component, preset=preset)
        return str(page.pk)

    content = {"below": parent.pk, "preset": preset, "title": title, "first": first_day}
    made, _created = once(
        actor=actor, key=key, act="processes.create_from_preset", content=content, make=make
    )
    page = ProcessPage.objects.filter(pk=made).first()
    if page is None:
        raise RuleBroken("gone", _("The process that this form made has been deleted since."))
    return page


@action("processes.remind")
def remind(*, actor: Actor) -> int:
    """Tell of each phase a week and a day before it ends, once each; how many."""
    require(actor.kind == AuthorKind.SYSTEM, "")
    near = {(f"{row.public_id}:{p.id}", day, step): row for row, p, day, step in _ending()}
    # Two clocks at once: the second one waits here, and finds what the first has told.
    rows = Component.objects.select_for_update(no_key=True)
    list(rows.filter(pk__in={row.pk for row in near.values()}).order_by("pk"))
    told = due.known(PHASES, [subject for subject, _day, _step in near])
    fresh = [each for each in near if each[2] not in told.get(each[:2], ())]
    due.take(PHASES, fresh)
    for subject, day, step in fresh:
        row = near[(subject, day, step)]
        phase = subject.partition(":")[2]
        data = {"process": row.public_id, "phase": phase, "last_day": day.isoformat()}
        page = ProcessPage.objects.get(pk=row.source_page_id)
        phase_ending.tell(subject=page, component=row, step=step, **data)
    return len(fresh)


def _ending() -> Any:
    return ending(clock.now(), clock.today())


def _draft(actor: Actor, parent: Page, preset: Preset, title: str, first_day: date) -> ProcessPage:
    page = ProcessPage(
        title=title,
        slug=_free_slug(title, parent),
        lead=str(preset.lead),
        phases=_phases(preset, first_day),
    )
    _add(actor, parent, page)
    for outline in preset.places:
        if can_make(outline.kind):
            intro = format_html("<p>{}</p>", outline.intro)
            place = make_place(outline.kind, title=str(outline.title), intro=intro)
            place.slug = _free_slug(place.title, page)
            _add(actor, page, place)
    return page


def _add(actor: Actor, parent: Page, page: Any) -> None:
    page.live, page.has_unpublished_changes = False, True
    page.owner = actor.user
    page.locale = parent.locale
    parent.add_child(instance=page)
    page.save_revision(user=actor.user)


def _phases(preset: Preset, first_day: date) -> list[dict[str, Any]]:
    """The stream's raw blocks; acts that no installed app knows are left out."""
    return [
        {
            "type": "phase",
            "id": str(uuid.uuid4()),
            "value": {
                "title": str(phase.title),
                "description": format_html("<p>{}</p>", phase.description),
                "opens": opens.isoformat(),
                "closes": closes.isoformat() if closes else None,
                "allows": [name for name in phase.allows if act(name)],
                "results": "",
                "more_results": [],
            },
        }
        for phase, opens, closes in proposed(preset, first_day, calendar())
    ]


def _free_slug(title: str, parent: Page) -> str:
    start = slugify(title)[:SLUG_LENGTH].strip("-") or "process"
    taken = set(parent.get_children().values_list("slug", flat=True))
    slug, number = start, 2
    while slug in taken:
        slug, number = f"{start}-{number}", number + 1
    return slug
