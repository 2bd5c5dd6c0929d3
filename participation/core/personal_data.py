"""The registry of personal data: what is kept, why, how long, and what erasure does.

The privacy notice prints this table; export, erasure and retention read it.
"""

from dataclasses import dataclass
from enum import Enum

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Text = str | Promise


class OnErasure(Enum):
    """What happens to a row when its person asks to be erased."""

    DELETED = _("deleted")
    UNLINKED = _("kept without your name")
    KEPT = _("kept, because the law requires it")


@dataclass(frozen=True)
class Source:
    """One kind of personal data: its model, the fields that lead to the person, and the law."""

    model: type[Model]
    person_fields: tuple[str, ...]
    what: Text
    purpose: Text
    legal_basis: Text
    retention: Text
    on_erasure: OnErasure


_sources: dict[str, Source] = {}

PUBLIC_TASK = _("public task (GDPR article 6(1)(e), Municipal Act section 22)")
LEGAL_OBLIGATION = _("legal obligation (GDPR article 6(1)(c))")


def register(source: Source) -> None:
    """Enter one kind of data; once per model, from the app's ready()."""
    _sources[source.model._meta.label] = source


def sources() -> list[Source]:
    """Every kind of personal data of the installed packages, in a stable order."""
    return [_sources[label] for label in sorted(_sources)]
