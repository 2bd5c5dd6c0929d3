"""The criteria that every site has: level, status, age, area, entry code."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from participation.core import moments
from participation.core.day_fields import DayField
from participation.core.models import Area
from participation.core.when import day_text

from .birth import is_within
from .criteria import YES, Criterion, Need, Part
from .knowing import CODE, FACTS, LEVEL, Known
from .models import Level, Status

OLDEST = 130

#: How each status ends the sentence "You can take part if …".
ARE: dict[str, Any] = {
    Status.RESIDENT: gettext_lazy("you are a resident"),
    Status.HOLIDAY: gettext_lazy("you are a holiday resident"),
    Status.E_RESIDENT: gettext_lazy("you are an e-resident"),
    Status.WORKS: gettext_lazy("you work or study here"),
    Status.VISITOR: gettext_lazy("you are a visitor"),
}


#: The same on a card.
GROUPS: dict[str, Any] = {
    Status.RESIDENT: pgettext_lazy("who may take part", "residents"),
    Status.HOLIDAY: gettext_lazy("holiday residents"),
    Status.E_RESIDENT: gettext_lazy("e-residents"),
    Status.WORKS: gettext_lazy("those who work or study here"),
    Status.VISITOR: gettext_lazy("visitors"),
}


def _or(words: list[str]) -> str:
    return _(" or ").join(words)


def _among(value: Any, allowed: list[str]) -> bool:
    """Whether it is a list of some of the allowed words, and not empty."""
    return isinstance(value, list) and bool(value) and all(each in allowed for each in value)


def _facts_need(*, told: bool, only_proved: bool) -> Need:
    """Who has told already, or whose word does not count, has to prove it."""
    return Need.VERIFY if told or only_proved else Need.TELL


class LevelCriterion(Criterion):
    """How sure we are who it is."""

    name = "level"
    reads = (LEVEL,)

    def fields(self) -> dict[str, forms.Field]:
        field = forms.TypedChoiceField(
            label=gettext_lazy("How sure must we be who it is?"),
            choices=[(level.value, capfirst(level.label)) for level in Level],
            coerce=int,
            required=False,
            help_text=gettext_lazy(
                "With checked identity only what was proved counts: status, age and area that"
                " people merely tell do not."
            ),
        )
        return {self.name: field}

    def check(self, value: Any) -> None:
        if value not in (Level.EMAIL, Level.VERIFIED) or isinstance(value, bool):
            raise ValidationError({self.name: _("Choose one of the levels.")})

    def clause(self, value: Any) -> str:
        if value == Level.VERIFIED:
            return _("your identity has been checked")
        return _("your e-mail address has been confirmed")

    def brief(self, value: Any) -> str:
        return _("identity checked") if value == Level.VERIFIED else _("confirmed e-mail address")

    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        if known.level >= value:
            return YES
        return self.unknown(value, Need.VERIFY if value == Level.VERIFIED else Need.EMAIL)


class StatusCriterion(Criterion):
    """How somebody belongs to the municipality."""

    name = "statuses"
    reads = (FACTS,)
    tells = ("status",)

    def fields(self) -> dict[str, forms.Field]:
        field = forms.MultipleChoiceField(
            label=gettext_lazy("Who belongs to those invited?"),
            choices=[(status.value, capfirst(status.label)) for status in Status],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=gettext_lazy("Nothing ticked: it is not asked."),
        )
        return {self.name: field}

    def check(self, value: Any) -> None:
        if not _among(value, Status.values):
            raise ValidationError({self.name: _("Choose among the statuses.")})

    def clause(self, value: Any) -> str:
        return _or([str(ARE.get(each, each)) for each in value])

    def brief(self, value: Any) -> str:
        return _or([str(GROUPS.get(each, each)) for each in value])

    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        status = known.facts(only_proved=only_proved).status
        if not status:
            return self.unknown(value, _facts_need(told=False, only_proved=only_proved))
        return YES if status in value else self.no(value)


_AGES = {
    "from": gettext_lazy("you are at least %(from)s years old"),
    "to": gettext_lazy("you are at most %(to)s years old"),
    "one": gettext_lazy("you are %(from)s years old"),
    "both": gettext_lazy("you are %(from)s–%(to)s years old"),
}
_BRIEF_AGES = {
    "from": gettext_lazy("aged %(from)s or over"),
    "to": gettext_lazy("aged %(to)s or under"),
    "one": gettext_lazy("aged %(from)s"),
    "both": gettext_lazy("aged %(from)s–%(to)s"),
}


class AgeCriterion(Criterion):
    """Whole years, today or on a day that is the same for all."""

    name = "age"
    reads = (FACTS,)
    tells = ("birth_year",)

    def fields(self) -> dict[str, forms.Field]:
        years: dict[str, Any] = {"required": False, "min_value": 0, "max_value": OLDEST}
        return {
            "age_from": forms.IntegerField(label=gettext_lazy("Aged from"), **years),
            "age_to": forms.IntegerField(
                label=gettext_lazy("Aged to"),
                help_text=gettext_lazy("Both included. Empty: no limit."),
                **years,
            ),
            "age_on": DayField(
                label=gettext_lazy("on the day"),
                required=False,
                help_text=gettext_lazy(
                    "Empty: on the day of taking part. On 31 December everybody counts who reaches"
                    " the age that year, and a year of birth always tells enough."
                ),
            ),
        }

    def initial(self, value: Any) -> dict[str, Any]:
        on = value.get("on")
        return {
            "age_from": value.get("from"),
            "age_to": value.get("to"),
            "age_on": date.fromisoformat(on) if on else None,
        }

    def value(self, cleaned: Mapping[str, Any]) -> Any:
        found = {"from": cleaned.get("age_from"), "to": cleaned.get("age_to")}
        given = {key: years for key, years in found.items() if years is not None}
        on = cleaned.get("age_on")
        if on and not given:
            raise ValidationError({"age_from": _("Say which age is asked on that day.")})
        return ({**given, "on": on.isoformat()} if on else given) or None

    def check(self, value: Any) -> None:
        if not isinstance(value, dict) or not value or set(value) - {"from", "to", "on"}:
            raise ValidationError({"age_from": _("The age is not written in a known way.")})
        limits = [value[key] for key in ("from", "to") if key in value]
        if not limits or not all(type(y) is int and 0 <= y <= OLDEST for y in limits):
            raise ValidationError({"age_from": _("Write the age in whole years.")})
        if len(limits) == 2 and limits[0] > limits[1]:
            raise ValidationError({"age_to": _("The upper age must not be below the lower one.")})
        try:
            date.fromisoformat(value.get("on", "2000-01-01"))
        except (TypeError, ValueError):
            raise ValidationError({"age_on": _("Check the day.")}) from None

    def clause(self, value: Any) -> str:
        words = self._words(value, _AGES)
        if not value.get("on"):
            return words
        on = day_text(date.fromisoformat(value["on"]), weekday=False)
        return _("%(age)s on %(day)s") % {"age": words, "day": on}

    def brief(self, value: Any) -> str:
        return self._words(value, _BRIEF_AGES)

    def _words(self, value: Any, words: Mapping[str, Any]) -> str:
        youngest, oldest = value.get("from"), value.get("to")
        if oldest is None:
            kind = "from"
        elif youngest is None:
            kind = "to"
        else:
            kind = "one" if youngest == oldest else "both"
        return str(words[kind]) % {"from": youngest, "to": oldest}

    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        day = date.fromisoformat(value["on"]) if value.get("on") else on
        born = known.facts(only_proved=only_proved).born
        found = is_within(born, value.get("from"), value.get("to"), day)
        if found is not None:
            return YES if found else self.no(value)
        told = known.told.born.is_known
        if told and not only_proved:
            return self._unsure(value)
        return self.unknown(value, _facts_need(told=told, only_proved=only_proved))

    def _unsure(self, value: Any) -> Part:
        words = _(
            "You can take part if %(condition)s. Your year of birth alone does not tell: it"
            " depends on your birthday, which we do not ask."
        )
        part = self.unknown(value, Need.VERIFY)
        return Part(part.verdict, words % {"condition": self.clause(value)}, part.need)


class AreaCriterion(Criterion):
    """Where somebody lives; an area includes its parts."""

    name = "areas"
    reads = (FACTS,)
    tells = ("area",)

    def fields(self) -> dict[str, forms.Field]:
        field = forms.MultipleChoiceField(
            label=gettext_lazy("From which areas?"),
            choices=lambda: [(area.slug, str(area)) for area in Area.objects.all()],
            widget=forms.CheckboxSelectMultiple,
            required=False,
            help_text=gettext_lazy("Nothing ticked: from everywhere."),
        )
        return {self.name: field}

    def check(self, value: Any) -> None:
        if not _among(value, list(Area.objects.values_list("slug", flat=True))):
            raise ValidationError({self.name: _("Choose among the areas.")})

    def clause(self, value: Any) -> str:
        names = [str(area) for area in Area.objects.filter(slug__in=value)]
        return _("your area is %(areas)s") % {"areas": _or(names or list(value))}

    def brief(self, value: Any) -> str:
        rows = moments.rows(("areas by name",), lambda: list(Area.objects.all()))
        names = [str(area) for area in rows if area.slug in value]
        return names[0] if len(names) == len(value) == 1 else _("certain areas")

    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        areas = known.facts(only_proved=only_proved).areas
        if not areas:
            return self.unknown(value, _facts_need(told=False, only_proved=only_proved))
        return YES if set(areas) & set(value) else self.no(value)


class CodeCriterion(Criterion):
    """A code that staff handed out for this place."""

    name = "codes"
    reads = (CODE,)

    def fields(self) -> dict[str, forms.Field]:
        field = forms.BooleanField(
            label=gettext_lazy("With a code that we hand out"),
            required=False,
            help_text=gettext_lazy("Codes are made in this page's menu, once it is published."),
        )
        return {self.name: field}

    def check(self, value: Any) -> None:
        if value is not True:
            raise ValidationError({self.name: _("A code is asked or it is not.")})

    def clause(self, value: Any) -> str:
        return _("you have been given a code for this")

    def brief(self, value: Any) -> str:
        return _("with a code")

    def answer(self, value: Any, known: Known, on: date, *, only_proved: bool) -> Part:
        return YES if known.has_code else self.unknown(value, Need.CODE)


USUAL = (LevelCriterion(), StatusCriterion(), AgeCriterion(), AreaCriterion(), CodeCriterion())
