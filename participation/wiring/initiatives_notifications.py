"""Who hears what about initiatives: makers, signers and followers.

The maker's mails are letters that initiatives send themselves, as the law asks; here the
same stands in the maker's list.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.below import component_url
from participation.core.models import Fact, Person
from participation.core.notices import About, NoticeKind, Quote, Reader, Subject
from participation.initiatives import signals
from participation.initiatives.models import Entry, Initiative, Signature
from participation.notifications.audiences import followers, register_audience
from participation.notifications.models import Spread
from participation.notifications.telling import hush, news_of, tell, tell_many

from .pages import live_pages, open_to_all

OWN = _("Your initiatives")
AUDIENCE = "initiatives.signers"


class Initiatives(Subject):
    """Public while the initiative and its page are; what was done last is quoted."""

    label = "raati_initiatives.Initiative"

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        rows = list(
            Initiative.objects.filter(pk__in=ids, withdrawn_at=None).select_related("component")
        )
        places = {row.component_id: row.component for row in rows}.values()
        open_places, found = open_to_all(places), live_pages(places)
        last = {e.initiative_id: e for e in Entry.objects.filter(initiative__in=rows)}
        return {
            str(row.pk): About(
                title=row.title,
                language=row.language,
                address=component_url(found[row.component_id], "initiative", row.path_name),
                is_public=row.is_visible and row.component_id in open_places,
                author=row.author_id,
                quotes=_quotes(row, last.get(row.pk)),
            )
            for row in rows
            if row.component_id in found
        }


def _quotes(row: Initiative, entry: Entry | None) -> dict[str, Quote]:
    language = get_language() or ""
    quotes = {"hidden": Quote(str(row.get_hidden_reason_display()), language)}
    if entry is not None:
        quotes["done"] = Quote(str(entry.text), language)
    return quotes


def _own(name: str, label: Any, sentence: Any, **more: Any) -> NoticeKind:
    return NoticeKind(
        name=f"initiatives.{name}",
        label=label,
        heading=OWN,
        sentence=sentence,
        subject=Initiatives.label,
        reader=Reader.AUTHOR,
        is_mailed=False,
        **more,
    )


KINDS = (
    _own(
        "own_reached",
        _("your initiative has enough signatures"),
        _("Your initiative has enough signatures"),
    ),
    _own("own_pending", _("your initiative is pending"), _("Your initiative is pending")),
    _own(
        "own_recorded",
        _("something is done because of your initiative"),
        _("This was done because of your initiative"),
        quote="done",
    ),
    _own(
        "own_overdue",
        _("your initiative is not taken up in time"),
        _("Your initiative was not taken up in time"),
    ),
    _own(
        "own_hidden",
        _("your initiative is hidden"),
        _("Your initiative was hidden. What the law asks of the municipality goes on"),
        quote="hidden",
    ),
    _own("own_restored", _("your initiative is shown again"), _("Your initiative is shown again")),
    NoticeKind(
        name="initiatives.recorded",
        label=_("something is done because of an initiative"),
        heading=_("Initiatives that you signed or follow"),
        sentence=_("This was done because of the initiative"),
        subject=Initiatives.label,
        quote="done",
    ),
)


def _enter() -> None:
    notices.register_subject(Initiatives())
    for kind in KINDS:
        notices.register_notice(kind)
    register_audience(AUDIENCE, signers)
    for signal, hear in HEARD.items():
        name = f"raati_wiring:{signal.name}"
        signal.connect(hear, dispatch_uid=name, weak=False)


def signers(spread: Spread) -> QuerySet[Person]:
    """Who signed or follows the initiative, or follows the page of initiatives."""
    signed = Signature.objects.filter(initiative=spread.subject_id).values("person")
    return Person.objects.filter(Q(pk__in=signed) | followers(spread))


def _tell_maker(kind: str) -> Any:
    def hear(fact: Fact, **_given: Any) -> None:
        tell(news_of(fact, kind), _maker(fact))

    return hear


def _maker(fact: Fact) -> int | None:
    rows = Initiative.objects.filter(pk=fact.subject_id)
    return rows.values_list("author", flat=True).first()


def recorded(fact: Fact, **_given: Any) -> None:
    tell(news_of(fact, "initiatives.own_recorded"), _maker(fact))
    tell_many(news_of(fact, "initiatives.recorded"), AUDIENCE)


def hidden(fact: Fact, **_given: Any) -> None:
    """Nobody but the maker hears of it any more, and the maker hears why."""
    hush(fact.subject_type, fact.subject_id, but=_maker(fact))
    tell(news_of(fact, "initiatives.own_hidden"), _maker(fact))


HEARD = {
    signals.initiative_reached: _tell_maker("initiatives.own_reached"),
    signals.initiative_pending: _tell_maker("initiatives.own_pending"),
    signals.initiative_overdue: _tell_maker("initiatives.own_overdue"),
    signals.initiative_recorded: recorded,
    signals.initiative_hidden: hidden,
    signals.initiative_restored: _tell_maker("initiatives.own_restored"),
}

_enter()
