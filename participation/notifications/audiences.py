"""Groups of people who are told together: each package enters its own."""

from collections.abc import Callable

from django.db.models import Q, QuerySet

from participation.core.models import Follow, Person

from .models import Spread

#: The persons to be told, as a queryset of Person; asked anew for each batch.
Audience = Callable[[Spread], QuerySet[Person]]
_audiences: dict[str, Audience] = {}


def register_audience(name: str, audience: Audience) -> None:
    """Enter a group ("<app>.<who>"), from an app's ready()."""
    _audiences[name] = audience


def people(spread: Spread) -> QuerySet[Person]:
    """Everybody who is to be told, erased people left out. LookupError for an unknown group."""
    return _audiences[spread.audience](spread).filter(user__isnull=False)


def followers(spread: Spread) -> Q:
    """The condition of those who follow the thing or the place it stands in."""
    follows = Follow.objects.filter(component=spread.component_id)
    thing = Q(subject_type=spread.subject_type, subject_id=spread.subject_id)
    place = Q(subject_type="", subject_id="")
    return Q(pk__in=follows.filter(thing | place).values("person"))


register_audience("followers", lambda spread: Person.objects.filter(followers(spread)))
