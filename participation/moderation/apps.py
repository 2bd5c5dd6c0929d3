from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ModerationConfig(AppConfig):
    name = "participation.moderation"
    label = "raati_moderation"
    verbose_name = _("Moderation")

    def ready(self) -> None:
        from . import receivers, registrations, tasks  # noqa: F401 - they enter themselves

        registrations.enter()
