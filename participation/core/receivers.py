"""Component rows follow their source pages.

Pages come into being through many doors (the editor, copy, aliases, translation,
code): post_save of the page types is the one place they all pass. It is the only
place where the suite listens to a save.
"""

from typing import Any

from django.apps import apps
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page
from wagtail.signals import page_published, post_page_move

from . import moments
from .models import Component
from .pages import ComponentPageMixin, component_kind, component_values
from .role_groups import bind_new_page


def component_pages() -> list[type[Page]]:
    """Every installed page type that is a place of participation."""
    return [m for m in apps.get_models() if issubclass(m, ComponentPageMixin)]


def make_component(sender: type[Page], instance: Page, created: bool, **kwargs: Any) -> None:
    """Give a new page its row, unless a translation or its original has one."""
    if created and not kwargs.get("raw"):
        component, is_new = Component.objects.get_or_create(
            key=instance.component_key,
            defaults={
                "kind": component_kind(sender),
                "source_page_id": instance.pk,
                **component_values(instance),
            },
        )
        if not is_new:
            bind_new_page(component)


def copy_settings(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """Copy the published settings; one UPDATE, which does nothing for other languages."""
    if isinstance(instance, ComponentPageMixin):
        Component.objects.filter(key=instance.component_key, source_page_id=instance.pk).update(
            **component_values(instance)
        )


def find_heir(sender: type[Page], instance: Page, **kwargs: Any) -> None:
    """When a source page is deleted, another language becomes the one with the settings."""
    left = Page.objects.filter(translation_key=instance.translation_key).exclude(pk=instance.pk)
    heir = left.order_by("-live", "pk").first()
    if heir is not None:
        Component.objects.filter(key=instance.translation_key, source_page=None).update(
            source_page=heir
        )


def _stale(model: type[Page]) -> list[tuple[Component, dict[str, Any]]]:
    rows = {row.source_page_id: row for row in Component.objects.filter(kind=component_kind(model))}
    pages = model.objects.filter(live=True, pk__in=[pk for pk in rows if pk])
    pairs = [(rows[page.pk], component_values(page)) for page in pages]
    return [(row, new) for row, new in pairs if any(getattr(row, k) != v for k, v in new.items())]


def repair_components() -> int:
    """Bring rows that a crash between publication and copy left behind up to date."""
    stale = [pair for model in component_pages() for pair in _stale(model)]
    for row, values in stale:
        Component.objects.filter(pk=row.pk).update(**values)
    return len(stale)


def connect() -> None:
    for model in component_pages():
        uid = f"raati:{model._meta.label}"
        post_save.connect(make_component, sender=model, dispatch_uid=uid)
        post_delete.connect(find_heir, sender=model, dispatch_uid=uid)
    page_published.connect(copy_settings, dispatch_uid="raati:copy_settings")
    page_published.connect(moments.forget, dispatch_uid="raati:forget_moments")
    post_page_move.connect(moments.forget, dispatch_uid="raati:forget_moments")
    for signal in (post_save, post_delete):
        signal.connect(moments.forget_with, dispatch_uid="raati:forget_moments")
