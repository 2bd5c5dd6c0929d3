"""The truth behind the live channel: which version a stream is at, and what changed."""

from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _


class Stream(models.Model):
    """One thing that people watch together: a thread, a board.

    Made by the first change or the first right taken away; a stream without a
    row stands at version 0. Its row lock orders the changes.
    """

    name = models.CharField(max_length=80, unique=True)
    version = models.BigIntegerField(default=0)
    #: Raised whenever somebody may have lost the right to read.
    rights_version = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("live stream")
        verbose_name_plural = _("live streams")

    def __str__(self) -> str:
        return f"{self.name}: {self.version}"


class Operation(models.TextChoices):
    REPLACE = "replace", _("replace")
    APPEND = "append", _("add at the end")
    PREPEND = "prepend", _("add at the beginning")
    REMOVE = "remove", _("remove")


class Change(models.Model):
    """What changed on the page, by reference: never the text itself.

    The text is drawn from the database when somebody is told, so a post that
    was hidden meanwhile is told to nobody.
    """

    stream = models.ForeignKey(Stream, on_delete=models.CASCADE, related_name="changes")
    version = models.BigIntegerField()
    operation = models.CharField(max_length=8, choices=Operation)
    #: The element that is replaced or removed, or the one that gets a new child.
    element = models.CharField(max_length=80)
    object_kind = models.CharField(max_length=40, blank=True)
    object_id = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("live change")
        verbose_name_plural = _("live changes")
        constraints = [
            models.UniqueConstraint(fields=["stream", "version"], name="raati_live_one_order"),
        ]
        indexes = [models.Index(fields=["at"], name="raati_live_change_age")]

    def __str__(self) -> str:
        return f"{self.version}: {self.operation} {self.element}"
