"""Where and what: areas of the municipality, themes, and the service areas that answer."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nCharField, I18nTextField


class Area(models.Model):
    """The municipality (the one without a parent) and its areas; names in every language."""

    slug = models.SlugField(_("address"), unique=True)
    name = I18nCharField(_("name"))
    parent = models.ForeignKey(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="areas",
        verbose_name=_("part of"),
    )
    population = models.PositiveIntegerField(_("residents"), null=True, blank=True)
    population_date = models.DateField(_("counted on"), null=True, blank=True)
    outline = models.JSONField(
        _("outline"),
        null=True,
        blank=True,
        help_text=_("A GeoJSON polygon in WGS 84, for maps. Empty: the area is not drawn."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.name)

    def kept_key(self) -> tuple[str, ...]:
        """What pieces that are kept show of it (kept.py): not its outline."""
        return self.slug, str(getattr(self.name, "data", self.name))


class Theme(models.Model):
    """What an idea or a discussion is about, in every language."""

    slug = models.SlugField(_("address"), unique=True)
    name = I18nCharField(_("name"))
    icon = models.SlugField(_("icon"), default="tag")
    service_area = models.ForeignKey(
        "raati_core.ServiceArea",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("answered by"),
        help_text=_("The service area to which what comes under this theme is given first."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("theme")
        verbose_name_plural = _("themes")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.name)


class ServiceArea(models.Model):
    """A part of the administration that owns matters and answers for them."""

    slug = models.SlugField(_("address"), unique=True)
    name = I18nCharField(_("name"))
    contact = I18nTextField(_("how to reach it"), blank=True)
    owner = models.ForeignKey(
        "raati_core.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("who answers"),
        help_text=_("New matters of this service area are given to this person."),
    )
    deputy = models.ForeignKey(
        "raati_core.Person",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("deputy"),
        help_text=_("Is told as well, and may answer, when the first one is away."),
    )
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("service area")
        verbose_name_plural = _("service areas")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.name)
