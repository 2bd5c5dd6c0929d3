from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "participation.notifications"
    label = "raati_notifications"
    verbose_name = _("Notifications")

    def ready(self) -> None:
        from . import receivers, registrations, tasks  # noqa: F401

        registrations.enter()
