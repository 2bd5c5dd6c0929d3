"""What staff fill in when they write down somebody's idea for them."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.core import clock, receipts
from participation.core.day_fields import DayField
from participation.core.files import PhotoField
from participation.core.names import validate_display_name
from participation.core.text import PlainTextField

from ..forms import NAME_LENGTH
from ..listing import Choices
from ..models import Channel
from ..models.ideas import PHOTO_ALT_LENGTH, TEXT_LENGTH, TITLE_LENGTH


class EnterForm(forms.Form):
    """The person's own words, and how they came. `choices` are the board's themes and areas."""

    channel = forms.ChoiceField(
        label=_("How did the idea come?"), choices=[("", "---------"), *Channel.choices]
    )
    received_on = DayField(
        label=_("Received on"),
        required=False,
        help_text=_("If it was another day than today."),
    )
    title = PlainTextField(label=_("Title"), max_length=TITLE_LENGTH)
    text = PlainTextField(
        label=_("The idea in the person's own words"),
        lines=True,
        max_length=TEXT_LENGTH,
        help_text=_("Leave out what tells who somebody is: addresses, numbers, names of others."),
    )
    language = forms.ChoiceField(label=_("Language of the text"), choices=settings.LANGUAGES)
    shown_name = PlainTextField(
        label=_("Name shown with the idea"),
        required=False,
        max_length=NAME_LENGTH,
        validators=[validate_display_name],
        help_text=_("A first name or a group, as they wish. Empty: “A resident”."),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    photo = PhotoField(
        label=_("Picture"),
        required=False,
        help_text=_("JPEG, PNG or WebP, at most 10 megabytes. Do not show faces without asking."),
    )
    photo_alt = PlainTextField(
        label=_("What is in the picture?"),
        required=False,
        max_length=PHOTO_ALT_LENGTH,
        help_text=_("For those who do not see it. Needed when you add a picture."),
    )

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = choices
        self._offer("theme", choices.themes, _("No theme"))
        self._offer("area", choices.areas, _("The whole municipality"))
        self.fields["language"].initial = (get_language() or "")[:2]
        self.fields["key"] = forms.CharField(
            widget=forms.HiddenInput, initial=receipts.new_key, max_length=64
        )

    def _offer(self, name: str, rows: dict[str, Any], none: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *((slug, str(row)) for slug, row in rows.items())]

    def clean_received_on(self) -> Any:
        day = self.cleaned_data["received_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("This day is still to come."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("photo") and not cleaned.get("photo_alt") and "photo_alt" not in self.errors:
            self.add_error("photo_alt", _("Describe the picture for those who do not see it."))
        return cleaned

    def act(self) -> dict[str, Any]:
        """For `send_idea`."""
        given = dict(self.cleaned_data)
        given.pop("channel")
        given["theme"] = self.offered.themes.get(given["theme"])
        given["area"] = self.offered.areas.get(given["area"])
        return given
