"""Feedback on accessibility: the law gives the municipality fourteen days to answer."""

from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from participation.core.ids import PublicIdField
from participation.core.models import Authored


class FeedbackQuerySet(models.QuerySet["AccessibilityFeedback"]):
    def waiting(self) -> "FeedbackQuerySet":
        """Not answered yet."""
        return self.filter(answered_at=None)

    def overdue(self, today: date) -> "FeedbackQuerySet":
        """Not answered, and the last day for it is gone."""
        return self.waiting().filter(due_on__lt=today)


class AccessibilityFeedback(Authored):
    """What somebody could not use, and when it was answered."""

    public_id = PublicIdField()
    message = models.TextField(_("what did not work"))
    page_address = models.CharField(_("where"), max_length=300, blank=True)
    email = models.EmailField(_("e-mail for the answer"), blank=True)
    language = models.CharField(_("language"), max_length=10)
    received_at = models.DateTimeField(_("received"))
    due_on = models.DateField(_("answer by"))
    answered_at = models.DateTimeField(_("answered"), null=True)
    answered_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    answer = models.TextField(_("what was answered and done"), blank=True)
    overdue_told_at = models.DateTimeField(null=True)

    objects = FeedbackQuerySet.as_manager()

    class Meta:
        verbose_name = _("feedback on accessibility")
        verbose_name_plural = _("feedback on accessibility")
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.message[:60]
