"""Addresses of ideas for search engines."""

from django.utils import timezone

from participation.core.below import resolver
from participation.core.public_addresses import pages_of, titles_and_addresses
from participation.core.sitemaps import Place, Section

from .models import Idea, IdeaBoardPage
from .search import public_ideas


def _places(start: int, stop: int) -> list[Place]:
    rows = public_ideas().select_related(None).order_by("pk")
    few = ("public_id", "title", "component_id", "created_at", "edited_at")
    found = list(rows.only(*few)[start:stop])
    pages = pages_of({idea.component_id for idea in found})
    bases = {key: titles_and_addresses(each)[1] for key, each in pages.items()}
    return [_place(idea, bases.get(idea.component_id, {})) for idea in found]


def _place(idea: Idea, bases: dict[str, str]) -> Place:
    below = resolver(IdeaBoardPage.urlconf).reverse("idea", idea.path_name)
    changed = timezone.localdate(idea.edited_at or idea.created_at)
    return Place({code: base + below for code, base in bases.items()}, changed)


IDEAS = Section("ideas", lambda: public_ideas().count(), _places)
