"""Choices of the site that are nobody's page."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="site")
class SiteOptions(BaseSiteSetting):
    """The logo, and whether translations follow at once."""

    logo = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
        help_text=_("Shown beside the site's name, which stays readable text."),
    )
    translations_follow = models.BooleanField(
        _("update translations when a page is published"),
        default=True,
        help_text=_(
            "Changed texts reach the other languages at once; what has not been translated yet is"
            " shown in the original language."
        ),
    )

    backup_tried_on = models.DateField(
        _("backup last tried"),
        null=True,
        blank=True,
        help_text=_("The day on which somebody last brought the site back from its backup."),
    )

    panels = [
        FieldPanel("logo"),
        FieldPanel("translations_follow"),
        FieldPanel("backup_tried_on"),
    ]

    class Meta:
        verbose_name = _("site options")
