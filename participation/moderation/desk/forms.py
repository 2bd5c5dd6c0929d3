"""What moderators fill in."""

from datetime import datetime, time
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.day_fields import DayField
from participation.core.models import Person
from participation.core.moderatable import Moderatable
from participation.core.roles import role_holders, staff_label
from participation.core.text import PlainTextField

from .. import standing
from ..models import Case, Outcome, What
from ..models.cases import WORDS_LENGTH
from ..policies import cases_for


def _short(label: Any, *, required: bool = False, help_text: Any = "", rows: int = 3) -> Any:
    field = PlainTextField(
        label=label, lines=True, required=required, max_length=WORDS_LENGTH, help_text=help_text
    )
    field.widget.attrs["rows"] = rows
    return field


def _version(case: Case) -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, initial=case.version, min_value=0)


class DecideForm(forms.Form):
    """What becomes of the thing, and what its author is told."""

    what = forms.ChoiceField(label=_("Decision"), widget=forms.RadioSelect)
    reason = forms.ChoiceField(
        label=_("Reason"),
        required=False,
        help_text=_("The author reads what it means, in their own language."),
    )
    words = _short(
        _("To the author"),
        help_text=_(
            "In the language they write. Where supports or signatures are removed, everybody"
            " reads it."
        ),
    )
    until = DayField(
        label=_("Stop the author from writing until"),
        required=False,
        help_text=_("Empty: they may write on. The ban ends at midnight before this day."),
    )
    everywhere = forms.BooleanField(
        label=_("Everywhere in this service, not only in this place"), required=False
    )
    note = _short(_("Note for colleagues"))

    def __init__(
        self, *args: Any, case: Case, kind: Moderatable, thing: Any, voices: Any, **kwargs: Any
    ) -> None:
        super().__init__(*args, prefix="decide", **kwargs)
        offered = standing.offered(kind, thing, case)
        what, reason = self.fields["what"], self.fields["reason"]
        assert isinstance(what, forms.ChoiceField)
        assert isinstance(reason, forms.ChoiceField)
        what.choices = [(each.value, each.label) for each in offered]
        reason.choices = [("", "---------"), *kind.reasons()]
        if kind.author(thing) is None:
            del self.fields["until"], self.fields["everywhere"]
        if What.REDACT in offered:
            self._add_words(kind, thing)
        if What.REMOVE in offered and voices:
            self.fields["persons"] = forms.MultipleChoiceField(
                label=_("Remove these"),
                required=False,
                choices=[(each["person"], each["label"]) for each in voices],
                widget=forms.CheckboxSelectMultiple,
            )
        self.fields["version"] = _version(case)

    def _add_words(self, kind: Moderatable, thing: Any) -> None:
        """The thing's own words, for taking some out."""
        language = {"lang": kind.language(thing)}
        self.fields["title"] = PlainTextField(
            label=_("Title that stays"),
            required=False,
            max_length=400,
            initial=kind.title(thing),
            help_text=_("Only for taking words out. Write […] where something was."),
        )
        self.fields["text"] = PlainTextField(
            label=_("Text that stays"),
            required=False,
            lines=True,
            max_length=20_000,
            initial=kind.text(thing),
        )
        for name in ("title", "text"):
            self.fields[name].widget.attrs.update(language)

    def act(self) -> dict[str, Any]:
        given = dict(self.cleaned_data)
        given["until"] = _midnight(given.get("until"))
        persons = given.pop("persons", [])
        return {**given, "persons": list(Person.objects.filter(public_id__in=persons))}


def _midnight(day: Any) -> datetime | None:
    return timezone.make_aware(datetime.combine(day, time())) if day else None


class AssignForm(forms.Form):
    """Who looks at the case."""

    person = forms.ChoiceField(label=_("Who looks at it"), required=False)

    def __init__(self, *args: Any, case: Case, **kwargs: Any) -> None:
        chosen = case.assigned_to
        kwargs["initial"] = {"person": chosen.public_id if chosen else ""}
        super().__init__(*args, prefix="assign", **kwargs)
        self.people = {
            person.public_id: person
            for person in role_holders([case.assigned_to_id])
            if person == chosen or cases_for(Actor.member(person)).filter(pk=case.pk).exists()
        }
        field = self.fields["person"]
        assert isinstance(field, forms.ChoiceField)
        names = [(key, staff_label(person)) for key, person in self.people.items()]
        field.choices = [("", "---------"), *names]
        self.fields["version"] = _version(case)

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {"person": self.people.get(given["person"]), "version": given["version"]}


class DecideAgainForm(forms.Form):
    """The answer to an author who asked for a new decision."""

    outcome = forms.ChoiceField(
        label=_("New decision"), choices=Outcome.choices, widget=forms.RadioSelect
    )
    answer = _short(_("Answer to the author"), required=True)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="again", **kwargs)

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class LiftForm(forms.Form):
    """Why a ban ends early."""

    ban = forms.CharField(widget=forms.HiddenInput, max_length=20)
    why = PlainTextField(label=_("Why it ends early"), max_length=300)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, prefix="lift", **kwargs)
