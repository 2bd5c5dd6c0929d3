"""A child's guardian says yes before anything of the child is kept."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from participation.core.ids import PublicIdField


class Way(models.TextChoices):
    """How a guardian has said yes."""

    LETTER = "letter", _("with the link that was mailed to them")
    PAPER = "paper", _("on paper, shown to a member of staff")


class GuardianConsent(models.Model):
    """Below the age limit an account sleeps until a guardian says yes, and after they take it back.

    No word about the guardian but the address; it goes when the child has grown out of it.
    """

    public_id = PublicIdField()
    person = models.OneToOneField(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_consent"
    )
    #: Since when the account sleeps; None while the consent is in force.
    waits_since = models.DateTimeField(null=True, blank=True, db_index=True)
    guardian_email = models.EmailField(_("guardian's e-mail address"), blank=True)
    letters = models.PositiveSmallIntegerField(default=0)
    given_at = models.DateTimeField(null=True, blank=True)
    way = models.CharField(max_length=6, choices=Way, blank=True)
    recorded_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    #: What went out of sight with the account (label and key), and nothing that waited before.
    held = models.JSONField(default=list)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    #: The day from which no consent is needed any more, where the year of birth is known.
    needed_until = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("guardian's consent")
        verbose_name_plural = _("guardians' consents")
        constraints = [
            models.CheckConstraint(
                condition=Q(waits_since__isnull=False) | Q(given_at__isnull=False),
                name="raati_consent_given",
            ),
            models.CheckConstraint(
                condition=Q(way="") | Q(way__in=Way.values), name="raati_consent_way"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_in_force(self) -> bool:
        return self.waits_since is None
