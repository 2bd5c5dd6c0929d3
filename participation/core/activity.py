"""Whether anything has happened in a place of participation, whichever package keeps it."""

from collections.abc import Iterable

from django.db.models import PROTECT, Model
from wagtail.models import Page

from .models import Component


def _activity_fields() -> list[tuple[type[Model], str]]:
    """The fields of other packages' rows that protect a component."""
    return [
        (relation.related_model, relation.field.name)
        for relation in Component._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and getattr(relation, "on_delete", None) is PROTECT
        and relation.related_model._meta.app_label != Component._meta.app_label
    ]


def active_among(keys: Iterable[object]) -> set[object]:
    """The keys of those components that somebody has taken part in."""
    wanted = set(keys)
    found: set[object] = set()
    for model, field in _activity_fields():
        rows = model._default_manager.filter(**{f"{field}__in": wanted - found})
        found |= set(rows.values_list(field, flat=True).distinct())
    return found


def active_source_pages(page: Page) -> list[Page]:
    """The page and those below it on which people's activity hangs."""
    below = Component.objects.filter(source_page__path__startswith=page.path)
    rows = list(below.select_related("source_page"))
    active = active_among(row.key for row in rows)
    return [row.source_page for row in rows if row.key in active]
