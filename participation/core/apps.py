from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CoreConfig(AppConfig):
    name = "participation.core"
    label = "raati_core"
    verbose_name = _("Participation")

    def ready(self) -> None:
        from . import receivers, registrations, tasks, working_days  # noqa: F401

        receivers.connect()
