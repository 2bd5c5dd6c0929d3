"""Looking at people's accounts at the desk: each look is written down (who, whom, when)."""

from typing import Any

from django.contrib.auth import get_user_model
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core import audit
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.rules import RuleBroken

from .models import Letter
from .verifying import require_desk

MOST_FOUND = 20
SHORTEST = 3


@action("people.look_up")
def look_up(*, actor: Actor, text: str) -> list[Any]:
    """Accounts whose address or shown name has the text in it. The log keeps how many, not what."""
    require_desk(actor)
    wanted = " ".join(text.split())
    if len(wanted) < SHORTEST:
        raise RuleBroken("short", _("Write at least three letters."))
    user = get_user_model()
    by_address = Q(**{f"{user.get_email_field_name()}__icontains": wanted})
    rows = user._default_manager.filter(
        by_address | Q(raati_person__display_name__icontains=wanted), is_active=True
    )
    found = list(rows.select_related("raati_person").order_by("pk")[:MOST_FOUND])
    if actor.person is not None:
        audit.record(actor, actor.person, "people.look_up", found=len(found))
    return found


@action("people.view_person")
def view_person(*, actor: Actor, account: Any) -> Person:
    """Open somebody's account at the desk. Whoever never took part becomes a person by it."""
    require_desk(actor)
    person, _is_new = Person.objects.get_or_create(user=account)
    audit.record(actor, person, "people.view_person")
    return person


@action("people.view_letter")
def view_letter(*, actor: Actor, letter: Letter) -> None:
    """Open a letter, on which somebody's name and address stand."""
    require_desk(actor)
    audit.record(actor, letter.person, "people.view_letter", letter=letter.public_id)
