"""Forms of the site."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.images.forms import BaseImageForm

from participation.core.guarded_forms import GuardedForm
from participation.core.text import PlainTextField


class FeedbackForm(GuardedForm):
    """What did not work, from anybody."""

    message = PlainTextField(
        lines=True,
        max_length=4000,
        label=_("What did not work, or was hard to use?"),
        help_text=_("Also tell what you use: a screen reader, the keyboard only, a phone."),
    )
    page_address = PlainTextField(
        max_length=300, required=False, label=_("On which page?"), help_text=_("Empty is fine.")
    )
    email = forms.EmailField(
        max_length=254,
        required=False,
        label=_("Your e-mail, if you want an answer"),
        help_text=_("Used for the answer only."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    key = forms.CharField(widget=forms.HiddenInput)


class AnswerForm(forms.Form):
    """How feedback was answered."""

    answer = PlainTextField(
        lines=True,
        max_length=4000,
        label=_("What was answered and done"),
        help_text=_("For the municipality's own records; send the answer itself by e-mail."),
    )


class WholeImageForm(BaseImageForm):
    """An editor's picture; one that ends halfway is refused beside its field."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("file")
        if field is None:
            return
        measure = field.check_image_pixel_size

        def check(file: Any) -> None:
            try:
                measure(file)
            except (OSError, SyntaxError) as broken:
                refused = field.error_messages["invalid_image"]
                raise ValidationError(refused, code="invalid_image") from broken

        field.check_image_pixel_size = check
