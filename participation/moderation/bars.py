"""Where somebody who is barred may not write: until when, why, and how to ask again."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock
from participation.core.eligibility import Answer, NextStep, NotEligible, Verdict
from participation.core.models import Component, Person
from participation.core.when import moment_text

from .models import Ban

ASK = gettext_lazy("Read why, and ask for a new decision")
READ = gettext_lazy("Read why")


def ban_on(person: Person, component: Component | None) -> Ban | None:
    """The ban that holds here the longest; without a place: of those that hold everywhere."""
    bans = Ban.objects.in_force(clock.now()).holding_in(component).filter(person=person)
    return bans.select_related("decision__case", "decision__appeal").order_by("-until").first()


def refusal(person: Person, component: Component | None) -> NotEligible | None:
    """For whoever is barred somewhere: the same answer before they write and when they send."""
    ban = ban_on(person, component)
    if ban is None:
        return None
    when = {"when": moment_text(ban.until)}
    if ban.component_id:
        until = _("A moderator has stopped you from taking part here until %(when)s.") % when
    else:
        until = _("A moderator has stopped you from taking part in this service until %(when)s.")
        until %= when
    why = _("The reason: %(reason)s.") % {"reason": ban.decision.reason_label}
    there = reverse("raati_moderation:decision", args=[ban.decision.public_id])
    step = NextStep(READ if ban.decision.request else ASK, there)
    return NotEligible(Answer(Verdict.NO, [until, why], step))
