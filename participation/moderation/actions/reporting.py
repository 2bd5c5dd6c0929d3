"""A report, from anybody: it opens a case, and hides at once where somebody may be in danger."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core import clock, outbox
from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.moderatable import Moderatable
from participation.core.receipts import once
from participation.core.rules import RuleBroken
from participation.core.text import clean_text

from .. import calling, rules, signals
from ..models import Case, Decision, Lane, Report, Source, What
from .cases import opened

#: A setting of places where children are: what is reported there is hidden until looked at.
PROTECTS = "protects_minors"
DANGER_MAIL, HIDDEN_MAIL = "moderation.danger", "moderation.hidden_at_once"


@action("moderation.report")
def report_thing(
    *,
    actor: Actor,
    kind: Moderatable,
    thing: Any,
    key: str,
    reason: str,
    words: str = "",
    source: str = "",
) -> Report:
    """Tell moderators about a thing; the same key again returns the first report.

    One person or session counts once in a case. Danger goes to a queue of its own. `source` is
    a keyed hash of where it came from (guards.source_mark).
    """
    reason, words = str(reason), clean_text(words)
    if not actor.is_member and not actor.session:
        raise RuleBroken("session", _("Your browser keeps no cookies. Call us instead."))
    public_id, _created = once(
        actor=actor,
        key=key,
        act="moderation.report",
        content={"thing": thing.public_id, "reason": reason, "words": words},
        make=lambda: _store(actor, kind, thing, reason, words, source).public_id,
    )
    return Report.objects.select_related("case").get(public_id=public_id)


def _store(
    actor: Actor, kind: Moderatable, thing: Any, reason: str, words: str, source: str
) -> Report:
    rules.require_report(reason, words)
    lane = rules.lane_of(reason)
    case, is_new = opened(kind, thing, Source.REPORT, clock.now(), lane=lane)
    who = {"reporter": actor.person} if actor.is_member else {"session": actor.session}
    report, is_first = Report.objects.get_or_create(
        case=case,
        **who,
        defaults={"reason": reason, "words": words, "at": clock.now(), "source": source},
    )
    if not is_first:
        return report
    protects = bool(Component.objects.get(pk=case.component_id).settings.get(PROTECTS))
    looked_at = _looked_at(case, kind.text(thing))
    hides = rules.hides_at_once(report, protects=protects, looked_at=looked_at)
    if hides:
        kind.hold(Actor.system("moderation.report"), thing)
    if is_new:
        signals.case_opened.tell(subject=case, component=case.component, source=case.source)
    if case.lane == Lane.DANGER:
        signals.danger_reported.tell(subject=case, component=case.component)
        _call(case, DANGER_MAIL, calling.safeguards())
    else:
        signals.thing_reported.tell(subject=case, component=case.component)
        if hides:
            _call(case, HIDDEN_MAIL, calling.moderators_of(case.component))
    return report


def _looked_at(case: Case, text: str) -> bool:
    """Whether a moderator has let these very words stand before."""
    earlier = Case.objects.about(case.kind, case.subject_id).filter(text=text)
    stood = (What.LEAVE, What.APPROVE, What.RESTORE)
    return Decision.objects.filter(case__in=earlier, what__in=stood).exists()


def _call(case: Case, kind: str, readers: Iterable[Person]) -> None:
    """A mail to whoever reads this queue, once for each case: it says nothing of the report."""
    for person in readers:
        outbox.post(
            mark=f"{kind}:{case.public_id}:{person.pk}",
            kind=kind,
            person=person,
            data={"case": case.public_id},
        )
