"""Forms for staff: trying who would be let in, and making codes."""

from datetime import date

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from participation.core.models import Area
from participation.core.receipts import new_key

from .actions.codes import BATCH_LENGTH, MOST
from .birth import ANY_AGE, Born
from .knowing import Facts, Known
from .models import Level, Status
from .usual_criteria import OLDEST


class TryForm(forms.Form):
    """Somebody who does not exist: what would be known of them."""

    age = forms.IntegerField(label=_("Age in years"), required=False, min_value=0, max_value=OLDEST)
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", _("not known")), *((s.value, capfirst(s.label)) for s in Status)],
    )
    area = forms.ChoiceField(label=_("Area"), required=False)
    level = forms.TypedChoiceField(
        label=_("How sure are we who it is?"),
        choices=[(level.value, capfirst(level.label)) for level in Level],
        coerce=int,
        required=False,
        help_text=_("With checked identity all this was proved; otherwise it was only told."),
    )
    has_code = forms.BooleanField(label=_("Has entered a code"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.areas = {row.slug: row for row in Area.objects.select_related("parent")}
        area = self.fields["area"]
        assert isinstance(area, forms.ChoiceField)
        area.choices = [("", _("not known")), *((s, str(row)) for s, row in self.areas.items())]

    def known(self, on: date) -> Known:
        """What the engine would know of this person on that day."""
        given = self.cleaned_data
        age, area = given.get("age"), self.areas.get(given.get("area", ""))
        born = Born.aged(age, on) if age is not None else ANY_AGE
        facts = Facts(
            given.get("status", ""),
            tuple(row.slug for row in (area, area.parent) if row) if area else (),
            born,
        )
        level = given.get("level") or Level.NONE
        proved = {"proved": facts} if level == Level.VERIFIED else {}
        return Known(True, None, level, facts, has_code=given["has_code"], **proved)


class MakeCodesForm(forms.Form):
    """How many codes, and for whom."""

    batch = forms.CharField(
        label=_("For whom?"),
        max_length=BATCH_LENGTH,
        help_text=_("For instance a class, a meeting or a house. Only staff see it."),
    )
    count = forms.IntegerField(label=_("How many codes?"), min_value=1, max_value=MOST)
    key = forms.CharField(widget=forms.HiddenInput, initial=new_key, max_length=64)
