from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class InitiativesConfig(AppConfig):
    name = "participation.initiatives"
    label = "raati_initiatives"
    verbose_name = _("Residents' initiatives")

    def ready(self) -> None:
        from . import receivers, registrations, tasks  # noqa: F401 - they enter themselves

        registrations.enter()
