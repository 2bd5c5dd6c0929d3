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
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("area")
        verbose_name_plural = _("areas")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.name)


class Theme(models.Model):
    """What an idea or a discussion is about, in every language."""

    slug = models.SlugField(_("address"), unique=True)
    name = I18nCharField(_("name"))
    icon = models.SlugField(_("icon"), default="tag")
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
    position = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("service area")
        verbose_name_plural = _("service areas")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return str(self.name)
