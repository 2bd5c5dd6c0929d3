"""What people tell of themselves, and only when something needs it."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

EARLIEST_YEAR = 1900
LATEST_YEAR = 2200


class Status(models.TextChoices):
    """How somebody belongs to the municipality."""

    RESIDENT = "resident", _("resident")
    HOLIDAY = "holiday", _("holiday resident")
    E_RESIDENT = "e_resident", _("e-resident")
    WORKS = "works", _("works or studies here")
    VISITOR = "visitor", _("visitor")


class Level(models.IntegerChoices):
    """How sure we are who it is."""

    NONE = 0, _("anybody with an account")
    EMAIL = 1, _("a confirmed e-mail address")
    VERIFIED = 2, _("identity checked")


class Profile(models.Model):
    """What a person told; never more than some place of participation asked for."""

    person = models.OneToOneField(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_profile"
    )
    status = models.CharField(_("status"), max_length=10, choices=Status, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        _("year of birth"),
        null=True,
        blank=True,
        validators=[MinValueValidator(EARLIEST_YEAR), MaxValueValidator(LATEST_YEAR)],
    )
    area = models.ForeignKey(
        "raati_core.Area",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("area"),
    )
    told_at = models.DateTimeField()

    class Meta:
        verbose_name = _("what a person told")
        verbose_name_plural = _("what people told")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(status="") | models.Q(status__in=Status.values),
                name="raati_profile_status",
            ),
            models.CheckConstraint(
                condition=models.Q(birth_year=None)
                | models.Q(birth_year__gte=EARLIEST_YEAR, birth_year__lte=LATEST_YEAR),
                name="raati_profile_year",
            ),
        ]

    def __str__(self) -> str:
        return str(self.person_id)


class ToldUse(models.Model):
    """What somebody told of themselves has let them take part here.

    While the place is open they cannot change it themselves.
    """

    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey("raati_core.Person", on_delete=models.CASCADE, related_name="+")

    class Meta:
        verbose_name = _("use of what was told")
        verbose_name_plural = _("uses of what was told")
        constraints = [
            models.UniqueConstraint(fields=["person", "component"], name="raati_told_use_once")
        ]

    def __str__(self) -> str:
        return str(self.person_id)
