"""The editor's form of pages whose settings are shared by all languages."""

from typing import Any

from wagtail.admin.forms import WagtailAdminPageForm


class ComponentPageForm(WagtailAdminPageForm):
    """Without the settings on a translation: they are neither shown as inputs nor taken."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk and not self.instance.is_source:
            for name in self.instance.shared_fields():
                self.fields.pop(name, None)
