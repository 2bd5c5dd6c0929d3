"""The editor's form of pages whose settings are shared by all languages."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm

from . import eligibility
from .models import Component


class ComponentPageForm(WagtailAdminPageForm):
    """Without the settings on a translation: they are neither shown as inputs nor taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.instance.is_source:
            for name in self.instance.shared_fields():
                self.fields.pop(name, None)
        self._who_may()

    def _who_may(self) -> None:
        """The installed engine's own field instead of one for JSON; none without an engine."""
        if eligibility.SETTING not in self.fields:
            return
        engine = eligibility.engine()
        if engine is None:
            del self.fields[eligibility.SETTING]
        else:
            field = engine.editor_field(self.instance.eligibility, self._above())
            self.fields[eligibility.SETTING] = field

    def _above(self) -> Component | None:
        """The place above that says who may take part, for pages saved and new."""
        if self.instance.pk:
            return eligibility.asker_above(self.instance)
        parent = self.parent_page
        return eligibility.asker_above(parent, inclusive=True) if parent is not None else None
