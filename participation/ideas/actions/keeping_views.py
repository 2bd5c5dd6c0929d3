"""A member of staff's own choices of filters. Nobody else's business: neither log nor fact."""

from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.text import clean_text

from .. import policies, rules
from ..filters import known_filters
from ..models import SavedView


@action("ideas.save_view")
def save_view(*, actor: Actor, name: str, query: str) -> SavedView:
    """Keep the filters of an address under a name; a name that is there already is replaced.

    Of `query` only known filters are stored.
    """
    policies.may_use_desk(actor)
    person = _locked(actor)
    name, kept = clean_text(name), known_filters(query)
    rules.require_view(name, kept, SavedView.objects.filter(person=person).exclude(name=name))
    view, _created = SavedView.objects.update_or_create(
        person=person, name=name, defaults={"query": kept}
    )
    return view


@action("ideas.rename_view")
def rename_view(*, actor: Actor, view: SavedView, name: str) -> SavedView:
    """Give one's own view another name."""
    policies.may_change_view(actor, view)
    person = _locked(actor)
    name = clean_text(name)
    others = SavedView.objects.filter(person=person).exclude(pk=view.pk)
    rules.require_view_name(name, taken=others.filter(name=name).exists())
    view.name = name
    view.save(update_fields=["name"])
    return view


@action("ideas.delete_view")
def delete_view(*, actor: Actor, view: SavedView) -> None:
    """Throw one's own view away."""
    policies.may_change_view(actor, view)
    view.delete()


def _locked(actor: Actor) -> Person:
    """The person, locked: two saves at once do not pass the limit or the name together."""
    assert actor.person is not None
    return Person.objects.select_for_update(no_key=True).get(pk=actor.person.pk)
