from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class WiringConfig(AppConfig):
    name = "participation.wiring"
    label = "raati_wiring"
    verbose_name = _("Wiring")
