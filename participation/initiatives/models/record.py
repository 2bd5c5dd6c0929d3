"""What the municipality did because of an initiative."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from i18nfield.fields import I18nCharField, I18nTextField

from .initiatives import Initiative


class EntryKind(models.TextChoices):
    TAKEN_UP = "taken_up", pgettext_lazy("initiative", "Taken up")
    STEP = "step", pgettext_lazy("initiative", "A step on the way")
    ANSWERED = "answered", pgettext_lazy("initiative", "Answered")
    CLOSED = "closed", pgettext_lazy("initiative", "Closed")


class Entry(models.Model):
    """One dated thing that was done, public. Append-only: a mistake is put right by a new one."""

    initiative = models.ForeignKey(Initiative, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(_("what was done"), max_length=10, choices=EntryKind)
    on = models.DateField(_("day"))
    text = I18nTextField(_("in words"))
    role = I18nCharField(_("signed by"), help_text=_("The role, not the name of a person."))
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    at = models.DateTimeField(_("recorded"))

    class Meta:
        verbose_name = _("entry")
        verbose_name_plural = _("entries")
        ordering = ["on", "pk"]
        constraints = [
            models.CheckConstraint(condition=Q(kind__in=EntryKind.values), name="raati_entry_kind"),
            models.UniqueConstraint(
                fields=["initiative"],
                condition=Q(kind__in=[EntryKind.ANSWERED, EntryKind.CLOSED]),
                name="raati_entry_one_end",
            ),
        ]

    def __str__(self) -> str:
        return self.get_kind_display()
