"""The editor's field for who may take part: a usual case, or each condition by itself."""

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from . import presets
from .criteria import criteria

Check = Callable[[Any], None]
#: The page whose conditions hold while nothing is said here, and these in words.
Above = tuple[str, str]
NOBODY: Above = ("", "")


class ConditionsForm(forms.Form):
    """A usual case to choose, and beside it what each criterion asks of an editor."""

    preset = forms.ChoiceField(label=gettext_lazy("Usual cases"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, check: Check, above: Above = NOBODY, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.check = check
        self.above_title, self.above_words = above
        self.cases = presets.usual(below_one_that_asks=bool(self.above_words))
        choice = self.fields["preset"]
        assert isinstance(choice, forms.ChoiceField)
        choice.choices = [
            *((each.key, self._label(each)) for each in self.cases),
            (presets.OWN, gettext_lazy("Something else: I choose below")),
        ]
        for each in criteria():
            self.fields |= each.fields()

    def _label(self, case: presets.Preset) -> Any:
        if case.key != presets.ABOVE:
            return case.label
        words = _("As on the page “%(page)s”: %(conditions)s")
        return words % {"page": self.above_title, "conditions": self.above_words}

    def details(self) -> list[forms.BoundField]:
        return [field for field in self.visible_fields() if field.name != "preset"]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        key = cleaned.get("preset", "")
        chosen = next((each for each in self.cases if each.key == key), None)
        if chosen is not None:
            # What stands below it is not shown then, and does not count.
            for name in list(self.errors):
                del self.errors[name]
            cleaned["conditions"] = dict(chosen.conditions)
        elif not self.errors:
            cleaned["conditions"] = self._own(cleaned)
        return cleaned

    def _own(self, cleaned: Mapping[str, Any]) -> dict[str, Any]:
        found = {}
        for each in criteria():
            try:
                value = each.value(cleaned)
                if value is None:
                    continue
                each.check(value)
            except ValidationError as error:
                self.add_error(None, error)
            else:
                found[each.name] = value
        if not found and not self.errors:
            self.add_error("preset", _("Choose below what you ask, or one of the usual cases."))
        return found


def initial_of(conditions: Mapping[str, Any], above: Above = NOBODY) -> dict[str, Any]:
    """How the form stands when these are set."""
    preset = presets.of(conditions, below_one_that_asks=bool(above[1]))
    found: dict[str, Any] = {"preset": preset}
    for each in criteria():
        if each.name in conditions:
            found |= each.initial(conditions[each.name])
    return found


class ConditionsWidget(forms.Widget):
    """Draws the small form inside the page's form; its value is that form, filled in."""

    template_name = "raati_people/admin/conditions.html"
    use_fieldset = True

    def __init__(self, check: Check, above: Above) -> None:
        super().__init__()
        self.check, self.above = check, above

    def __deepcopy__(self, memo: dict) -> "ConditionsWidget":
        return type(self)(self.check, self.above)

    def _form(self, name: str, **kwargs: Any) -> ConditionsForm:
        return ConditionsForm(prefix=name, check=self.check, above=self.above, **kwargs)

    def value_from_datadict(self, data: Any, files: Any, name: str) -> ConditionsForm | None:
        if f"{name}-preset" not in data:
            return None
        return self._form(name, data=data)

    def value_omitted_from_data(self, data: Any, files: Any, name: str) -> bool:
        return False

    def id_for_label(self, id_: str) -> str:
        return ""

    def render(
        self, name: str, value: Any, attrs: dict | None = None, renderer: Any = None
    ) -> SafeString:
        form = value
        if not isinstance(form, ConditionsForm):
            form = self._form(name, initial=initial_of(value or {}, self.above))
        return render_to_string(self.template_name, {"who": form})


class ConditionsField(forms.Field):
    """Conditions as JSON. A page's form that leaves it out leaves them as they are."""

    def __init__(self, check: Check, conditions: Mapping[str, Any], above: Above = NOBODY) -> None:
        self.before = dict(conditions or {})
        super().__init__(
            label=gettext_lazy("Who may take part"),
            required=False,
            widget=ConditionsWidget(check, above),
        )

    def clean(self, value: Any) -> dict[str, Any]:
        if value is None:
            return self.before
        if not value.is_valid():
            raise ValidationError(_("Look at who may take part: something is to be put right."))
        return value.cleaned_data["conditions"]

    def has_changed(self, initial: Any, data: Any) -> bool:
        if data is None:
            return False
        return not data.is_valid() or data.cleaned_data["conditions"] != (initial or {})
