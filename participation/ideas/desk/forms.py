"""What staff fill in on the desk."""

from collections.abc import Iterator
from typing import Any, ClassVar

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core import receipts
from participation.core.day_fields import DayField
from participation.core.models import ServiceArea
from participation.core.roles import role_holders, staff_label
from participation.core.text import PlainTextField

from .. import stages
from ..models import Answer, AnswerDraft, HideReason, Idea, State
from ..models.handling import NOTE_LENGTH as INTERNAL_LENGTH
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


class AssignForm(forms.Form):
    """Who answers, and by when."""

    service_area = forms.ModelChoiceField(
        label=_("Service area"), queryset=ServiceArea.objects.none(), required=False
    )
    owner = forms.ChoiceField(label=pgettext_lazy("idea", "Owner"), required=False)
    due_on = DayField(label=_("Due date"), required=False)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "service_area": idea.service_area_id,
            "owner": idea.owner.public_id if idea.owner else "",
            "due_on": idea.due_on,
        }
        super().__init__(*args, prefix="assign", **kwargs)
        self.people = {person.public_id: person for person in role_holders()}
        area, owner = self.fields["service_area"], self.fields["owner"]
        assert isinstance(area, forms.ModelChoiceField)
        assert isinstance(owner, forms.ChoiceField)
        area.queryset = ServiceArea.objects.all()
        names = [(key, staff_label(person)) for key, person in self.people.items()]
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
    """The city's official answer: to be kept as prepared, looked at, or published.

    It begins with what was prepared, else with what is published.
    """

    # Not required here: what is half-written can be kept.
    outcome = forms.ChoiceField(label=_("What does the answer mean for the idea?"), required=False)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="answer", **kwargs)
        answer: Answer | None = idea.official_answer
        draft: AnswerDraft | None = getattr(idea, "answer_draft", None)
        outcome = self.fields["outcome"]
        assert isinstance(outcome, forms.ChoiceField)
        offered = stages.choices(idea.component, OUTCOMES)
        outcome.choices = [("", "---------"), *((stage.key, stage.label) for stage in offered)]
        outcome.initial = _outcome(idea, answer, draft)
        self.add_receiver(_receiver(idea, answer, draft))
        said: Any = draft or answer
        self.add_languages(
            "text", _("Answer"), said and said.text, lines=True, max_length=ANSWER_LENGTH
        )
        self.add_languages(
            "role", _("Signed by (role)"), said and said.role, max_length=NAME_LENGTH
        )
        self.fields["is_ready"] = forms.BooleanField(
            label=_("Ready to be published"),
            required=False,
            initial=bool(draft and draft.is_ready),
            help_text=_("For “Save as prepared”: a colleague may publish it, also with others."),
        )
        self.fields["version"] = _version(answer.version if answer else 0)
        self.fields["draft_version"] = forms.IntegerField(
            widget=forms.HiddenInput,
            initial=draft.version if draft else 0,
            min_value=0,
            required=False,
        )

    #: Beside which field a broken rule is told.
    FIELDS: ClassVar[dict[str, str]] = {
        "outcome": "outcome",
        "text": f"text_{settings.LANGUAGE_CODE}",
        "role": f"role_{settings.LANGUAGE_CODE}",
        "receiver": f"passed_on_to_{settings.LANGUAGE_CODE}",
    }

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "outcome": given["outcome"],
            "passed_on_to": self.texts("passed_on_to"),
            "text": self.texts("text"),
            "role": self.texts("role"),
            "version": given["version"],
            "draft_version": given["draft_version"],
        }

    def prepared(self) -> dict[str, Any]:
        """For `prepare_answer`."""
        return {**self.act(), "is_ready": self.cleaned_data["is_ready"]}


def _outcome(idea: Idea, answer: Answer | None, draft: AnswerDraft | None) -> str:
    if draft:
        return draft.outcome
    return stages.of(idea.component, answer.outcome, idea.stage).key if answer else ""


def _receiver(idea: Idea, answer: Answer | None, draft: AnswerDraft | None) -> Any:
    if draft:
        return draft.passed_on_to
    last = idea.steps.last() if answer and answer.outcome == State.PASSED_ON else None
    return last.passed_on_to if last else None


class DiscardForm(forms.Form):
    """Throws away the prepared answer that the form showed."""

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="discard", **kwargs)
        draft: AnswerDraft | None = getattr(idea, "answer_draft", None)
        self.fields["draft_version"] = _version(draft.version if draft else 0)

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class NoteForm(forms.Form):
    """An internal note; its key keeps a second press from writing it twice."""

    text = PlainTextField(
        label=_("New note"),
        max_length=INTERNAL_LENGTH,
        lines=True,
        help_text=_("Colleagues who work with this idea read it here; it is never public."),
    )

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="note", **kwargs)
        self.fields["text"].widget.attrs["rows"] = 3
        self.fields["key"] = forms.CharField(
            widget=forms.HiddenInput, initial=receipts.new_key, max_length=64
        )

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


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
