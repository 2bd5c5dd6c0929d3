"""What makers and signers fill in."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.core.names import validate_display_name
from participation.core.text import PlainTextField

from .actions.making import CONTACT
from .models import Maker
from .models.initiatives import (
    ADDRESS_LENGTH,
    NAME_LENGTH,
    PHONE_LENGTH,
    TEXT_LENGTH,
    TITLE_LENGTH,
)
from .models.pages import MUNICIPALITY_LENGTH

SHOWN_NAME_LENGTH = 60


def _name(help_text: Any) -> PlainTextField:
    return PlainTextField(
        label=_("Your full name"),
        max_length=NAME_LENGTH,
        help_text=help_text,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


def _municipality() -> PlainTextField:
    return PlainTextField(
        label=_("Home municipality"),
        max_length=MUNICIPALITY_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )


class DraftForm(forms.Form):
    """An initiative. Visitors write the initiative itself; who makes it is asked after sign-in."""

    title = PlainTextField(
        label=_("Title"),
        max_length=TITLE_LENGTH,
        help_text=_("What should the municipality do, in a few words?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = PlainTextField(
        label=_("Your initiative"),
        lines=True,
        max_length=TEXT_LENGTH,
        help_text=_("What do you ask for, and why? Do not write about private persons."),
    )
    language = forms.ChoiceField(label=_("Language of your text"))
    maker_kind = forms.ChoiceField(
        label=_("Who makes the initiative?"), choices=Maker.choices, widget=forms.RadioSelect
    )
    organisation = PlainTextField(
        label=_("Name of the organisation"),
        required=False,
        max_length=NAME_LENGTH,
        help_text=_("Only if you act for one. It is shown on the page."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    shown_name = PlainTextField(
        label=_("Name shown with your initiative"),
        max_length=SHOWN_NAME_LENGTH,
        validators=[validate_display_name],
        help_text=_("A first name or a nickname is enough. You choose it once."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    name = _name(_("For the registry. It is not shown on the page."))
    municipality = _municipality()
    email = forms.EmailField(
        label=_("E-mail"),
        required=False,
        help_text=_("We tell you here what is done."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    phone = PlainTextField(
        label=_("Telephone"),
        required=False,
        max_length=PHONE_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "tel"}),
    )
    address = PlainTextField(
        label=_("Postal address"),
        required=False,
        max_length=ADDRESS_LENGTH,
        help_text=_("An e-mail address, a telephone number or a postal address is enough."),
        widget=forms.TextInput(attrs={"autocomplete": "street-address"}),
    )
    owner = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)
    key = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    #: What a draft keeps of the form: nothing of the maker's details.
    KEPT: ClassVar[tuple[str, ...]] = (
        "title",
        "text",
        "language",
        "maker_kind",
        "organisation",
        "shown_name",
    )

    def __init__(
        self, *args: Any, own: str, is_member: bool, has_name: bool, is_new: bool, **kwargs: Any
    ) -> None:
        """`own` is the municipality whose residents count."""
        super().__init__(*args, **kwargs)
        self.own = own
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = list(settings.LANGUAGES)
        language.initial = get_language()
        if len(settings.LANGUAGES) == 1:
            language.widget = forms.HiddenInput(attrs={"value": settings.LANGUAGE_CODE})
        self.fields["municipality"].initial = own
        left_out = [] if is_new else ["language", "key"]
        if has_name or not is_new:
            left_out.append("shown_name")
        if not is_member:
            left_out += CONTACT
        for name in left_out:
            del self.fields[name]

    def public_fields(self) -> list[Any]:
        return [self[name] for name in self.fields if name in self.KEPT]

    def contact_fields(self) -> list[Any]:
        """Who makes it; never kept in the browser."""
        return [self[name] for name in self.fields if name in CONTACT]

    def typed(self) -> dict[str, str]:
        return {name: self.data.get(name, "") for name in self.KEPT}

    def contact(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in CONTACT}

    def clean(self) -> dict[str, Any]:
        """What the rules will say again, beside the fields it is about."""
        cleaned = super().clean() or self.cleaned_data
        kind = cleaned.get("maker_kind")
        if kind == Maker.ASSOCIATION and not cleaned.get("organisation"):
            self._add("organisation", _("Name the organisation."))
        if kind in Maker.values and kind != Maker.ASSOCIATION and cleaned.get("organisation"):
            self._add("organisation", _("Leave this empty unless you act for an organisation."))
        if "email" not in self.fields:
            return cleaned
        if not any(cleaned.get(name) for name in ("email", "phone", "address")):
            self._add("email", _("Give an e-mail address, a telephone number or a postal address."))
        home = cleaned.get("municipality", "")
        if kind == Maker.RESIDENT and home and home.casefold() != self.own.casefold():
            self._add(
                "municipality",
                _("A resident's home municipality is this one. Otherwise choose another role."),
            )
        return cleaned

    def _add(self, name: str, text: Any) -> None:
        if name not in self.errors:
            self.add_error(name, text)


class SignForm(forms.Form):
    """A name under somebody's initiative."""

    HERE, ELSEWHERE = "here", "elsewhere"

    name = _name(_("For the registry. The page shows only how many have signed."))
    home = forms.ChoiceField(label=_("Where do you live?"), widget=forms.RadioSelect)
    municipality = PlainTextField(
        label=_("Home municipality, if another"),
        required=False,
        max_length=MUNICIPALITY_LENGTH,
        widget=forms.TextInput(attrs={"autocomplete": "address-level2"}),
    )

    def __init__(self, *args: Any, own: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = own
        home = self.fields["home"]
        assert isinstance(home, forms.ChoiceField)
        here = _("My home municipality is %(municipality)s") % {"municipality": own}
        home.choices = [(self.HERE, here), (self.ELSEWHERE, _("I live in another municipality"))]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        elsewhere = cleaned.get("home") == self.ELSEWHERE
        if elsewhere and not cleaned.get("municipality") and "municipality" not in self.errors:
            self.add_error("municipality", _("Which one?"))
        return cleaned

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        is_resident = given["home"] == self.HERE
        return {
            "name": given["name"],
            "municipality": self.own if is_resident else given["municipality"],
            "is_resident": is_resident,
        }
