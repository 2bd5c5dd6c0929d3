"""Pieces of HTML about an initiative: on its page, on cards, on the live channel.

None of them knows the viewer, and none loads the maker's details or a signer's name.
"""

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from participation.core import clock
from participation.core.below import component_url
from participation.core.fragments import Fragment
from participation.core.openness import look
from participation.core.texts import shown
from participation.core.when import day_text

from . import law
from .models import SIGN, EntryKind, Initiative, Maker, State
from .streams import element
from .threshold import needed_for

#: How a state looks beside its word: icon and tone of the chip.
LOOKS = {
    State.DRAFT: ("lock", ""),
    State.GATHERING: ("pencil", "sun"),
    State.DELIVERED: ("landmark", "lake"),
    State.ANSWERED: ("circle-check", "pine"),
    State.CLOSED: ("circle-x", ""),
}
ENTRY_ICONS = {
    EntryKind.TAKEN_UP: "hourglass",
    EntryKind.STEP: "arrow-right",
    EntryKind.ANSWERED: "circle-check",
    EntryKind.CLOSED: "circle-x",
}


class InitiativeFragment(Fragment):
    """One part of one initiative. `page` is where it is shown; without one it finds its own."""

    part = ""

    def __init__(self, initiative: Initiative, page: Any = None) -> None:
        self.initiative = initiative
        self._page = page

    @property
    def element_id(self) -> str:
        return element(self.initiative, self.part)

    @property
    def page(self) -> Any:
        if self._page is None:
            found = self.initiative.component.page_in()
            self._page = found.specific if found else None
        return self._page

    def to(self, name: str, *args: Any) -> str:
        return component_url(self.page, name, *args) if self.page else ""

    def context(self) -> dict[str, Any]:
        icon, tone = LOOKS[State(self.initiative.state)]
        late = self.initiative.is_late(timezone.localdate(clock.glance()))
        return {"initiative": self.initiative, "icon": icon, "tone": tone, "is_late": late}


class Count(InitiativeFragment):
    """How many have signed, against the number needed; a change is also told in words."""

    part = "count"
    is_announced = True
    template = "raati_initiatives/fragments/count.html"

    def context(self) -> dict[str, Any]:
        initiative = self.initiative
        return {
            "initiative": initiative,
            "needed": needed_for(initiative),
            "elsewhere": initiative.signature_count - initiative.resident_count,
            "municipality": initiative.component.settings.get("municipality", ""),
            "bar_id": f"{self.element_id}-bar",
            "is_announced": self.is_announced,
        }


class Tally(Count):
    """The same on a card: twenty of them would talk without end."""

    part = "tally"
    is_announced = False


class Card(InitiativeFragment):
    """An initiative in the list."""

    part = "card"
    template = "raati_initiatives/fragments/card.html"

    def context(self) -> dict[str, Any]:
        return {
            **super().context(),
            "address": self.to("initiative", self.initiative.path_name),
            "count": Tally(self.initiative),
        }


class Article(InitiativeFragment):
    """Everything that an initiative's page says, or why it says nothing any more."""

    template = "raati_initiatives/fragments/article.html"

    def context(self) -> dict[str, Any]:
        initiative = self.initiative
        if not initiative.is_visible or self.page is None:
            return {"initiative": initiative, "is_gone": True, "waits": initiative.waits}
        sign = None
        if initiative.state == State.GATHERING:
            sign = look(initiative.component, SIGN)[SIGN]
        return {
            **super().context(),
            "count": Count(initiative),
            "sign": sign,
            "removals": initiative.removals.all(),
            "steps": steps_of(initiative),
            "entries": [_entry(entry) for entry in initiative.entries.all()],
            "by_association": initiative.maker_kind == Maker.ASSOCIATION,
            "prepared_by": shown(initiative.prepared_by),
            "months": initiative.component.settings.get("months") or law.MONTHS,
            "mine_id": element(initiative, "mine"),
            "mine_address": self.to("mine", initiative.public_id),
            "mine_part": self.to("mine_part", initiative.public_id),
            "sign_address": self.to("sign", initiative.public_id),
        }


def _entry(entry: Any) -> dict[str, Any]:
    text, text_language = shown(entry.text)
    role, role_language = shown(entry.role)
    return {
        "row": entry,
        "text": text,
        "text_language": text_language,
        "role": role,
        "role_language": role_language,
        "tone": "pine" if entry.kind == EntryKind.ANSWERED else "",
        "icon": ENTRY_ICONS[EntryKind(entry.kind)],
    }


def steps_of(initiative: Initiative) -> list[dict[str, Any]]:
    """The way so far and what is still to come, for the element `steps`."""
    steps = [_step(pgettext("initiative", "Published"), initiative.published_at, "eye")]
    if initiative.reached is not None:
        text = _("%(needed)s signatures of residents") % {"needed": initiative.reached.needed}
        steps.append(_step(_("Enough signatures"), initiative.reached.at, "party-popper", text))
    if initiative.delivered_at is not None:
        steps.append(_step(_("Delivered to the registry"), initiative.delivered_at, "send"))
    if initiative.pending_on is not None:
        number = initiative.register_number
        text = _("Register number %(number)s") % {"number": number} if number else ""
        steps.append(_step(_("Pending"), initiative.pending_on, "file-text", text))
    for entry in initiative.entries.all():
        label = entry.get_kind_display()
        steps.append(_step(label, entry.on, ENTRY_ICONS[EntryKind(entry.kind)]))
    for step in steps:
        step["state"] = "done"
    steps[-1]["state"] = "here"
    return steps + _coming(initiative)


def _step(title: Any, when: Any, icon: str, text: Any = "") -> dict[str, Any]:
    return {"title": title, "date": day_text(when), "icon": icon, "text": text}


def _coming(initiative: Initiative) -> list[dict[str, Any]]:
    coming = []
    if initiative.delivered_at is None:
        coming.append({"title": _("Delivered to the registry"), "icon": "send", "state": "coming"})
    if initiative.delivered_at is not None and initiative.pending_on is None:
        coming.append({"title": _("Pending"), "icon": "file-text", "state": "coming"})
    if initiative.state not in (State.ANSWERED, State.CLOSED):
        due = initiative.due_on if initiative.taken_up_on is None else None
        text = _("to be taken up by %(day)s") % {"day": day_text(due)} if due else ""
        title = pgettext("initiative", "The municipality's answer")
        coming.append({"title": title, "icon": "landmark", "state": "coming", "text": text})
    return coming
