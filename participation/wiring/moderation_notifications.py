"""What moderators decided, in its author's list; the mails about it moderation sends itself."""

from collections.abc import Collection, Mapping
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.models import Fact, Person
from participation.core.notices import About, NoticeKind, Quote, Reader, Subject
from participation.moderation import signals
from participation.moderation.models import Decision
from participation.notifications.telling import News, tell


class Decisions(Subject):
    """A decision, by its public id: for the author of what it is about, and nobody else."""

    label = "raati_moderation.Decision"

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        rows = Decision.objects.filter(public_id__in=ids).select_related("case")
        found = {}
        for row in rows:
            author = author_of(row)
            found[row.public_id] = About(
                title=row.case.title,
                address=reverse("raati_moderation:decision", args=[row.public_id]),
                is_public=False,
                author=author.pk if author else None,
                quotes={"reason": Quote(str(row.reason_label))},
            )
        return found


def author_of(decision: Decision) -> Person | None:
    kind, thing = decision.case.kind_of_thing, decision.case.thing
    return kind.author(thing) if kind and thing is not None else None


def _kind(name: str, label: Any, sentence: Any, quote: str = "") -> None:
    notices.register_notice(
        NoticeKind(
            name=f"moderation.{name}",
            label=label,
            heading=_("Decisions about what you wrote"),
            sentence=sentence,
            subject=Decisions.label,
            reader=Reader.AUTHOR,
            quote=quote,
            is_mailed=False,
        )
    )


notices.register_subject(Decisions())
_kind(
    "decided",
    _("moderators decide about your text"),
    _("Moderators decided about your text. You can ask once for a new decision"),
    quote="reason",
)
_kind(
    "decided_anew",
    _("there is a new decision about your text"),
    _("Somebody else looked at it, as you asked"),
)


@receiver(signals.case_decided, dispatch_uid="raati_wiring:tell_decision")
def tell_decision(fact: Fact, **_given: Any) -> None:
    _tell(fact, "moderation.decided")


@receiver(signals.new_decision_made, dispatch_uid="raati_wiring:tell_new_decision")
def tell_new_decision(fact: Fact, **_given: Any) -> None:
    _tell(fact, "moderation.decided_anew")


def _tell(fact: Fact, kind: str) -> None:
    rows = Decision.objects.select_related("case")
    decision = rows.filter(public_id=fact.data["decision"]).first()
    author = author_of(decision) if decision and decision.is_restricting else None
    if decision and author:
        mark = f"fact:{fact.pk}"
        news = News(kind, Decisions.label, decision.public_id, mark=mark, at=fact.at)
        tell(news, author.pk)
