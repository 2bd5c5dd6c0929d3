"""What the child, the guardian and the facilitator fill in."""

from django import forms
from django.utils.translation import gettext_lazy as _


class AskForm(forms.Form):
    """By the child, for whom it is written."""

    email = forms.EmailField(
        label=_("E-mail address of your guardian"),
        help_text=_("We write one letter there. We use the address for nothing else."),
        widget=forms.EmailInput(attrs={"autocomplete": "off", "autocapitalize": "none"}),
        error_messages={
            "required": _("Write your guardian's e-mail address. If you do not know it, ask them."),
            "invalid": _(
                "This is not a whole e-mail address. It has an @ and a dot, like mum@example.org."
            ),
        },
    )


class ConsentForm(forms.Form):
    """By the guardian."""

    is_guardian = forms.BooleanField(
        label=_("I am this child's guardian, and I give my permission"),
        error_messages={"required": _("Tick this if you are the guardian and agree.")},
    )


class PaperForm(forms.Form):
    """By a member of staff."""

    saw_paper = forms.BooleanField(
        label=_("I have seen a paper on which the child's guardian gives permission"),
        error_messages={"required": _("Look at the signed paper first, and tick that.")},
    )
