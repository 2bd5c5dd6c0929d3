"""Loading the demo: each story in a transaction of its own, told once."""

from collections.abc import Callable

from django.core.management import call_command
from django.db import transaction

from participation.core.models import Area
from participation.core.search.vocabulary import relearn

from . import dates, places
from .people import People
from .site_pages import Pages
from .stories import STORIES
from .world import World

#: Kuparila was there before its first story.
BEGINNING = -800


def load(say: Callable[[str], None]) -> int:
    """Tell every story not told before; returns how many were told now."""
    told = 0
    if not Area.objects.filter(slug="kuparila").exists():
        say("Places and people …")
    with transaction.atomic(), dates.at(dates.from_today(BEGINNING)):
        if not Area.objects.filter(slug="kuparila").exists():
            places.load()
        people = People()
        people.load()
    world = World(people, Pages(people["viestinta"].user))
    for story in STORIES:
        if story.is_told():
            continue
        say(f"{story.name} …")
        with transaction.atomic():
            story.tell(world)
        told += 1
    if told:
        # So that everything is found, mistyped words too, before the worker's first round.
        call_command("update_index", verbosity=0)
        relearn()
    return told
