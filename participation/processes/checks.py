"""What to think of before a process opens."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core.checklists import Point, register_check
from participation.core.pages import component_kind

from .models import ProcessPage


def check_process(page: Any) -> Iterable[Point]:
    phases = [phase.value for phase in page.phases]
    yield Point(
        _("There are phases, and the first says when it begins"),
        bool(phases and phases[0]["opens"]),
    )
    yield Point(
        _("At least one phase lets people do something"),
        any(phase["allows"] for phase in phases),
        _("What no phase opens stays closed."),
    )
    yield Point(_("There is a person to turn to"), bool(page.contacts))


def enter() -> None:
    register_check(check_process, kind=component_kind(ProcessPage))
