"""What waits for a moderator: one open case for each thing, and the reports about it."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core import moderatable
from participation.core.ids import PublicIdField
from participation.core.models import Person

WORDS_LENGTH = 2_000
TITLE_LENGTH = 200


class Source(models.TextChoices):
    """What opened a case."""

    REPORT = "report", _("reported")
    HELD = "held", _("waits for approval")
    FLAG = "flag", _("unusual activity")
    DESK = "desk", _("decided on the desk")


class Lane(models.TextChoices):
    """Who looks at it: reports that somebody is in danger have readers of their own."""

    ORDINARY = "ordinary", _("moderation")
    DANGER = "danger", _("somebody may be in danger")


class ReportReason(models.TextChoices):
    """Why somebody reports a thing."""

    ABUSE = "abuse", _("It insults or threatens somebody")
    PERSONAL = "personal", _("It tells somebody's personal data")
    SPAM = "spam", _("It is advertising or spam")
    FALSE = "false", _("It misleads people on purpose")
    OTHER = "other", _("Something else is wrong with it")
    DANGER = "danger", _("Somebody is in danger")


class CaseQuerySet(models.QuerySet["Case"]):
    def open(self) -> "CaseQuerySet":
        return self.filter(closed_at=None)

    def about(self, kind: str, subject_id: str) -> "CaseQuerySet":
        return self.filter(kind=kind, subject_id=subject_id)

    def asking_again(self) -> "CaseQuerySet":
        """Cases in which an author has asked for a new decision and waits for it."""
        asked = Q(decisions__appeal__isnull=False, decisions__appeal__decided_at=None)
        return self.filter(asked).distinct()


class Case(models.Model):
    """One thing that somebody has to look at, from its opening to the decision.

    `title` and `text` are the thing's words when the case was opened: what was reported
    can be read also after its author changed it.
    """

    public_id = PublicIdField()
    kind = models.CharField(max_length=60)
    subject_id = models.CharField(max_length=40)
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    source = models.CharField(_("what opened it"), max_length=8, choices=Source)
    lane = models.CharField(max_length=8, choices=Lane, default=Lane.ORDINARY)
    title = models.CharField(max_length=TITLE_LENGTH)
    text = models.TextField()
    #: For a flag: figures that a person can judge by. Never an address.
    evidence = models.JSONField(default=dict)
    assigned_to = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Raised by every change, so that nobody decides what they have not seen.
    version = models.PositiveIntegerField(default=0)
    opened_at = models.DateTimeField(_("opened"))
    closed_at = models.DateTimeField(_("decided"), null=True)

    objects = CaseQuerySet.as_manager()

    class Meta:
        verbose_name = _("case")
        verbose_name_plural = _("cases")
        indexes = [
            models.Index(
                fields=["lane", "opened_at"],
                condition=Q(closed_at=None),
                name="raati_case_open",
            ),
            models.Index(fields=["kind", "subject_id"], name="raati_case_thing"),
            models.Index(fields=["closed_at"], name="raati_case_closed"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "subject_id", "lane"],
                condition=Q(closed_at=None),
                name="raati_case_one_open",
            ),
            models.CheckConstraint(condition=Q(lane__in=Lane.values), name="raati_case_lane"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_about_voices(self) -> bool:
        """Whether supports or signatures came in a flood, so that some may be removed."""
        return self.evidence.get("what") == "voices"

    @property
    def kind_of_thing(self) -> moderatable.Moderatable | None:
        """Who knows the thing; None when its package is not installed any more."""
        return moderatable.kind_of(self.kind)

    @property
    def thing(self) -> Any:
        """The thing as it is now, hidden or not; read anew each time. None when it is no more."""
        kind = self.kind_of_thing
        return kind.find(self.subject_id) if kind else None


class Report(models.Model):
    """What one person or one visitor's session said about a thing."""

    public_id = PublicIdField()
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="reports")
    reason = models.CharField(_("reason"), max_length=8, choices=ReportReason)
    words = models.TextField(_("in their words"), max_length=WORDS_LENGTH, blank=True)
    reporter = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: A visitor's device session, so that each counts once; "" for people with an account.
    session = models.CharField(max_length=60, blank=True)
    #: A coded trace of the network address it came from, forgotten after some weeks.
    source = models.CharField(max_length=32, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        indexes = [models.Index(fields=["at"], name="raati_report_at")]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "reporter"],
                condition=Q(reporter__isnull=False),
                name="raati_report_once_each",
            ),
            models.UniqueConstraint(
                fields=["case", "session"],
                condition=~Q(session=""),
                name="raati_report_once_a_session",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.case_id}: {self.reason}"
