"""Where residents find the service desk that checks identities."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nTextField
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting


@register_setting(icon="group")
class ServiceDesk(BaseSiteSetting):
    """The ways of checking an identity that this municipality offers beside identity services."""

    address = I18nTextField(
        _("address and opening hours of the service desk"),
        blank=True,
        help_text=_("Shown to residents who want to show who they are. Empty: there is no desk."),
    )
    sends_letters = models.BooleanField(
        _("send codes by post"),
        default=False,
        help_text=_("Residents can ask for a letter with a code. Staff print and post it."),
    )

    panels = [FieldPanel("address"), FieldPanel("sends_letters")]

    class Meta:
        verbose_name = _("checking identities")
