"""What is asked before one act on many ideas."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core.day_fields import DayField
from participation.core.models import ServiceArea
from participation.core.roles import role_holders, staff_label
from participation.core.text import PlainTextField

from ..models import HideReason, Idea
from .forms import NOTE_LENGTH


class NothingToAskForm(forms.Form):
    """The act needs no more than a confirmation."""


class AssignManyForm(forms.Form):
    """Who answers, and by when; what is left empty stays as it is."""

    service_area = forms.ModelChoiceField(
        label=_("Service area"),
        queryset=ServiceArea.objects.none(),
        required=False,
        empty_label=_("As it is"),
    )
    owner = forms.ChoiceField(label=pgettext_lazy("idea", "Owner"), required=False)
    due_on = DayField(label=_("Due date"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.people = {person.public_id: person for person in role_holders()}
        area, owner = self.fields["service_area"], self.fields["owner"]
        assert isinstance(area, forms.ModelChoiceField)
        assert isinstance(owner, forms.ChoiceField)
        area.queryset = ServiceArea.objects.all()
        names = [(key, staff_label(person)) for key, person in self.people.items()]
        owner.choices = [("", _("As it is")), *names]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Choose at least one thing to change."))
        return cleaned

    def act(self, idea: Idea) -> dict[str, Any]:
        """For `assign_idea`: the idea's own where nothing was chosen, and nothing unseen."""
        given = self.cleaned_data
        return {
            "service_area": given["service_area"] or idea.service_area,
            "owner": self.people.get(given["owner"]) or idea.owner,
            "due_on": given["due_on"] or idea.due_on,
            "version": idea.version,
        }


class HideManyForm(forms.Form):
    """One reason for all of them."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=HideReason.choices,
        help_text=_("Shown in the idea's place."),
    )
    note = PlainTextField(
        label=_("Note for colleagues"), required=False, max_length=NOTE_LENGTH, lines=True
    )
