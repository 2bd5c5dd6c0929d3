"""What people ask about their own data, and what they were warned of."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from participation.core.ids import PublicIdField


class DataExport(models.Model):
    """A file with everything about one person, for them alone and for a short time."""

    public_id = PublicIdField()
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_exports"
    )
    asked_at = models.DateTimeField()
    ready_at = models.DateTimeField(null=True, blank=True)
    expires_at = models.DateTimeField()
    file = models.ForeignKey(
        "raati_core.PrivateFile", on_delete=models.SET_NULL, null=True, related_name="+"
    )

    class Meta:
        verbose_name = _("copy of one's own data")
        verbose_name_plural = _("copies of one's own data")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(ready_at=None),
                name="raati_export_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.public_id


class RetentionNotice(models.Model):
    """A warning that something about a person will be forgotten, and when."""

    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_notices"
    )
    kind = models.CharField(max_length=60)
    told_at = models.DateTimeField()
    due_on = models.DateField()

    class Meta:
        verbose_name = _("warning before forgetting")
        verbose_name_plural = _("warnings before forgetting")
        indexes = [models.Index(fields=["kind", "due_on"], name="raati_warning_due")]
        constraints = [
            models.UniqueConstraint(fields=["person", "kind", "due_on"], name="raati_warned_once")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.due_on}"
