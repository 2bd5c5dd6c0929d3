"""What was decided about a thing, the author's one request for a new decision, and bans."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.ids import PublicIdField
from participation.core.models import Component, Person

from .cases import WORDS_LENGTH, Case

REASON_LENGTH = 12


class What(models.TextChoices):
    """What a moderator can do."""

    LEAVE = "leave", _("Leave it as it is")
    APPROVE = "approve", _("Approve it: everybody sees it")
    HIDE = "hide", _("Hide it")
    RESTORE = "restore", _("Show it again")
    REDACT = "redact", _("Take words out of it")
    WARN = "warn", _("Warn its author")
    BAN = "ban", _("Stop its author for a time")
    REMOVE = "remove", _("Remove supports or signatures")


#: What restricts somebody: its author is told why and may ask once for a new decision.
RESTRICTING = (What.HIDE, What.REDACT, What.WARN, What.BAN)
#: What may be undone when a new decision goes the author's way.
MEND = (What.HIDE, What.BAN)


class Decision(models.Model):
    """One decision in a case; the last one says how things stand."""

    public_id = PublicIdField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="decisions")
    what = models.CharField(_("what was decided"), max_length=8, choices=What)
    #: One of the reasons that the kind of thing knows; "" where nothing was restricted.
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH, blank=True)
    words = models.TextField(_("to the author"), max_length=WORDS_LENGTH, blank=True)
    note = models.TextField(_("for colleagues"), max_length=WORDS_LENGTH, blank=True)
    by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        ordering = ["at", "pk"]
        indexes = [models.Index(fields=["at"], name="raati_decision_at")]
        constraints = [
            models.CheckConstraint(condition=Q(what__in=What.values), name="raati_decision_what"),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.what}"

    @property
    def is_restricting(self) -> bool:
        return self.what in RESTRICTING

    @property
    def request(self) -> "Appeal | None":
        """The author's request for a new decision, or None."""
        return getattr(self, "appeal", None)

    @property
    def reason_label(self) -> Any:
        """The reason in words, as the kind of thing names it."""
        kind = self.case.kind_of_thing
        known = dict(kind.reasons()) if kind else {}
        return known.get(self.reason, self.reason)


class Outcome(models.TextChoices):
    """What became of a request for a new decision."""

    STANDS = "stands", _("the decision stands")
    CHANGED = "changed", _("the decision was changed")


class Appeal(models.Model):
    """The author's request for a new decision: once for each decision, to somebody else."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="appeal")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    words = models.TextField(_("why"), max_length=WORDS_LENGTH)
    at = models.DateTimeField()
    outcome = models.CharField(max_length=8, choices=Outcome, blank=True)
    answer = models.TextField(_("answer to the author"), max_length=WORDS_LENGTH, blank=True)
    decided_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("request for a new decision")
        verbose_name_plural = _("requests for a new decision")
        indexes = [
            models.Index(fields=["at"], condition=Q(decided_at=None), name="raati_appeal_waiting"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(decided_at=None, outcome="")
                | Q(decided_at__isnull=False, outcome__in=Outcome.values),
                name="raati_appeal_decided",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.decision_id}"


class BanQuerySet(models.QuerySet["Ban"]):
    def in_force(self, at: Any) -> "BanQuerySet":
        return self.filter(until__gt=at, lifted_at=None)

    def holding_in(self, component: Component | None) -> "BanQuerySet":
        """Those that keep from writing there; without a place: that hold everywhere."""
        here = Q(component=None)
        return self.filter(here | Q(component=component) if component else here)


class Ban(models.Model):
    """Until when a person may write nothing: everywhere, or in one place alone."""

    public_id = PublicIdField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="raati_bans")
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="bans")
    at = models.DateTimeField()
    until = models.DateTimeField(_("until"))
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    lifted_why = models.CharField(max_length=300, blank=True)

    objects = BanQuerySet.as_manager()

    class Meta:
        verbose_name = _("ban")
        verbose_name_plural = _("bans")
        indexes = [
            models.Index(
                fields=["person", "until"],
                condition=Q(lifted_at=None),
                name="raati_ban_in_force",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.until}"
