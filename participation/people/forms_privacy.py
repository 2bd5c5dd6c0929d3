"""The last step before an erasure."""

from django import forms
from django.utils.translation import gettext_lazy as _


class EraseForm(forms.Form):
    """A tick, not a word to type: it has to be meant, not to be spelled."""

    meant = forms.BooleanField(
        label=_("I understand that this cannot be undone."),
        error_messages={"required": _("Tick the box if you want to be erased.")},
    )
