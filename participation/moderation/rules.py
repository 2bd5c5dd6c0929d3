"""When and how much (409). Pure: each looks at what it is given and nothing else."""

from collections.abc import Collection, Iterable
from datetime import datetime, timedelta

from django.utils.translation import gettext_lazy as _

from participation.core.rules import RuleBroken, require_version

from .models import Ban, Case, Decision, Lane, Report, ReportReason, Source, What
from .models.cases import WORDS_LENGTH

LONGEST_BAN = timedelta(days=366)
#: Decisions that need one of the thing's own reasons.
WITH_REASON = (What.HIDE, What.REDACT, What.WARN, What.BAN)

__all__ = ["require_version"]


def require_report(reason: str, words: str) -> None:
    if reason not in ReportReason.values:
        raise RuleBroken("reason", _("Choose what is wrong."))
    if reason == ReportReason.OTHER and not words:
        raise RuleBroken("words", _("Tell in a few words what is wrong."))
    _require_length(words)


def _require_length(*texts: str) -> None:
    if any(len(text) > WORDS_LENGTH for text in texts):
        raise RuleBroken("length", _("The text is too long."))


def require_open(case: Case) -> None:
    if case.closed_at is not None:
        raise RuleBroken("closed", _("Somebody has decided this already."))


def fitting(*, hidden: bool, held: bool, gone: bool, flag: bool) -> list[What]:
    """What can be decided about a thing as it stands."""
    if gone:
        return [What.LEAVE, What.WARN, What.BAN]
    if hidden:
        return [What.RESTORE, What.LEAVE, What.WARN, What.BAN]
    if held:
        return [What.APPROVE, What.HIDE, What.REDACT]
    rest = [What.LEAVE, What.HIDE, What.REDACT, What.WARN, What.BAN]
    return [What.LEAVE, What.REMOVE, *rest[1:]] if flag else rest


def require_decision(
    what: str,
    reason: str,
    words: str,
    note: str,
    *,
    offered: Iterable[What],
    known: Collection[str],
) -> None:
    """Something that fits, with a reason that its author can be told."""
    if what not in [str(each) for each in offered]:
        raise RuleBroken("what", _("This cannot be decided as things stand now."))
    if what in WITH_REASON and reason not in known:
        raise RuleBroken("reason", _("Choose the reason that the author is told."))
    if what == What.RESTORE and not note:
        raise RuleBroken("note", _("Tell colleagues why it is shown again."))
    _require_length(words, note)


def require_ban(until: datetime | None, now: datetime) -> datetime:
    """Until when: later than now, not for ever."""
    if until is None:
        raise RuleBroken("until", _("Choose until when its author may not write."))
    if not now < until <= now + LONGEST_BAN:
        raise RuleBroken("until", _("Choose a day within a year from now."))
    return until


def require_askable(decision: Decision, words: str) -> None:
    """Once for each decision that restricts somebody."""
    if not decision.is_restricting:
        raise RuleBroken("what", _("This decision does not restrict you."))
    if decision.request is not None:
        raise RuleBroken("once", _("You have asked for a new decision already."))
    if not words:
        raise RuleBroken("words", _("Tell in a few words why you see it otherwise."))
    _require_length(words)


def require_undecided(decided_at: datetime | None, answer: str) -> None:
    if decided_at is not None:
        raise RuleBroken("decided", _("Somebody has decided this already."))
    if not answer:
        raise RuleBroken("answer", _("Tell the author why."))
    _require_length(answer)


def require_liftable(ban: Ban, why: str, now: datetime) -> None:
    if ban.lifted_at is not None or ban.until <= now:
        raise RuleBroken("over", _("This is over already."))
    if not why or len(why) > 300:
        raise RuleBroken("why", _("Tell in a short sentence why it ends early."))


def hides_at_once(report: Report, *, protects: bool, looked_at: bool) -> bool:
    """Whether a report takes the thing out of sight until somebody has looked at it.

    Where children are, or where somebody with an account tells of danger; not a second time
    once a moderator has left the thing as it is. What visitors tell of danger is called to
    its readers just the same, but nobody without a name makes others' words disappear.
    """
    is_told_of_danger = report.reason == ReportReason.DANGER and report.reporter_id is not None
    return (protects or is_told_of_danger) and not looked_at


def lane_of(reason: str) -> Lane:
    return Lane.DANGER if reason == ReportReason.DANGER else Lane.ORDINARY


def is_urgent(case: Case, reports: int) -> bool:
    """Marked in the queue: danger, supports that come in floods, or many who report."""
    return case.lane == Lane.DANGER or case.source == Source.FLAG or reports >= 3
