"""The name that a person shows to others."""

from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import Person
from .names import validate_display_name
from .policies import require_member

display_name_changed = FactSignal("display_name_changed")


@action("core.set_display_name")
def set_display_name(*, actor: Actor, name: str) -> Person:
    """Let the actor be shown as `name` from now on; what they wrote before keeps its name.

    ValidationError for a name that cannot be read or looks official.
    """
    require_member(actor)
    name = " ".join(name.split())
    validate_display_name(name)
    person = Person.objects.select_for_update().get(pk=actor.person.pk)  # type: ignore[union-attr]
    if person.display_name != name:
        person.display_name = name
        person.save(update_fields=["display_name"])
        display_name_changed.tell(subject=person)
    return person
