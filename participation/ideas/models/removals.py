"""Supports that staff took away: how many and why, for everybody to see."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .ideas import Idea

REASON_LENGTH = 300


class SupportRemoval(models.Model):
    """One removal. Which persons were concerned stands nowhere any more."""

    idea = models.ForeignKey(Idea, on_delete=models.PROTECT, related_name="removals")
    at = models.DateTimeField()
    count = models.PositiveIntegerField()
    #: Public, in the words of whoever removed them.
    reason = models.CharField(_("reason"), max_length=REASON_LENGTH)
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("removed supports")
        verbose_name_plural = _("removed supports")
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.idea_id}: {self.count}"
