"""Editor panels for settings that are edited on one page and shared by its languages."""

from typing import Any

from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.admin.panels import FieldPanel

from . import eligibility


class SettingPanel(FieldPanel):
    """A setting field: editable on the source page, read-only on its translations.

    The page's form leaves the field out there (page_forms.py); the panel shows
    what the source page published, and where it is edited.
    """

    class BoundPanel(FieldPanel.BoundPanel):
        @cached_property
        def is_elsewhere(self) -> bool:
            return bool(self.instance.pk) and not self.instance.is_source

        def __init__(self, **kwargs: Any) -> None:
            super().__init__(**kwargs)
            if self.is_elsewhere:
                self.read_only = True
                self.heading = self.heading or self.panel.db_field.verbose_name.capitalize()
                self.help_text = self._where()

        def is_shown(self) -> bool:
            return self.is_elsewhere or super().is_shown()

        @cached_property
        def value_from_instance(self) -> Any:
            if not self.is_elsewhere:
                return getattr(self.instance, self.field_name)
            return getattr(self.instance.source_page, self.field_name, None)

        def _where(self) -> str:
            sentence = _("The same in every language; edited on the original page.")
            source = self.instance.component.source_page_id
            url = reverse("wagtailadmin_pages:edit", args=[source])
            return format_html('{} <a href="{}">{}</a>', sentence, url, _("Open it"))


class WhoMayPanel(SettingPanel):
    """Who may take part; on translations in words. Nothing where no engine is installed."""

    def format_value_for_display(self, value: Any) -> Any:
        return "; ".join(eligibility.clauses(value or {})) or _("everybody who has an account")

    class BoundPanel(SettingPanel.BoundPanel):
        def is_shown(self) -> bool:
            return eligibility.engine() is not None and super().is_shown()
