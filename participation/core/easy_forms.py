"""What an editor writes about an easy-language version."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.rich_text import DraftailRichTextArea
from wagtail.admin.widgets import AdminDateInput

from .models import EasyText
from .models.easy import EASY_FEATURES


class CarefulRichText(DraftailRichTextArea):
    """Wagtail's editor; what is no text of its own counts as nothing written."""

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        try:
            return super().value_from_datadict(data, files, name)
        except (ValueError, KeyError, TypeError, AttributeError):
            return None


class EasyTextForm(forms.ModelForm):
    """The text, its day of review, and the revision that the writer started from."""

    body = forms.CharField(
        label=_("Text"),
        widget=CarefulRichText(features=EASY_FEATURES),
        help_text=_("Short sentences, common words, one thing at a time. Say what to do and how."),
    )
    based_on = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = EasyText
        fields = ["title", "body", "review_on"]
        widgets = {"review_on": AdminDateInput}
