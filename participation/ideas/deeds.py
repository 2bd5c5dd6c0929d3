"""What a person did on idea boards and what became of it, and what they follow there."""

from collections.abc import Collection, Sequence
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from participation.core import following, my_part
from participation.core.following import Followable, Followed
from participation.core.models import Person
from participation.core.my_part import Deed, Kind
from participation.core.public import public_components

from .models import Idea, Support


def enter() -> None:
    my_part.register_deeds(Kind("ideas.sent", own_ideas, "created_at", tell_ideas))
    my_part.register_deeds(Kind("ideas.supported", own_supports, "at", tell_supports))
    following.register_followable(Followable(Idea, find_idea, show_ideas))


def own_ideas(person: Person) -> QuerySet[Idea]:
    return Idea.objects.filter(author=person).select_related("component")


def own_supports(person: Person) -> QuerySet[Support]:
    return Support.objects.filter(person=person).select_related("idea__component")


def tell_ideas(rows: Sequence[Idea]) -> list[Deed]:
    return [
        Deed(
            idea.created_at,
            _("Idea you sent"),
            idea.title,
            idea.language,
            _address(idea) if idea.is_visible or idea.is_shown_elsewhere else "",
            _became(idea),
            "lightbulb",
        )
        for idea in rows
    ]


def tell_supports(rows: Sequence[Support]) -> list[Deed]:
    """Of what was hidden or withdrawn since, only that it was there."""
    return [
        Deed(
            row.at,
            _("Idea you support"),
            row.idea.title if row.idea.is_visible else _now("An idea that is no longer shown"),
            row.idea.language if row.idea.is_visible else "",
            _address(row.idea) if row.idea.is_visible else "",
            row.idea.state_word if row.idea.is_visible else "",
            "heart",
        )
        for row in rows
    ]


def _became(idea: Idea) -> Any:
    if idea.withdrawn_at:
        return _("withdrawn")
    if idea.hidden_at:
        return _now("Hidden: %(reason)s") % {"reason": idea.get_hidden_reason_display()}
    if idea.merged_into_id:
        return _("Combined with another idea")
    return _("Waits for a moderator") if idea.waits else idea.state_word


def _address(idea: Idea) -> str:
    """The address that stays: asking each board for its page would be a question for each."""
    return reverse("raati_permanent", args=[idea.public_id])


def find_idea(public_id: str) -> Idea | None:
    rows = Idea.objects.visible().filter(component__in=public_components())
    return rows.filter(public_id=public_id).select_related("component").first()


def show_ideas(keys: Collection[str]) -> dict[str, Followed]:
    rows = Idea.objects.visible().filter(pk__in=keys, component__in=public_components())
    return {str(row.pk): Followed(row.title, _address(row), row.language) for row in rows}
