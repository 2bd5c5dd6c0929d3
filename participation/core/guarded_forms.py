"""Forms that visitors send without an account: what only programs fill in, and how fast."""

import json
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from . import clock, conf, guards, proofs
from .actors import actor_for

#: Nobody reads a form and fills it in in less; programs do.
LEAST_SECONDS = 3
#: Without a proof of work (no scripts) a form must have been open for this long …
SLOW_SECONDS = 12
SALT = "raati.guarded-form"


class GuardedForm(forms.Form):
    """A field that people do not see, the signed time at which it was opened, a proof of work.

    Draw it with `raati_core/guarded_fields.html`; ask `require_human` when it is valid.
    """

    website = forms.CharField(required=False, label=_("Leave this empty"))
    opened = forms.CharField(widget=forms.HiddenInput, required=False, max_length=200)
    proof = forms.CharField(widget=forms.HiddenInput, required=False, max_length=proofs.LONGEST)

    GUARDS = ("website", "opened", "proof")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        open_for = self.seconds_open()
        if cleaned.get("website") or open_for is None or open_for < LEAST_SECONDS:
            # One text for all: a program learns nothing about which trap it was.
            raise ValidationError(
                _("We could not take this. Wait a moment and send again."), code="program"
            )
        return cleaned

    def seconds_open(self) -> float | None:
        """How long ago the form was opened, or None where nobody can tell."""
        try:
            since = float(signing.loads(self.data.get("opened", ""), salt=SALT))
        except (signing.BadSignature, ValueError, TypeError):
            return None
        return clock.glance().timestamp() - since

    def visible_part(self) -> list[forms.BoundField]:
        """The fields for people."""
        return [field for field in self.visible_fields() if field.name not in self.GUARDS]

    @property
    def opened_value(self) -> str:
        """When it was opened, also where it is shown again."""
        given = self.data.get("opened") if self.is_bound and self.seconds_open() else None
        return str(given or opened_now())

    @property
    def challenge(self) -> str:
        return json.dumps(proofs.challenge())


def opened_now() -> str:
    return signing.dumps(clock.glance().timestamp(), salt=SALT)


def require_human(request: HttpRequest, form: GuardedForm) -> None:
    """TooMany, or a proof of work, or a slow hand: for a valid form, before its action.

    Whoever has an account needs no proof. Without scripts the form has to have been open
    for a while, and fewer of them an hour are taken from one address.
    """
    if actor_for(request).is_member or proofs.is_proof(form.cleaned_data["proof"]):
        return
    open_for = form.seconds_open() or 0
    used = guards.count(f"slow:{guards.source_mark(request)}")
    if open_for < SLOW_SECONDS or used > conf.get("SLOW_HOURLY"):
        raise guards.TooMany
