"""What an editor reads in the checklist about who may take part, and where that is said."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _

from participation.core.checklists import Point, register_check
from participation.core.eligibility import EVERYBODY, asker_above, conditions_of

from .engine import ENGINE


def check_who_may(page: Any) -> Iterable[Point]:
    """Nothing to do, but easily overlooked: below a process the conditions may come from it."""
    above = asker_above(page) if page.pk else None
    source = above.source_page if above is not None else None
    own, theirs = page.eligibility, conditions_of(above) if above is not None else {}
    if own or source is None:
        yield Point(_("Who may take part: %(who)s") % {"who": _in_words(own)}, done=True)
    else:
        words = _("Who may take part: %(who)s, as the page “%(page)s” says")
        yield Point(words % {"who": _in_words(theirs), "page": source.title}, done=True)
    if own and source is not None and own != theirs:
        words = _("The page “%(page)s” above says otherwise: %(who)s. Here it does not count")
        yield Point(words % {"who": _in_words(theirs), "page": source.title}, done=True)


def _in_words(conditions: Any) -> str:
    """EVERYBODY is none of the engine's criteria: it asks nothing."""
    conditions = {} if conditions == EVERYBODY else conditions
    return "; ".join(ENGINE.clauses(conditions)) or _("everybody who has an account")


register_check(check_who_may)
