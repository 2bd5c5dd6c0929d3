from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PeopleConfig(AppConfig):
    name = "participation.people"
    label = "raati_people"
    verbose_name = _("People and the right to take part")

    def ready(self) -> None:
        from . import registrations, verifying_registrations

        registrations.enter()
        verifying_registrations.enter()
