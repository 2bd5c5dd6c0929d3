"""What people choose about being told."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language_info, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.notices import NoticeKind, Rhythm

from .models import Preferences

HOURS = [(hour, f"{hour:02}:00") for hour in range(24)]


def _languages() -> list[tuple[str, str]]:
    """The site's languages, each in its own words."""
    return [
        (code, get_language_info(code)["name_local"].capitalize())
        for code, _name in settings.LANGUAGES
    ]


class PreferencesForm(forms.Form):
    """One choice for each kind of notice, then when and in which language."""

    is_silent = forms.BooleanField(label=_("Send me no mails at all"), required=False)
    quiet_from = forms.TypedChoiceField(
        label=_("No mails from"), choices=HOURS, coerce=int, help_text=_("Finnish time")
    )
    quiet_until = forms.TypedChoiceField(
        label=pgettext_lazy("hour", "until"),
        choices=HOURS,
        coerce=int,
        help_text=_("The same hour twice: mails come at any time."),
    )
    weekly_cap = forms.IntegerField(
        label=_("Mails in a week at most"),
        min_value=1,
        max_value=100,
        help_text=_("What is more comes together on Monday."),
    )
    language = forms.ChoiceField(
        label=pgettext_lazy("mail", "Language of mails"), choices=_languages
    )

    def __init__(self, *args: Any, chosen: Preferences, **kwargs: Any) -> None:
        self.kinds = [kind for kind in notices.kinds() if kind.is_mailed]
        super().__init__(*args, initial=self._initial(chosen), **kwargs)
        for kind in self.kinds:
            self.fields[self.name_of(kind)] = forms.ChoiceField(
                label=str(kind.label)[:1].upper() + str(kind.label)[1:], choices=Rhythm.choices
            )

    def _initial(self, chosen: Preferences) -> dict[str, Any]:
        names = ("is_silent", "quiet_from", "quiet_until", "weekly_cap")
        initial = {name: getattr(chosen, name) for name in names}
        initial["language"] = chosen.language or settings.LANGUAGE_CODE
        for kind in self.kinds:
            initial[self.name_of(kind)] = chosen.rhythms.get(kind.name) or kind.rhythm
        return initial

    @staticmethod
    def name_of(kind: NoticeKind) -> str:
        return f"kind-{kind.name}"

    @property
    def groups(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The choices under their headings."""
        found: dict[str, list[forms.BoundField]] = {}
        for kind in self.kinds:
            found.setdefault(str(kind.heading), []).append(self[self.name_of(kind)])
        return list(found.items())

    def choice(self) -> dict[str, Any]:
        """What the action takes."""
        given = self.cleaned_data
        rhythms = {kind.name: given[self.name_of(kind)] for kind in self.kinds}
        names = ("is_silent", "quiet_from", "quiet_until", "weekly_cap", "language")
        return {"rhythms": rhythms, **{name: given[name] for name in names}}
