"""Days typed in the admin, as the editor's language writes them."""

import json
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.formats import get_format
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.datetimepicker import to_datetimepicker_format
from wagtail.admin.widgets import AdminDateInput

_BY_LANGUAGE = {"fi": "%d.%m.%Y", "sv": "%d.%m.%Y", "en": "%d/%m/%Y"}
#: All are understood in every language: no two of them can mean different days.
FORMATS = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d")
YEARS = range(1900, 2200)


def day_format() -> str:
    """How the active language writes a day in a field."""
    return _BY_LANGUAGE.get((get_language() or "")[:2], FORMATS[-1])


class DayInput(AdminDateInput):
    """Wagtail's date picker; its format is looked up when it is drawn, not when it is made."""

    def format_value(self, value: Any) -> str | None:
        return value.strftime(day_format()) if isinstance(value, date) else value

    def get_config(self) -> dict[str, Any]:
        return {
            "dayOfWeekStart": get_format("FIRST_DAY_OF_WEEK"),
            "format": to_datetimepicker_format(day_format()),
        }

    def get_context(self, name: str, value: Any, attrs: Any) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        context["widget"]["config_json"] = json.dumps(self.get_config())
        return context


class DayField(forms.DateField):
    """A date field for the admin."""

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(input_formats=FORMATS, **kwargs)

    def to_python(self, value: Any) -> date | None:
        day = super().to_python(value)
        if day is not None and day.year not in YEARS:
            raise ValidationError(_("Check the year."), code="year")
        return day
