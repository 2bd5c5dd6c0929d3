"""Ideas like the one being written, by the stems of its title: visible ones of the same board."""

from hashlib import sha256

from django.core.cache import cache

from participation.core.models import Component
from participation.core.search import find, read_query

from .models import Idea
from .models.ideas import TITLE_LENGTH

MOST = 5
LEAST_LETTERS = 4
#: Asking for the same words again within this time asks the index once.
SECONDS = 30


def similar_to(component: Component, title: str) -> list[Idea]:
    """At most MOST ideas, the most alike first; none for a few letters."""
    query = read_query(title[:TITLE_LENGTH], is_any=True)
    if len(query.text) < LEAST_LETTERS or not query:
        return []
    words = ",".join(sorted("|".join(sorted(word.stems)) for word in query.words))
    key = f"raati:ideas:similar:{component.key}:{sha256(words.encode()).hexdigest()}"
    keys = cache.get(key)
    if keys is None:
        keys = [idea.pk for idea in find(component.ideas.visible(), query)[: 2 * MOST]]
        cache.set(key, keys, SECONDS)
    # Asked anew: what was hidden meanwhile is not shown.
    rows = component.ideas.visible().in_bulk(keys)
    return [rows[pk] for pk in keys if pk in rows][:MOST]
