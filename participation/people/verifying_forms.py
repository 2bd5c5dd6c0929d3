"""What people write to show who they are."""

from typing import Any

from django import forms
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

from participation.core.text import PlainTextField

from .letters import Address
from .models import Letter


def _longest(name: str) -> int | None:
    return Letter._meta.get_field(name).max_length


class AddressForm(forms.Form):
    """Where the letter goes."""

    name = PlainTextField(
        label=_("Your name"),
        max_length=_longest("name"),
        help_text=_("As it stands on your letter box."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    street = PlainTextField(
        label=_("Street address"),
        max_length=_longest("street"),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    postcode = PlainTextField(
        label=_("Postcode"),
        max_length=_longest("postcode"),
        validators=[RegexValidator(r"\A[0-9A-Za-z][0-9A-Za-z -]+\Z", _("Write the postcode."))],
        widget=forms.TextInput(attrs={"autocomplete": "postal-code"}),
    )
    town = PlainTextField(
        label=_("Town"),
        max_length=_longest("town"),
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )

    def address(self) -> Address:
        return Address(**self.cleaned_data)


class CodeForm(forms.Form):
    """The code from the letter."""

    code = PlainTextField(
        label=_("The code in the letter"),
        max_length=40,
        help_text=_("Nine digits, for example 123 456 789."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "one-time-code"}),
    )

    def refuse(self, reason: Any) -> None:
        self.add_error("code", str(reason))
