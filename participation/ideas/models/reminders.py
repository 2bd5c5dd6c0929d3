"""Mails to those who answer: written down first, sent after, marked last."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .ideas import Idea


class ReminderKind(models.TextChoices):
    ASSIGNED = "assigned", _("given to you")
    SOON = "soon", _("due soon")
    OVERDUE = "overdue", _("overdue")


class Reminder(models.Model):
    """One mail about one idea to one official. The row is the truth; a mail may come twice."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="reminders")
    person = models.ForeignKey("raati_core.Person", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(_("reason"), max_length=10, choices=ReminderKind)
    due_on = models.DateField(_("due date"), null=True)
    #: What makes it the same reminder: its fact, or its day.
    mark = models.CharField(max_length=80, unique=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    #: When it was sent, or turned out not to be needed any more.
    done_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("reminder")
        verbose_name_plural = _("reminders")
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(done_at=None),
                name="raati_reminder_waiting",
            ),
        ]

    def __str__(self) -> str:
        return self.mark
