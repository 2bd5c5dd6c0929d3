"""What residents fill in: what they tell of themselves, and a code."""

from collections.abc import Collection
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.models import Area
from participation.core.text import PlainTextField

from .guardians.ages import is_boundary_year
from .models import Profile, Status
from .models.known import EARLIEST_YEAR

CODE_LENGTH = 40


class TellForm(forms.Form):
    """Only the fields that are asked for (`names`, as in Profile)."""

    status = forms.ChoiceField(
        label=_("How do you belong here?"),
        choices=[(status.value, capfirst(status.label)) for status in Status],
        widget=forms.RadioSelect,
    )
    birth_year = forms.IntegerField(
        label=_("Your year of birth"),
        help_text=_("Only the year, for instance 1984. Nobody else sees it."),
        widget=forms.TextInput(
            attrs={"inputmode": "numeric", "autocomplete": "bday-year", "maxlength": 4}
        ),
        error_messages={"invalid": _("Write the year with four digits, for instance 1984.")},
    )
    is_old_enough = forms.TypedChoiceField(
        label=_("Have you had your birthday this year?"),
        choices=[("yes", _("Yes")), ("no", _("Not yet"))],
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose one of these: your year alone does not tell.")},
    )
    area = forms.ChoiceField(
        label=_("Your area"),
        help_text=_("Where you live, or where your holiday home, work or school is."),
    )

    def __init__(self, *args: Any, names: Collection[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = {*names, "is_old_enough"} if self._is_unsure(names) else names
        for name in [name for name in self.fields if name not in names]:
            del self.fields[name]
        area = self.fields.get("area")
        if isinstance(area, forms.ChoiceField):
            self.areas = {row.slug: row for row in Area.objects.all()}
            rows = [(slug, str(row)) for slug, row in self.areas.items()]
            area.choices = [("", _("Choose your area")), *rows]

    def _is_unsure(self, names: Collection[str]) -> bool:
        """Whether the year that was written is the one in which the birthday matters."""
        given = str(self.data.get("birth_year", "")).strip()
        if "birth_year" not in names or not (given.isdecimal() and len(given) == 4):
            return False
        year, today = int(given), timezone.localdate(clock.glance())
        return EARLIEST_YEAR <= year <= today.year and is_boundary_year(year, today)

    def clean_birth_year(self) -> int:
        year = self.cleaned_data["birth_year"]
        if not EARLIEST_YEAR <= year <= timezone.localdate(clock.glance()).year:
            message = self.fields["birth_year"].error_messages["invalid"]
            raise forms.ValidationError(message, code="invalid")
        return year

    def clean_area(self) -> Area:
        return self.areas[self.cleaned_data["area"]]


def told_values(profile: Profile | None) -> dict[str, Any]:
    """What was told, as the form's fields take it."""
    if profile is None:
        return {}
    area = profile.area.slug if profile.area else ""
    values = {"status": profile.status, "birth_year": profile.birth_year, "area": area}
    return {name: value for name, value in values.items() if value}


class CodeForm(forms.Form):
    """The code that somebody was given."""

    code = PlainTextField(
        label=_("Your code"),
        max_length=CODE_LENGTH,
        help_text=_("Nine letters and digits. Capitals and dashes do not matter."),
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "none", "spellcheck": "false"}
        ),
    )
