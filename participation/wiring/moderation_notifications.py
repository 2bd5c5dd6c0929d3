"""What moderators decided, in the lists of authors and of who reported it.

The mails to authors about what restricts them moderation sends itself.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.models import Fact, Person
from participation.core.notices import About, NoticeKind, Quote, Reader, Rhythm, Subject
from participation.core.when import day_text
from participation.moderation import outcomes, signals
from participation.moderation.models import Ban, Decision, Outcome, Report, What
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


class Reports(Subject):
    """A report, by its public id: for its reporter alone, without a word of what it was about."""

    label = Report._meta.label

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        rows = Report.objects.filter(public_id__in=ids).select_related("case")
        return {
            row.public_id: About(
                title=gettext("Your report of %(day)s") % {"day": day_text(row.at)},
                address=outcomes.address_of(row),
                is_public=False,
                author=row.reporter_id,
                quotes={"outcome": Quote(str(outcomes.text_of(row.case)), get_language() or "")},
            )
            for row in rows
        }


def author_of(decision: Decision) -> Person | None:
    kind, thing = decision.case.kind_of_thing, decision.case.thing
    return kind.author(thing) if kind and thing is not None else None


OWN = _("Decisions about what you wrote")


def _kind(name: str, label: Any, sentence: Any, **more: Any) -> None:
    given = {"heading": OWN, "subject": Decisions.label, "is_mailed": False, **more}
    notices.register_notice(
        NoticeKind(
            name=f"moderation.{name}", label=label, sentence=sentence, reader=Reader.AUTHOR, **given
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


_kind(
    "approved",
    _("a moderator has looked at your text"),
    _("A moderator has looked at your text. Everybody sees it now"),
    is_mailed=True,
)
_kind(
    "ban_ended",
    _("a ban ends early"),
    _("You may take part again"),
    is_mailed=True,
    rhythm=Rhythm.NOW,
)
notices.register_subject(Reports())
_kind(
    "report_decided",
    _("there is a decision about what you reported"),
    _("Moderators have looked at what you reported"),
    heading=_("Your reports"),
    subject=Reports.label,
    quote="outcome",
    is_mailed=True,
)


@receiver(signals.case_decided, dispatch_uid="raati_wiring:tell_decision")
def tell_decision(fact: Fact, **_given: Any) -> None:
    """The author of what restricts them or was waited for; and who reported it."""
    decision = _decision(fact)
    if decision is None:
        return
    if decision.is_restricting:
        _tell_author(fact, decision, "moderation.decided")
    elif decision.what == What.APPROVE:
        _tell_author(fact, decision, "moderation.approved")
    _tell_reporters(fact, decision)


@receiver(signals.new_decision_made, dispatch_uid="raati_wiring:tell_new_decision")
def tell_new_decision(fact: Fact, **_given: Any) -> None:
    decision = _decision(fact)
    if decision is None:
        return
    _tell_author(fact, decision, "moderation.decided_anew")
    if fact.data.get("outcome") == Outcome.CHANGED:
        _tell_reporters(fact, decision)


@receiver(signals.ban_lifted, dispatch_uid="raati_wiring:tell_ban_ended")
def tell_ban_ended(fact: Fact, **_given: Any) -> None:
    ban = Ban.objects.filter(pk=fact.subject_id).select_related("decision__case").first()
    if ban is not None:
        _tell_author(fact, ban.decision, "moderation.ban_ended")


def _decision(fact: Fact) -> Decision | None:
    rows = Decision.objects.select_related("case")
    return rows.filter(public_id=fact.data["decision"]).first()


def _tell_author(fact: Fact, decision: Decision, kind: str) -> None:
    author = author_of(decision)
    if author is not None:
        news = News(kind, Decisions.label, decision.public_id, mark=f"fact:{fact.pk}", at=fact.at)
        tell(news, author.pk)


def _tell_reporters(fact: Fact, decision: Decision) -> None:
    """Those with an account; others have their secret address."""
    rows = Report.objects.filter(case=decision.case, reporter__isnull=False)
    for public_id, reporter in rows.values_list("public_id", "reporter"):
        news = News(
            "moderation.report_decided",
            Reports.label,
            public_id,
            mark=f"fact:{fact.pk}:report",
            at=fact.at,
        )
        tell(news, reporter)
