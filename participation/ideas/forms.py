"""What residents fill in: an idea, and changes to their own."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.core.files import PhotoField
from participation.core.models import Area, Theme
from participation.core.names import validate_display_name
from participation.core.text import PlainTextField

from .listing import Choices
from .models.ideas import PHOTO_ALT_LENGTH, TEXT_LENGTH, TITLE_LENGTH

NAME_LENGTH = 60


class IdeaTextForm(forms.Form):
    """The idea itself. `choices` are the board's themes and areas."""

    title = PlainTextField(
        label=_("Title"),
        max_length=TITLE_LENGTH,
        help_text=_("What do you suggest, in a few words?"),
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    text = PlainTextField(
        label=_("Your idea"),
        lines=True,
        max_length=TEXT_LENGTH,
        help_text=_(
            "What should be done, where and why? A few sentences are enough. If you want a list, "
            "begin each line with a hyphen."
        ),
    )
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    owner = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    #: What a draft keeps of the form.
    KEPT: ClassVar[tuple[str, ...]] = ("title", "text", "theme", "area")

    def __init__(self, *args: Any, choices: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = choices
        self._offer("theme", choices.themes, _("No theme"))
        self._offer("area", choices.areas, _("The whole municipality"))

    def _offer(self, name: str, rows: dict[str, Any], none: Any) -> None:
        if not rows:
            del self.fields[name]
            return
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", none), *((slug, str(row)) for slug, row in rows.items())]

    def typed(self) -> dict[str, str]:
        """What was typed, for a draft."""
        return {name: self.data.get(name, "") for name in self.KEPT}

    @property
    def theme_row(self) -> Theme | None:
        return self.offered.themes.get(self.cleaned_data.get("theme", ""))

    @property
    def area_row(self) -> Area | None:
        return self.offered.areas.get(self.cleaned_data.get("area", ""))


class SendForm(IdeaTextForm):
    """A new idea. A picture only from somebody signed in: it cannot wait through the sign-in."""

    language = forms.ChoiceField(label=_("Language of your text"))
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
    shown_name = PlainTextField(
        label=_("Name shown with your idea"),
        max_length=NAME_LENGTH,
        validators=[validate_display_name],
        help_text=_("A first name or a nickname is enough. You choose it once."),
        widget=forms.TextInput(attrs={"autocomplete": "nickname"}),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)

    KEPT = ("title", "text", "theme", "area", "language", "shown_name")

    def __init__(self, *args: Any, has_name: bool, can_add_photo: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        language = self.fields["language"]
        assert isinstance(language, forms.ChoiceField)
        language.choices = list(settings.LANGUAGES)
        language.initial = get_language()
        if len(settings.LANGUAGES) == 1:
            language.widget = forms.HiddenInput(attrs={"value": settings.LANGUAGE_CODE})
        if has_name:
            del self.fields["shown_name"]
        if not can_add_photo:
            del self.fields["photo"], self.fields["photo_alt"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("photo") and not cleaned.get("photo_alt") and "photo_alt" not in self.errors:
            self.add_error("photo_alt", _("Describe the picture for those who do not see it."))
        return cleaned


class EditForm(IdeaTextForm):
    """Changes to one's own idea."""
