"""Forms of the site."""

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from participation.core import clock, receipts
from participation.core.text import PlainTextField

#: Nobody reads the form and writes a sentence in less; programs do.
LEAST_SECONDS = 3
SALT = "home.accessibility-feedback"


class FeedbackForm(forms.Form):
    """What did not work; a field that only programs fill in, and the time it was opened."""

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
    website = forms.CharField(required=False, label=_("Leave this empty"))
    opened = forms.CharField(widget=forms.HiddenInput)
    key = forms.CharField(widget=forms.HiddenInput)

    def clean(self) -> dict:
        cleaned = super().clean() or {}
        if cleaned.get("website") or not self._was_read(cleaned.get("opened", "")):
            # One text for both: a program learns nothing about which trap it was.
            raise ValidationError(
                _("We could not take this. Wait a moment and send again."), code="program"
            )
        return cleaned

    def _was_read(self, opened: str) -> bool:
        try:
            since = float(signing.loads(opened, salt=SALT))
        except (signing.BadSignature, ValueError, TypeError):
            return False
        return clock.glance().timestamp() - since >= LEAST_SECONDS

    @property
    def people_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in ("message", "page_address", "email")]


def fresh_values() -> dict[str, str]:
    """The hidden values of a form that is opened now."""
    now = clock.glance().timestamp()
    return {"opened": signing.dumps(now, salt=SALT), "key": receipts.new_key()}


class AnswerForm(forms.Form):
    """How feedback was answered."""

    answer = PlainTextField(
        lines=True,
        max_length=4000,
        label=_("What was answered and done"),
        help_text=_("For the municipality's own records; send the answer itself by e-mail."),
    )
