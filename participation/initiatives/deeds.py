"""What a person did with initiatives and what became of it, and which they follow."""

from collections.abc import Collection, Sequence

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from participation.core import following, my_part
from participation.core.following import Followable, Followed
from participation.core.models import Person
from participation.core.my_part import Deed, Kind
from participation.core.public import public_components

from .models import Initiative, Signature


def enter() -> None:
    my_part.register_deeds(Kind("initiatives.made", own_initiatives, "created_at", tell_made))
    my_part.register_deeds(Kind("initiatives.signed", own_signatures, "at", tell_signed))
    following.register_followable(Followable(Initiative, find_initiative, show_initiatives))


def own_initiatives(person: Person) -> QuerySet[Initiative]:
    return Initiative.objects.filter(author=person, withdrawn_at=None)


def own_signatures(person: Person) -> QuerySet[Signature]:
    return Signature.objects.filter(person=person).select_related("initiative")


def tell_made(rows: Sequence[Initiative]) -> list[Deed]:
    return [
        Deed(
            row.created_at,
            _("Initiative you made"),
            row.title,
            row.language,
            _address(row),
            row.get_hidden_reason_display() or row.get_state_display(),
            "file-text",
        )
        for row in rows
    ]


def tell_signed(rows: Sequence[Signature]) -> list[Deed]:
    return [
        Deed(
            each.at,
            _("Initiative you signed"),
            each.initiative.title
            if each.initiative.is_visible
            else _now("An initiative that is no longer shown"),
            each.initiative.language if each.initiative.is_visible else "",
            _address(each.initiative),
            each.initiative.get_state_display() if each.initiative.is_visible else "",
            "pencil",
        )
        for each in rows
    ]


def _address(row: Initiative) -> str:
    return reverse("raati_permanent", args=[row.public_id]) if row.is_visible else ""


def find_initiative(public_id: str) -> Initiative | None:
    rows = Initiative.objects.visible().filter(component__in=public_components())
    return rows.filter(public_id=public_id).select_related("component").first()


def show_initiatives(keys: Collection[str]) -> dict[str, Followed]:
    rows = Initiative.objects.visible().filter(pk__in=keys, component__in=public_components())
    return {str(row.pk): Followed(row.title, _address(row), row.language) for row in rows}
