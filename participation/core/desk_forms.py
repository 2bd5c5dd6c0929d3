"""What staff fill in about being away."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from . import clock
from .actors import Actor
from .models import Person
from .roles import is_administrator, role_holders, staff_label


class Colleague(forms.ModelChoiceField):
    """Somebody with a role, as colleagues know them."""

    def label_from_instance(self, person: Person) -> str:  # type: ignore[override]
        return staff_label(person) or person.public_id


class AbsenceForm(forms.Form):
    """From when to when, and who stands in; administrators also say who is away."""

    person = Colleague(
        label=_("Who is away"),
        queryset=Person.objects.none(),
        to_field_name="public_id",
        required=False,
        help_text=_("Empty: you yourself."),
    )
    first_day = forms.DateField(label=_("First day away"), widget=AdminDateInput)
    last_day = forms.DateField(label=_("Last day away"), widget=AdminDateInput)
    deputy = Colleague(
        label=_("Who stands in"),
        queryset=Person.objects.none(),
        to_field_name="public_id",
        help_text=_("Somebody with a role. They see and may do what waits for you on these days."),
    )

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person, deputy = self.fields["person"], self.fields["deputy"]
        assert isinstance(person, forms.ModelChoiceField)
        assert isinstance(deputy, forms.ModelChoiceField)
        own = actor.person.pk if actor.person else 0
        holders = role_holders().filter(user__is_active=True)
        deputy.queryset = holders
        if is_administrator(actor):
            person.queryset = holders.exclude(pk=own)
        else:
            del self.fields["person"]
            deputy.queryset = holders.exclude(pk=own)
        self.fields["first_day"].initial = clock.today

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
