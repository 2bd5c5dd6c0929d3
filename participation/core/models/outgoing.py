"""Mails on their way; see outbox.py."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

#: After so many tries a mail is given up and shown to staff.
MOST_ATTEMPTS = 12


class Fate(models.TextChoices):
    """What became of a mail."""

    WAITING = "waiting", _("waiting")
    SENT = "sent", _("sent")
    DROPPED = "dropped", _("no longer needed")
    FAILED = "failed", _("could not be sent")
    BOUNCED = "bounced", _("came back")


class OutgoingMailQuerySet(models.QuerySet["OutgoingMail"]):
    def due(self, at: datetime) -> "OutgoingMailQuerySet":
        """What may be sent at `at`, the oldest first."""
        rows = self.filter(fate=Fate.WAITING, not_before__lte=at, attempts__lt=MOST_ATTEMPTS)
        return rows.order_by("not_before", "pk")

    def given_up(self, at: datetime) -> "OutgoingMailQuerySet":
        """Tried for the last time by a process that died before it could say what came of it."""
        return self.filter(fate=Fate.WAITING, not_before__lte=at, attempts__gte=MOST_ATTEMPTS)

    def late(self, since: datetime) -> "OutgoingMailQuerySet":
        """What could have gone before `since`, was asked for before it, and has not gone."""
        # `not_before` moves with each try; the first try is what tells that it was due.
        tried = models.Q(attempts__gt=0) | models.Q(not_before__lt=since)
        return self.filter(tried, fate=Fate.WAITING, created_at__lt=since)


class OutgoingMail(models.Model):
    """One mail to one receiver, written in the transaction of what it tells about.

    Only what is needed to write it is kept, never its text: a kind renders it at the moment
    of sending, so that it says nothing that was hidden meanwhile.
    """

    #: The same mark is the same mail, however often somebody asks for it.
    mark = models.CharField(max_length=160, unique=True)
    kind = models.CharField(max_length=60)
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: Only for receivers without an account; emptied when the mail has gone for good.
    address = models.EmailField(max_length=254, blank=True)
    language = models.CharField(max_length=10, blank=True)
    data = models.JSONField(default=dict)
    created_at = models.DateTimeField()
    not_before = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    fate = models.CharField(max_length=8, choices=Fate, default=Fate.WAITING)
    done_at = models.DateTimeField(null=True, blank=True)
    #: What went wrong, in codes: a server's words may hold the address.
    error = models.CharField(max_length=200, blank=True)
    #: The address from which it came back, keyed and hashed; see bounces.py.
    digest = models.CharField(max_length=32, blank=True)

    objects = OutgoingMailQuerySet.as_manager()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [
            models.Index(
                fields=["not_before", "id"],
                condition=models.Q(fate="waiting"),
                name="raati_mail_waiting",
            ),
            models.Index(fields=["person", "-created_at"], name="raati_mail_person"),
            models.Index(fields=["fate", "-done_at"], name="raati_mail_done"),
            models.Index(
                fields=["digest"], condition=~models.Q(digest=""), name="raati_mail_came_back"
            ),
        ]
        constraints = [
            models.CheckConstraint(condition=models.Q(fate__in=Fate.values), name="raati_mail_fate")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"
