from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class IdeasConfig(AppConfig):
    name = "participation.ideas"
    label = "raati_ideas"
    verbose_name = _("Ideas")
    page_blocks = "participation.ideas.blocks"

    def ready(self) -> None:
        from . import checks, receivers, registrations, tasks, tiles  # noqa: F401

        checks.enter()
        registrations.enter()
