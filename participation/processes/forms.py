"""What an editor says to start a process from a preset."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from participation.core import clock, receipts
from participation.core.working_days import calendar

from .presets import PRESETS
from .rules import LATEST, can_begin

#: A proposal has time to be read, translated and published.
WEEKS_AHEAD = 2


def proposed_day() -> date:
    return calendar().later(clock.today() + timedelta(weeks=WEEKS_AHEAD), 0)


def choices() -> list[tuple[str, str]]:
    return [(each.name, f"{each.title}. {each.explanation}") for each in PRESETS.values()]


class PresetForm(forms.Form):
    preset = forms.ChoiceField(label=_("Preset"), choices=choices, widget=forms.RadioSelect)
    title = forms.CharField(
        label=_("Title"), max_length=120, help_text=_("You can change everything afterwards.")
    )
    first_day = forms.DateField(
        label=_("First day"),
        initial=proposed_day,
        widget=AdminDateInput,
        help_text=_("The dates of the phases are counted from it, on working days."),
    )
    key = forms.CharField(widget=forms.HiddenInput, initial=receipts.new_key)

    def clean_first_day(self) -> Any:
        day = self.cleaned_data["first_day"]
        if not can_begin(day, clock.today()):
            raise forms.ValidationError(
                _("Choose a day at most %(years)s years from today."), params={"years": LATEST}
            )
        return day
