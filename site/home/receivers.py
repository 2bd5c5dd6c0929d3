"""What the site does when pages change."""

from typing import Any

from django.db import transaction
from django.db.models.signals import post_delete, post_save
from wagtail.models import Page, Site
from wagtail.signals import (
    page_published,
    page_slug_changed,
    page_unpublished,
    post_page_move,
)
from wagtail_localize.models import TranslationSource

from .frame import forget_frames
from .models import SiteOptions


def clear_frames(**kwargs: Any) -> None:
    """After the commit: an answer under way could otherwise remember what was before it."""
    transaction.on_commit(forget_frames)


def clear_after_page(instance: Any, **kwargs: Any) -> None:
    if isinstance(instance, Page):
        clear_frames()


def let_translations_follow(sender: Any, instance: Page, **kwargs: Any) -> None:
    """Bring the translations of a published page up to date, if the site wants it so.

    Wagtail-localize otherwise waits for somebody to press "Sync": new texts of
    the original would not be there, nor shown as untranslated.
    """
    site = instance.get_site()
    if site is None or not SiteOptions.for_site(site).translations_follow:
        return
    source = TranslationSource.objects.get_for_instance_or_none(instance)
    if source is not None and source.translations.filter(enabled=True).exists():
        transaction.on_commit(lambda: bring_up_to_date(source), robust=True)


def bring_up_to_date(source: TranslationSource) -> None:
    source.update_from_db()
    for translation in source.translations.filter(enabled=True).select_related("target_locale"):
        target = translation.get_target_instance()
        translation.save_target(publish=target.live)


def connect() -> None:
    for signal in (page_published, page_unpublished, page_slug_changed, post_page_move):
        signal.connect(clear_frames, dispatch_uid="home:frames")
    post_delete.connect(clear_after_page, dispatch_uid="home:frames")
    for model in (Site, SiteOptions):
        post_save.connect(clear_frames, sender=model, dispatch_uid=f"home:frames:{model.__name__}")
    page_published.connect(let_translations_follow, dispatch_uid="home:translations")
