"""What to think of before a board opens."""

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.rich_text import get_text_for_indexing

from participation.core.checklists import Point, register_check, register_lack
from participation.core.pages import component_kind

from .models import IdeaBoardPage


def check_board(page: Any) -> Iterable[Point]:
    yield Point(
        _("The introduction says what you want to hear and what will come of it"),
        bool(get_text_for_indexing(page.intro).strip()),
    )
    yield Point(
        _("The rules say who may take part and what is not for this board"),
        bool(get_text_for_indexing(page.rules).strip()),
    )
    yield Point(
        _("There is a limit of ideas or supports for each person"),
        bool(page.idea_limit or page.support_limit),
        _("Nothing set: everybody may send and support as much as they like."),
    )
    yield Point(
        _("A service area answers"),
        page.service_area_id is not None,
        _("Otherwise each idea waits until somebody gives it an owner."),
    )
    yield Point(
        _("It is set within how many working days you answer"),
        page.answer_days is not None,
        _("Otherwise due dates are set by hand, one by one."),
    )


def enter() -> None:
    kind = component_kind(IdeaBoardPage)
    register_check(check_board, kind=kind)
    register_lack(
        kind,
        _("within how many days you answer"),
        lambda board: not board.settings.get("answer_days"),
    )
    register_lack(
        kind, _("which service area answers"), lambda board: not board.settings.get("service_area")
    )
