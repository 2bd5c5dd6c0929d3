from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class LiveConfig(AppConfig):
    name = "participation.live"
    label = "raati_live"
    verbose_name = _("Live updates")

    def ready(self) -> None:
        from . import receivers, tasks  # noqa: F401

        receivers.connect()
