"""Cases that nobody reported: what waits for approval, what looks odd, what others decided."""

from datetime import datetime
from typing import Any

from participation.core import clock
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import AuthorKind, Person
from participation.core.moderatable import Moderatable
from participation.core.policies import require

from .. import policies, signals
from ..models import Case, Decision, Source, What
from .cases import locked, opened, tell_author, write_decision

#: Decisions that say whether the thing is to be seen.
_VISIBILITY = {
    What.HIDE: "hidden",
    What.RESTORE: "shown",
    What.APPROVE: "shown",
}


def _system_only(actor: Actor) -> None:
    require(actor.kind == AuthorKind.SYSTEM, policies.NO_ROLE)


@action("moderation.open_held")
def open_held(*, actor: Actor, kind: Moderatable, thing: Any) -> Case | None:
    """A case for what waits for approval; none where it waits no longer. Twice is once."""
    _system_only(actor)
    if not kind.is_held(thing):
        return None
    case, is_new = opened(kind, thing, Source.HELD, clock.now())
    if is_new:
        signals.case_opened.tell(subject=case, component=case.component, source=case.source)
    return case


@action("moderation.flag")
def flag_thing(*, actor: Actor, kind: Moderatable, thing: Any, evidence: dict[str, Any]) -> Case:
    """Ask a person to look at supports that came oddly; nothing is done to them by itself."""
    _system_only(actor)
    case, is_new = opened(kind, thing, Source.FLAG, clock.now(), evidence=evidence)
    if is_new:
        signals.case_opened.tell(subject=case, component=case.component, source=case.source)
    elif case.evidence != evidence:
        case.evidence = evidence
        case.save(update_fields=["evidence"])
    return case


@action("moderation.record")
def record_elsewhere(
    *,
    actor: Actor,
    kind: Moderatable,
    thing: Any,
    what: What,
    reason: str,
    by: Person | None,
    at: datetime,
) -> Decision | None:
    """Put down what was decided on the thing's own desk, so that its author can answer it too.

    None where the history says so already: most decisions begin here.
    """
    _system_only(actor)
    if _is_known(kind, thing, what):
        return None
    case, _is_new = opened(kind, thing, Source.DESK, at)
    case = locked(case)
    decided = Actor.member(by) if by else actor
    decision = write_decision(case, decided, at, what=what, reason=reason)
    tell_author(kind.author(thing), decision)
    return decision


def _is_known(kind: Moderatable, thing: Any, what: What) -> bool:
    """Whether the last decision about it says the same: shown, or hidden."""
    decisions = Decision.objects.filter(
        case__kind=kind.label, case__subject_id=thing.public_id, what__in=_VISIBILITY
    )
    latest = decisions.order_by("-at", "-pk").first()
    return latest is not None and _VISIBILITY[What(latest.what)] == _VISIBILITY[what]


@action("moderation.close_gone")
def close_gone(*, actor: Actor, kind: Moderatable, thing: Any) -> int:
    """Its author took it away: what waits for approval waits no longer. How many were closed."""
    _system_only(actor)
    rows = Case.objects.open().about(kind.label, thing.public_id).filter(source=Source.HELD)
    return rows.update(closed_at=clock.now())
