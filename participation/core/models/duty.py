"""Who stands in for whom, and which reminders have gone out."""

from datetime import date
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from ..ids import PublicIdField


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def on(self, day: date) -> "AbsenceQuerySet":
        """Absences that hold on that day."""
        return self.filter(first_day__lte=day, last_day__gte=day, ended_at=None)

    def to_come(self, day: date) -> "AbsenceQuerySet":
        """Those that hold on that day or later."""
        return self.filter(last_day__gte=day, ended_at=None)


class Absence(models.Model):
    """A member of staff is away, from a first to a last day; a colleague stands in."""

    public_id = PublicIdField()
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_absences"
    )
    deputy = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_stands_in"
    )
    first_day = models.DateField(_("first day away"))
    last_day = models.DateField(_("last day away"))
    named_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    named_at = models.DateTimeField()
    #: Taken back, or come back early.
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        verbose_name = _("absence")
        verbose_name_plural = _("absences")
        ordering = ["first_day", "pk"]
        indexes = [
            models.Index(
                fields=["last_day"],
                condition=models.Q(ended_at=None),
                name="raati_absence_to_come",
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_day__gte=models.F("first_day")), name="raati_absence_days"
            ),
            models.CheckConstraint(
                condition=~models.Q(person=models.F("deputy")), name="raati_absence_two_people"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_day} – {self.last_day}"

    def holds_on(self, day: Any) -> bool:
        return self.ended_at is None and self.first_day <= day <= self.last_day


class Reminder(models.Model):
    """That a step of reminding about a thing and its day was taken: once, whoever asks again."""

    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=80)
    due_on = models.DateField()
    step = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "due_on", "step"], name="raati_reminder_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}: {self.step}"
