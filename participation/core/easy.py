"""Easy-language versions of pages: their addresses, who may write them, and every write.

A version lives beside its page, whatever the page's type, and is read at an
address below it (`…/selko/`). It is drafted, published and withdrawn by itself;
who may edit or publish the page may do the same with it.
"""

from datetime import date
from typing import Any

from django.core.cache import cache
from django.db import transaction
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.actions.unpublish import UnpublishAction
from wagtail.models import Page

from . import audit, clock
from .actions import action
from .actors import Actor
from .facts import FactSignal
from .models import EasyText
from .policies import require
from .rules import RuleBroken

easy_text_published = FactSignal("easy_text_published")
easy_text_withdrawn = FactSignal("easy_text_withdrawn")

#: The last part of the address, by the page's language.
SLUGS = {"fi": "selko", "sv": "latt", "en": "easy"}
CACHE_KEY = "raati:easy:pages"
SECONDS = 60


def slug_in(language: str | None = None) -> str:
    """The last part of the address in a language (default: the active one)."""
    return SLUGS.get((language or get_language() or "")[:2], "easy")


def language_tag(language: str | None = None) -> str:
    """The language of such a text for programs: the registered variant "simplified form"."""
    return f"{(language or get_language() or 'en')[:2]}-simple"


def address_of(page: Page, request: Any = None) -> str:
    """Where the version of this page is read, in the page's language."""
    return f"{page.get_url(request) or ''}{slug_in()}/"


def pages_with_version() -> frozenset[int]:
    """The pages that have a published version; may be a minute old. No query when it is known."""
    found = cache.get(CACHE_KEY)
    if found is None:
        found = frozenset(EasyText.objects.published().values_list("page_id", flat=True))
        cache.set(CACHE_KEY, found, SECONDS)
    return found


def forget_pages() -> None:
    transaction.on_commit(lambda: cache.delete(CACHE_KEY))


def require_editor(actor: Actor, page: Page) -> None:
    """Refused unless the actor may edit this page in the Wagtail admin."""
    allowed = actor.user is not None and page.permissions_for_user(actor.user).can_edit()
    require(allowed, _("You need the right to edit this page."))


def require_publisher(actor: Actor, page: Page) -> None:
    """Refused unless the actor may publish this page in the Wagtail admin."""
    allowed = actor.user is not None and page.permissions_for_user(actor.user).can_publish()
    require(allowed, _("You need the right to publish this page."))


def draft_of(page: Page) -> EasyText:
    """The version as last saved, published or not; an empty one where there is none yet."""
    row = EasyText.objects.filter(page=page).first()
    return row.get_latest_revision_as_object() if row else EasyText(page=page, live=False)


@action("core.save_easy_text")
def save_easy_text(
    *,
    actor: Actor,
    page: Page,
    title: str,
    body: str,
    review_on: date | None,
    publish: bool,
    based_on: int | None,
) -> EasyText:
    """Keep a draft, or publish. `based_on` is the revision that the writer had before them."""
    require_editor(actor, page)
    if publish:
        require_publisher(actor, page)
    row = EasyText.objects.select_for_update().filter(page=page).first()
    if row is None:
        row = EasyText.objects.create(page=page, title=title, body=body, live=False)
    elif row.latest_revision_id != based_on:
        raise RuleBroken("changed", _("Somebody else has changed this meanwhile."))
    draft = row.get_latest_revision_as_object()
    draft.title, draft.body, draft.review_on = title, body, review_on
    if publish:
        draft.checked_at = clock.now()
    revision = draft.save_revision(user=actor.user)
    audit.record(actor, page, "core.save_easy_text", publish=publish)
    if publish:
        # Who may has been asked above: it is the page that decides.
        row.publish(revision, user=actor.user, skip_permission_checks=True)
        easy_text_published.tell(subject=row)
        forget_pages()
    return EasyText.objects.get(pk=row.pk)


@action("core.withdraw_easy_text")
def withdraw_easy_text(*, actor: Actor, easy: EasyText) -> None:
    """Take the version off the site; its text stays for editors."""
    require_publisher(actor, easy.page)
    row = EasyText.objects.select_for_update().get(pk=easy.pk)
    if not row.live:
        raise RuleBroken("draft", _("This is not published."))
    UnpublishAction(row, user=actor.user).execute(skip_permission_checks=True)
    audit.record(actor, easy.page, "core.withdraw_easy_text")
    easy_text_withdrawn.tell(subject=row)
    forget_pages()


@action("core.check_easy_text")
def check_easy_text(*, actor: Actor, easy: EasyText, review_on: date | None = None) -> None:
    """Note that it was compared with its page and still says the same."""
    require_editor(actor, easy.page)
    EasyText.objects.filter(pk=easy.pk).update(checked_at=clock.now(), review_on=review_on)
    audit.record(actor, easy.page, "core.check_easy_text")
