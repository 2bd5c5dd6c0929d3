"""What somebody can do about an open question, and where."""

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext_lazy as _

from participation.core.eligibility import NextStep
from participation.core.models import Component

from . import levels
from .criteria import Need

VERIFY = "raati_people:verify"


def step_for(need: Need, component: Component | None) -> NextStep | None:
    """The step that meets the need; None where the site has no such page."""
    place = component.public_id if component is not None else ""
    match need:
        case Need.EMAIL:
            label, url = _("Confirm your e-mail address"), address(levels.confirm_address())
        case Need.TELL:
            label, url = _("Tell what is asked"), address("raati_people:tell", place)
        case Need.VERIFY:
            label, url = _("Have your identity checked"), address(VERIFY)
        case Need.CODE:
            label, url = _("Enter your code"), address("raati_people:code", place)
        case _:
            return None
    return NextStep(label, url) if url else None


def address(name: str, *args: str) -> str:
    """The address of that name; "" where this site does not have it."""
    try:
        return reverse(name, args=args) if name else ""
    except NoReverseMatch:
        return ""
