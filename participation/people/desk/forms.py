"""What an official attests: only what the person wants to show and a place may ask for."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.core import clock
from participation.core.models import Area
from participation.core.text import PlainTextField

from ..birth import Born
from ..models import Status
from ..verifying import REASON_LENGTH
from ..verifying_ages import ANY_AGE, OLDEST, at_least, under
from ..verifying_facts import Facts

#: "Under 20 until the end of …": so many years ahead.
YEARS_AHEAD = 5


class SearchForm(forms.Form):
    text = PlainTextField(
        label=_("E-mail address or shown name"),
        max_length=120,
        help_text=_("At least three letters. What you search for is not kept; that you did is."),
    )


class AttestForm(forms.Form):
    """Status, area, age: each may stay empty. A birthday cannot be entered anywhere."""

    status = forms.ChoiceField(
        label=_("Status"), required=False, choices=[("", "---------"), *Status.choices]
    )
    area = forms.ModelChoiceField(label=_("Area"), required=False, queryset=Area.objects.all())
    years = forms.IntegerField(
        label=_("Age in whole years"),
        required=False,
        min_value=0,
        max_value=OLDEST,
        help_text=_("Today's age. Leave it empty if one of the next two is enough."),
    )
    at_least = forms.IntegerField(
        label=_("At least so many years old"), required=False, min_value=1, max_value=OLDEST
    )
    under = forms.IntegerField(
        label=_("Younger than"), required=False, min_value=1, max_value=OLDEST
    )
    under_until = forms.TypedChoiceField(
        label=_("… until the end of the year"), required=False, coerce=int, empty_value=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = clock.today()
        ahead = range(self.today.year, self.today.year + YEARS_AHEAD)
        field = self.fields["under_until"]
        assert isinstance(field, forms.TypedChoiceField)
        field.choices = [("", "---------"), *((year, str(year)) for year in ahead)]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if bool(cleaned.get("under")) != bool(cleaned.get("under_until")):
            empty = "under_until" if cleaned.get("under") else "under"
            if empty not in self.errors:
                self.add_error(empty, _("Fill in both, or neither."))
        if not self.errors and self._born() is None:
            self.add_error("years", _("Nobody can be of all these ages at once."))
        return cleaned

    def _born(self) -> Born | None:
        """What all the ages leave open; None when nothing does."""
        given, found = self.cleaned_data, ANY_AGE
        for each in (
            Born.aged(given["years"], self.today) if given.get("years") is not None else None,
            at_least(given["at_least"], self.today) if given.get("at_least") else None,
            under(given["under"], date(given["under_until"], 12, 31))
            if given.get("under")
            else None,
        ):
            joined = found.meet(each) if each else found
            if joined is None:
                return None
            found = joined
        return found

    def facts(self) -> Facts:
        return Facts(
            status=self.cleaned_data["status"],
            area=self.cleaned_data["area"],
            born=self._born() or ANY_AGE,
        )


class VerifyForm(AttestForm):
    saw_document = forms.BooleanField(
        label=_("I have seen an identity card, a passport or a driving licence"),
        error_messages={"required": _("Look at an identity document first, and tick that.")},
    )


class ReasonForm(forms.Form):
    reason = PlainTextField(
        label=_("Reason"),
        max_length=REASON_LENGTH,
        help_text=_("For the log. No personal data beyond what is needed."),
    )


class RevokeForm(ReasonForm):
    release = forms.BooleanField(
        label=_("The person will use another account"),
        required=False,
        help_text=_("Then the same identity can verify the other account."),
    )
