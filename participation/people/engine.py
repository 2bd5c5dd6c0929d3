"""The answer to "may this person take part here?", joined from the criteria of the place."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.shortcuts import resolve_url
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock
from participation.core.actors import Actor
from participation.core.eligibility import YES, Answer, NextStep, Verdict, conditions_of
from participation.core.models import Component

from . import counting, steps
from .criteria import Criterion, Part, criteria, criterion
from .editing import ConditionsField
from .knowing import Known, load
from .models import Level

Conditions = Mapping[str, Any]


class PeopleEngine:
    """The engine that participation.core asks (core/eligibility.py)."""

    def look(self, actor: Actor, component: Component) -> Answer:
        return self._answer(actor, component, clock.glance())

    def admit(self, actor: Actor, component: Component) -> Answer:
        answer = self._answer(actor, component, clock.now())
        if answer.is_yes and not counting.note(actor, component):
            return counting.REFUSAL
        return answer

    def _answer(self, actor: Actor, component: Component, at: datetime) -> Answer:
        conditions = conditions_of(component)
        if not actor.is_member:
            return _sign_in(conditions)
        reads = {name for each, _value in parts_of(conditions) for name in each.reads}
        known = load(actor, component, at, reads)
        answer = judge(conditions, known, timezone.localdate(at), component)
        if answer.is_yes and counting.is_taken(actor, component):
            return counting.REFUSAL
        return answer

    def clauses(self, conditions: Conditions) -> list[str]:
        found = [each.clause(value) for each, value in parts_of(conditions)]
        return found if len(found) == len(conditions) else [*found, str(UNCHECKED)]

    def check(self, conditions: Any) -> None:
        if not isinstance(conditions, dict):
            raise ValidationError(_("Who may take part is not written in a known way."))
        if unknown := sorted(str(name) for name in conditions if criterion(name) is None):
            words = _("Nobody here can check this: %(names)s.")
            raise ValidationError(words % {"names": ", ".join(unknown)})
        for each, value in parts_of(conditions):
            each.check(value)

    def brief(self, conditions: Conditions) -> str:
        return " · ".join(each.brief(value) for each, value in parts_of(conditions))

    def editor_field(self, conditions: Conditions, above: Component | None = None) -> forms.Field:
        return ConditionsField(self.check, conditions, said_above(above))


def said_above(above: Component | None) -> tuple[str, str]:
    """The title of the page whose conditions hold below it, and these in words; ("", "")."""
    if above is None or above.source_page is None:
        return "", ""
    clauses = ENGINE.clauses(conditions_of(above))
    return above.source_page.title, "; ".join(clauses) or _("everybody who has an account")


UNCHECKED = gettext_lazy("what else is asked here can be checked")


def parts_of(conditions: Conditions) -> list[tuple[Criterion, Any]]:
    """The criteria that are asked, each with its value, in their own order."""
    return [(each, conditions[each.name]) for each in criteria() if each.name in conditions]


def judge(
    conditions: Conditions, known: Known, on: date, component: Component | None = None
) -> Answer:
    """The answer for whoever is known so, on that local day. Reads no person and writes nothing.

    Any no is a no, with every reason for it; else anything unknown is unknown, with the one
    step that brings furthest (`component` is where it leads); else it is a yes.
    """
    asked = parts_of(conditions)
    if len(asked) < len(conditions):
        return Answer(Verdict.NO, [gettext_lazy("Not all that is asked here can be checked now.")])
    only_proved = conditions.get("level") == Level.VERIFIED
    parts = [each.answer(value, known, on, only_proved=only_proved) for each, value in asked]
    if refused := [part for part in parts if part.verdict is Verdict.NO]:
        return Answer(Verdict.NO, _reasons(refused))
    if missing := [part for part in parts if part.verdict is Verdict.UNKNOWN]:
        first = min(missing, key=lambda part: part.need)
        step = first.step or steps.step_for(first.need, component)
        return Answer(Verdict.UNKNOWN, _reasons(missing), step)
    return YES


def _reasons(parts: Iterable[Part]) -> list[Any]:
    return [part.reason for part in parts]


def _sign_in(conditions: Conditions) -> Answer:
    """For a visitor: what is asked here, and the way to sign in."""
    reasons = [
        format_lazy(gettext_lazy("You can take part if {condition}."), condition=clause)
        for clause in ENGINE.clauses(conditions)
    ]
    step = NextStep(gettext_lazy("Sign in"), resolve_url(settings.LOGIN_URL))
    return Answer(Verdict.UNKNOWN, reasons, step)


ENGINE = PeopleEngine()
