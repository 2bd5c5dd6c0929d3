"""What people fill in on the site: a report, and a request for a new decision."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from participation.core.guarded_forms import GuardedForm
from participation.core.text import PlainTextField

from .models import ReportReason
from .models.cases import WORDS_LENGTH


class ReportForm(GuardedForm):
    """What is wrong; one choice is enough, except where nothing fits."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"), choices=ReportReason.choices, widget=forms.RadioSelect
    )
    words = PlainTextField(
        label=_("In your own words"),
        lines=True,
        required=False,
        max_length=WORDS_LENGTH,
        help_text=_("Only moderators read this. You need not tell who you are."),
    )
    key = forms.CharField(widget=forms.HiddenInput, max_length=64)
    #: Set on the page that shows where help is, before a report of danger is sent.
    helped = forms.BooleanField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if cleaned.get("reason") == ReportReason.OTHER and not cleaned.get("words"):
            self.add_error("words", _("Tell in a few words what is wrong."))
        return cleaned

    @property
    def needs_help_first(self) -> bool:
        is_danger = self.cleaned_data["reason"] == ReportReason.DANGER
        return is_danger and not self.cleaned_data["helped"]


class AskAgainForm(forms.Form):
    """Why the author sees it otherwise."""

    words = PlainTextField(
        label=_("Why should it be decided otherwise?"), lines=True, max_length=WORDS_LENGTH
    )
