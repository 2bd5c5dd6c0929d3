"""What staff fill in on the desk."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.widgets import AdminDateInput

from participation.core import clock
from participation.core.models import Person, RoleGrant, ServiceArea
from participation.core.text import PlainTextField

from .. import stages
from ..models import Answer, HideReason, Idea, State
from ..models.handling import OUTCOMES
from ..models.ideas import NAME_LENGTH
from ..rules import NEED_ANSWER

ANSWER_LENGTH = 10_000
NOTE_LENGTH = 1_000


class LanguageFields:
    """Mix in for fields that are filled in once per language of the site."""

    fields: dict[str, forms.Field]
    cleaned_data: dict[str, Any]

    def add_languages(self, name: str, label: Any, values: Any, **options: Any) -> None:
        for code, language in settings.LANGUAGES:
            field = PlainTextField(
                label=_("%(what)s (%(language)s)") % {"what": label, "language": language},
                required=False,
                initial=(getattr(values, "data", None) or {}).get(code, ""),
                **options,
            )
            field.widget.attrs["lang"] = code
            self.fields[f"{name}_{code}"] = field

    def add_receiver(self, values: Any = None) -> None:
        """Who takes the idea from here, in every language."""
        help_text = _("Who takes the idea from here? Needed when it is passed on.")
        self.add_languages(
            "passed_on_to", _("Receiver"), values, max_length=NAME_LENGTH, help_text=help_text
        )

    def texts(self, name: str) -> dict[str, str]:
        """The cleaned texts of one field by language."""
        return {code: self.cleaned_data[f"{name}_{code}"] for code, _name in settings.LANGUAGES}

    def bound_languages(self, *names: str) -> Iterator[Any]:
        """The bound fields of all `names`, language by language."""
        for code, _name in settings.LANGUAGES:
            for name in names:
                yield self[f"{name}_{code}"]  # type: ignore[index]


def _version(value: int) -> forms.IntegerField:
    return forms.IntegerField(widget=forms.HiddenInput, initial=value, min_value=0)


def owners() -> list[Person]:
    """Who can own an idea: everybody with a role in force."""
    grants = RoleGrant.objects.in_force(clock.now()).values("person")
    return list(Person.objects.filter(pk__in=grants).select_related("user").order_by("pk"))


def owner_label(person: Person) -> str:
    """The person as colleagues know them."""
    account = person.user.get_username() if person.user else ""
    return f"{person.display_name} ({account})" if person.display_name else account


class AssignForm(forms.Form):
    """Who answers, and by when."""

    service_area = forms.ModelChoiceField(
        label=_("Service area"), queryset=ServiceArea.objects.none(), required=False
    )
    owner = forms.ChoiceField(label=pgettext_lazy("idea", "Owner"), required=False)
    due_on = forms.DateField(label=_("Due date"), required=False, widget=AdminDateInput)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "service_area": idea.service_area_id,
            "owner": idea.owner.public_id if idea.owner else "",
            "due_on": idea.due_on,
        }
        super().__init__(*args, prefix="assign", **kwargs)
        self.people = {person.public_id: person for person in owners()}
        area, owner = self.fields["service_area"], self.fields["owner"]
        assert isinstance(area, forms.ModelChoiceField)
        assert isinstance(owner, forms.ChoiceField)
        area.queryset = ServiceArea.objects.all()
        names = [(key, owner_label(person)) for key, person in self.people.items()]
        owner.choices = [("", "---------"), *names]
        self.fields["version"] = _version(idea.version)

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "service_area": given["service_area"],
            "owner": self.people.get(given["owner"]),
            "due_on": given["due_on"],
            "version": given["version"],
        }


class MoveForm(LanguageFields, forms.Form):
    """The next step, with a public note."""

    state = forms.ChoiceField(label=_("New state"))

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="move", **kwargs)
        answered = idea.official_answer is not None
        state = self.fields["state"]
        assert isinstance(state, forms.ChoiceField)
        state.choices = [
            (stage.key, stage.label)
            for stage in stages.choices(idea.component)
            if stage.meaning != State.RECEIVED and (answered or stage.meaning not in NEED_ANSWER)
        ]
        state.help_text = "" if answered else _("A decision needs the official answer below.")
        self.add_receiver()
        self.add_languages("note", _("Public note"), None, max_length=NOTE_LENGTH)
        self.fields["version"] = _version(idea.version)

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "state": given["state"],
            "passed_on_to": self.texts("passed_on_to"),
            "note": self.texts("note"),
            "version": given["version"],
        }


class AnswerForm(LanguageFields, forms.Form):
    """The city's official answer."""

    outcome = forms.ChoiceField(label=_("What does the answer mean for the idea?"))

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="answer", **kwargs)
        answer: Answer | None = idea.official_answer
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        offered = stages.choices(idea.component, OUTCOMES)
        outcome.choices = [("", "---------"), *((stage.key, stage.label) for stage in offered)]
        if answer:
            outcome.initial = stages.of(idea.component, answer.outcome, idea.stage).key
        last = idea.steps.last() if answer and answer.outcome == State.PASSED_ON else None
        self.add_receiver(last.passed_on_to if last else None)
        self.add_languages(
            "text", _("Answer"), answer and answer.text, lines=True, max_length=ANSWER_LENGTH
        )
        self.add_languages(
            "role", _("Signed by (role)"), answer and answer.role, max_length=NAME_LENGTH
        )
        self.fields["version"] = _version(answer.version if answer else 0)

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "outcome": given["outcome"],
            "passed_on_to": self.texts("passed_on_to"),
            "text": self.texts("text"),
            "role": self.texts("role"),
            "version": given["version"],
        }


class HideForm(forms.Form):
    """Why an idea is hidden."""

    reason = forms.ChoiceField(
        label=_("Reason"),
        choices=HideReason.choices,
        help_text=_("Shown in the idea's place."),
    )
    note = PlainTextField(
        label=_("Note for colleagues"), required=False, max_length=NOTE_LENGTH, lines=True
    )

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="hide", **kwargs)

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class RestoreForm(forms.Form):
    """Why a hidden idea is shown again."""

    reason = PlainTextField(label=_("Reason"), max_length=NOTE_LENGTH, lines=True)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="restore", **kwargs)

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)
