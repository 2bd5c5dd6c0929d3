from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Site")

    def ready(self) -> None:
        from . import checks, receivers, registrations, roles, tasks  # noqa: F401

        checks.enter()
        registrations.enter()
        receivers.connect()
        roles.connect()
