from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ProcessesConfig(AppConfig):
    name = "participation.processes"
    label = "raati_processes"
    verbose_name = _("Processes")

    def ready(self) -> None:
        from participation.core import audit, open_data
        from participation.core.openness import register_parent
        from participation.core.pages import component_kind

        from . import checks
        from .models import ProcessPage
        from .rules import process_opens

        register_parent(component_kind(ProcessPage), process_opens)
        checks.enter()
        open_data.register("processes", "participation.processes.api.router")
        audit.register(
            "processes.create_from_preset", _("Start from a preset"), _("Started from a preset")
        )
