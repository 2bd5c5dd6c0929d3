from importlib import import_module

from django.apps import AppConfig, apps
from django.utils.translation import gettext_lazy as _

#: Modules `<one>_<other>.py` that enter themselves; imported where both packages are installed.
PAIRS = (
    ("ideas", "moderation"),
    ("ideas", "notifications"),
    ("ideas", "people"),
    ("initiatives", "moderation"),
    ("initiatives", "notifications"),
    ("initiatives", "people"),
    ("moderation", "notifications"),
    ("processes", "notifications"),
)


class WiringConfig(AppConfig):
    name = "participation.wiring"
    label = "raati_wiring"
    verbose_name = _("Wiring")

    def ready(self) -> None:
        for pair in PAIRS:
            if all(apps.is_installed(f"participation.{name}") for name in pair):
                import_module(f"{self.name}.{'_'.join(pair)}")
