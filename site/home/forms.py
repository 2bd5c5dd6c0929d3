"""Forms of the site."""

from django import forms
from django.utils.translation import gettext_lazy as _

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
