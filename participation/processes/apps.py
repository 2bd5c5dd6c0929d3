from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProcessesConfig(AppConfig):
    name = "participation.processes"
    label = "raati_processes"
    verbose_name = _("Processes")

    def ready(self) -> None:
        from participation.core import audit, open_data
        from participation.core.openness import register_parent
        from participation.core.outbox import register_kind as register_mail
        from participation.core.pages import component_kind

        from . import checks, receivers, reminders, tasks  # noqa: F401
        from .models import ProcessPage
        from .rules import process_opens

        register_parent(component_kind(ProcessPage), process_opens)
        checks.enter()
        register_mail(reminders.KIND, reminders.write)
        open_data.register("processes", "participation.processes.api.router")
        audit.register(
            "processes.create_from_preset", _("Start from a preset"), _("Started from a preset")
        )
