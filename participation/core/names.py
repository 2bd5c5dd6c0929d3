"""Names that people choose: what may be shown as one, and what would pass for somebody else."""

import unicodedata

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Folded stems of official words in the three languages: a badge comes from a role, not a name.
_OFFICIAL = (
    "admin",
    "moderaattori",
    "moderator",
    "kaupungin",
    "kaupunki",
    "kunnan",
    "kunta",
    "viranomainen",
    "kommunen",
    "stadsdirekt",
    "kommundirekt",
    "tjansteman",
    "official",
    "city of",
    "mayor",
    "poistettu kayttaja",
)


def _folded(name: str) -> str:
    decomposed = unicodedata.normalize("NFKD", name)
    return "".join(c for c in decomposed if not unicodedata.combining(c)).casefold()


def validate_display_name(name: str) -> None:
    """Refuse what cannot be read as a person's name or looks official.

    Letters, marks, digits, spaces and the punctuation of names only: no emoji or
    tick marks that look like a badge, no invisible or direction-changing characters.
    Raises ValidationError.
    """
    for character in name:
        category = unicodedata.category(character)
        if category[0] in "LMN" or character in " '’-.·":
            continue
        raise ValidationError(
            _("Use letters, numbers, spaces and hyphens only in the name."), code="characters"
        )
    if name and not any(unicodedata.category(c)[0] in "LN" for c in name):
        raise ValidationError(_("The name needs at least one letter."), code="empty")
    if any(word in _folded(name) for word in _OFFICIAL):
        raise ValidationError(
            _("This name looks like an official one. Choose another."), code="official"
        )
