"""What residents fill in: an idea, and changes to their own."""

from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from participation.core.files import PhotoField
from participation.core.models import Area, Theme
from participation.core.names import validate_display_name
from participation.core.rules import reason_of
from participation.core.text import PlainTextField

from . import rules
from .listing import Choices
from .models.ideas import PHOTO_ALT_LENGTH, TEXT_LENGTH, TITLE_LENGTH
from .places import municipality
from .points import Point
from .presets import Words

NAME_LENGTH = 60


class IdeaTextForm(forms.Form):
    """The idea itself. `choices` are the board's themes and areas, `words` its preset's."""

    title = PlainTextField(
        max_length=TITLE_LENGTH, widget=forms.TextInput(attrs={"autocomplete": "off"})
    )
    text = PlainTextField(lines=True, max_length=TEXT_LENGTH)
    theme = forms.ChoiceField(label=_("Theme"), required=False)
    area = forms.ChoiceField(label=_("Area"), required=False)
    point = forms.CharField(widget=forms.HiddenInput, required=False, max_length=80)
    owner = forms.CharField(widget=forms.HiddenInput, required=False, max_length=64)

    #: What a draft keeps of the form.
    KEPT: ClassVar[tuple[str, ...]] = ("title", "text", "theme", "area", "point")

    def __init__(self, *args: Any, choices: Choices, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = choices
        for name, label, help_text in (
            ("title", words.title_label, words.title_help),
            ("text", words.text_label, words.text_help),
        ):
            self.fields[name].label, self.fields[name].help_text = label, help_text
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

    def clean_point(self) -> Point | None:
        """A place chosen on the map; its script writes it, but anything may come."""
        text = self.cleaned_data["point"]
        point = Point.read(text) if text else None
        if text and point is None:
            raise forms.ValidationError(_("Choose the place on the map again."))
        if point:
            reason = reason_of(rules.require_place, point, municipality())
            if reason:
                raise forms.ValidationError(reason)
        return point

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
        help_text=_(
            "JPEG, PNG or WebP, at most 10 megabytes. Do not show faces without asking. If you "
            "look at the preview first, choose the picture there: it cannot be kept on the way."
        ),
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

    KEPT = ("title", "text", "theme", "area", "point", "language", "shown_name")

    def __init__(
        self,
        *args: Any,
        has_name: bool,
        can_add_photo: bool,
        similar_address: str,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        # While the title is written, ideas like it appear below; without htmx in the preview.
        self.fields["title"].widget.attrs |= {
            "hx-get": similar_address,
            "hx-trigger": "input changed delay:600ms",
            "hx-target": "#similar",
            "hx-sync": "this:replace",
        }
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
