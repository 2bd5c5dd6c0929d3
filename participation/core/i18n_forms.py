"""Texts in several languages as form fields: one labelled input for each language."""

from typing import Any

from django import forms
from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language_info
from i18nfield.forms import I18nWidget
from wagtail.admin.telepath import register
from wagtail.admin.telepath.widgets import WidgetAdapter
from wagtail.admin.widgets import AdminAutoHeightTextInput


class LanguageInputs(I18nWidget):
    """i18nfield's widget with a visible, programmatic label before each input."""

    widget = forms.TextInput

    def id_for_label(self, id_: str) -> str:
        return f"{id_}_0"

    def render(
        self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None
    ) -> SafeString:
        values = value if isinstance(value, list) else self.decompress(value)
        attrs = self.build_attrs(self.attrs, attrs)
        base = attrs.get("id") or name
        rows = []
        for number, (code, widget) in enumerate(zip(self.locales, self.widgets, strict=True)):
            own = {**attrs, "id": f"{base}_{number}"}
            field = widget.render(f"{name}_{number}", values[number], own, renderer)
            rows.append((own["id"], get_language_info(code)["name_translated"], field))
        return format_html(
            '<div class="raati-languages">{}</div>',
            format_html_join(
                "",
                '<div class="raati-languages__row">'
                '<label class="raati-languages__label" for="{}">{}</label>{}</div>',
                rows,
            ),
        )


class LanguageTextareas(LanguageInputs):
    widget = AdminAutoHeightTextInput


class LanguageInputsAdapter(WidgetAdapter):
    """How stream fields draw them: Wagtail's own adapter looks for one input only."""

    js_constructor = "raati.LanguageInputs"

    @property
    def media(self) -> forms.Media:
        return super().media + forms.Media(js=[static("raati_core/js/language_inputs.js")])


register(LanguageInputsAdapter(), LanguageInputs)
