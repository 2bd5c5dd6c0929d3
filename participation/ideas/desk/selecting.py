"""Which ideas an address of the desk selects: for the list, for acts on many, for files."""

from collections.abc import Mapping
from typing import Any

import django_filters
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.day_fields import DayField
from participation.core.models import Area, Component, ServiceArea, Theme
from participation.core.roles import role_holders, staff_label
from participation.core.text import clean_text

from .. import stages
from ..filters import known_filters
from ..models import Channel, Idea, State
from ..models.ideas import IdeaQuerySet
from ..policies import given_to
from .rights import ideas_for
from .waiting import WAITING

SEARCHED = ("title", "text", "author_name", "public_id")
LONGEST_SEARCH = 200
MINE, NOBODY = "mine", "nobody"
PREPARED = (
    ("ready", _("Ready to be published")),
    ("unready", _("Being prepared")),
    ("none", _("No prepared answer")),
)
#: Sent by the authors themselves, as a choice beside the channels of staff.
OWN_HAND = "own"


def boards(request: HttpRequest | None) -> list[Component]:
    """The boards whose ideas this request may see, by title."""
    if request is None:
        return []
    keys = ideas_for(actor_for(request)).order_by().values("component")
    rows = Component.objects.filter(key__in=keys).exclude(source_page=None)
    return sorted(rows.select_related("source_page"), key=lambda row: str(row.source_page))


class DayFilter(django_filters.Filter):
    field_class = DayField


class IdeaFilters(WagtailFilterSet):
    """The filters of the list. Their names are those of filters.py."""

    board = django_filters.ChoiceFilter(label=_("Idea board"), method="on_board")
    state = django_filters.ChoiceFilter(label=_("State"), method="in_state")
    waiting = django_filters.ChoiceFilter(
        label=_("What waits"),
        choices=[(name, each.label) for name, each in WAITING.items()],
        method="that_waits",
    )
    owner = django_filters.ChoiceFilter(label=pgettext_lazy("idea", "Owner"), method="owned_by")
    service_area = django_filters.ModelChoiceFilter(
        label=_("Service area"), queryset=lambda request: ServiceArea.objects.all()
    )
    theme = django_filters.ModelChoiceFilter(
        label=_("Theme"), queryset=lambda request: Theme.objects.all(), to_field_name="slug"
    )
    area = django_filters.ModelChoiceFilter(
        label=_("Area"), queryset=lambda request: Area.objects.all(), to_field_name="slug"
    )
    due_until = DayFilter(label=_("Answer due at the latest"), method="due_by")
    prepared = django_filters.ChoiceFilter(
        label=_("Prepared answer"), choices=PREPARED, method="that_is_prepared"
    )
    channel = django_filters.ChoiceFilter(
        label=_("How it came"),
        choices=[(OWN_HAND, _("Sent by its author")), *Channel.choices],
        method="that_came",
    )

    class Meta:
        model = Idea
        fields: list[str] = []

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.boards = {str(row.source_page_id): row for row in boards(self.request)}
        own_words = [
            (stage.key, f"{stage.label} ({board.source_page})")
            for board in self.boards.values()
            for stage in stages.own_stages(board)
        ]
        choices = {
            "board": [(key, str(row.source_page)) for key, row in self.boards.items()],
            "state": [*State.choices, *own_words],
            "owner": [
                (MINE, _("Mine")),
                (NOBODY, _("Nobody")),
                *((person.public_id, staff_label(person)) for person in role_holders()),
            ],
        }
        for name, offered in choices.items():
            self.filters[name].extra["choices"] = offered

    def on_board(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(component=self.boards[value])

    def in_state(self, rows: Any, name: str, value: str) -> Any:
        if value in State.values:
            return rows.filter(state=value)
        named = Q(pk__in=[])
        for board in self.boards.values():
            if any(stage.key == value for stage in stages.own_stages(board)):
                named |= Q(component=board) & stages.that_are(board, value)
        return rows.filter(named)

    def that_waits(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(WAITING[value].where(clock.today()))

    def owned_by(self, rows: Any, name: str, value: str) -> Any:
        if value == NOBODY:
            return rows.filter(owner=None)
        if value == MINE:
            actor = actor_for(self.request)
            return rows.filter(given_to(actor)) if actor.person else rows.none()
        return rows.filter(owner__public_id=value)

    def due_by(self, rows: Any, name: str, value: Any) -> Any:
        return rows.filter(due_on__lte=value)

    def that_is_prepared(self, rows: Any, name: str, value: str) -> Any:
        if value == "none":
            return rows.filter(answer_draft=None)
        return rows.filter(answer_draft__is_ready=value == "ready")

    def that_came(self, rows: Any, name: str, value: str) -> Any:
        return rows.filter(channel="" if value == OWN_HAND else value)


def searched(rows: IdeaQuerySet, words: str) -> IdeaQuerySet:
    """The rows in which every one of the words stands somewhere."""
    try:
        words = clean_text(words[:LONGEST_SEARCH])
    except ValidationError:
        return rows.none()
    for word in words.split():
        found = Q()
        for name in SEARCHED:
            found |= Q(**{f"{name}__icontains": word})
        rows = rows.filter(found)
    return rows


class Selection:
    """What the query of a list's address selects, read anew: an act on many must not guess."""

    def __init__(self, request: HttpRequest, query: str) -> None:
        self.query = known_filters(query)
        self._given: Mapping[str, Any] = QueryDict(self.query)
        self._filters = IdeaFilters(self._given, request=request)
        self._actor = actor_for(request)

    @property
    def is_sound(self) -> bool:
        """Whether every filter was understood; the list shows everything where one was not."""
        return self._filters.is_valid()

    @property
    def rows(self) -> IdeaQuerySet:
        rows = self._filters.filter_queryset(ideas_for(self._actor))
        return searched(rows, self._given.get("q", ""))
