"""What the registry fills in on the desk."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from i18nfield.forms import I18nFormField
from wagtail.admin.widgets import AdminDateInput

from participation.core import clock
from participation.core.i18n_forms import LanguageInputs, LanguageTextareas
from participation.core.text import PlainTextField

from ..models import EntryKind, HideReason, Initiative, State
from ..models.initiatives import NAME_LENGTH, NUMBER_LENGTH

TEXT_LENGTH = 10_000
NOTE_LENGTH = 1_000


def _texts(label: Any, widget: Any, *, length: int, required: bool = True, **more: Any) -> Any:
    """One input for each language; at least one of them is filled in."""
    return I18nFormField(
        label=label,
        widget=widget,
        required=required,
        require_all_fields=False,
        max_length=length,
        locales=[code for code, _name in settings.LANGUAGES],
        **more,
    )


class _TaskForm(forms.Form):
    """One of the forms on an initiative's page: its fields carry the task's name."""

    task = ""

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, prefix=self.task, **kwargs)
        self.initiative = initiative

    def act(self) -> dict[str, Any]:
        return dict(self.cleaned_data)


class _VersionedForm(_TaskForm):
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, initiative=initiative, **kwargs)
        self.fields["version"].initial = initiative.version


class PendingForm(_VersionedForm):
    """Since when the initiative is pending: the clock runs from that day."""

    task = "pending"

    on = forms.DateField(
        label=_("Pending since"),
        widget=AdminDateInput,
        help_text=_("The day on which the registry received it."),
    )
    register_number = PlainTextField(
        label=_("Register number"), required=False, max_length=NUMBER_LENGTH
    )
    prepared_by = _texts(
        _("Prepared by"),
        LanguageInputs,
        length=NAME_LENGTH,
        required=False,
        help_text=_("The role that looks after the matter, not the name of a person."),
    )

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, initiative=initiative, **kwargs)
        self.fields["on"].initial = initiative.pending_on
        self.fields["register_number"].initial = initiative.register_number
        self.fields["prepared_by"].initial = initiative.prepared_by


class EntryForm(_VersionedForm):
    """What was done, for everybody to read; the maker is told by e-mail."""

    task = "record"

    kind = forms.ChoiceField(label=_("What was done"))
    on = forms.DateField(label=_("Day"), widget=AdminDateInput)
    text = _texts(
        _("In words"),
        LanguageTextareas,
        length=TEXT_LENGTH,
        help_text=_("Published. If the matter is somebody else's, tell whose."),
    )
    role = _texts(_("Signed by (role)"), LanguageInputs, length=NAME_LENGTH)

    def __init__(self, *args: Any, initiative: Initiative, **kwargs: Any) -> None:
        super().__init__(*args, initiative=initiative, **kwargs)
        kind = self.fields["kind"]
        assert isinstance(kind, forms.ChoiceField)
        kinds = [each for each in EntryKind if self._fits(each)]
        kind.choices = [("", "---------"), *((each.value, each.label) for each in kinds)]
        self.fields["on"].initial = clock.today

    def _fits(self, kind: EntryKind) -> bool:
        if self.initiative.state != State.DELIVERED:
            return kind == EntryKind.STEP
        return kind != EntryKind.TAKEN_UP or self.initiative.taken_up_on is None


class HideForm(_TaskForm):
    task = "hide"

    reason = forms.ChoiceField(
        label=_("Reason"), choices=HideReason.choices, help_text=_("Shown in its place.")
    )
    note = PlainTextField(
        label=_("Note for colleagues"), required=False, max_length=NOTE_LENGTH, lines=True
    )


class RestoreForm(_TaskForm):
    task = "restore"

    reason = PlainTextField(label=_("Reason"), max_length=NOTE_LENGTH, lines=True)
