"""The desk's list of ideas."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.models import ServiceArea
from participation.core.when import day_text

from ..models import Idea, IdeaBoardPage, State
from .rights import ideas_for, works_here

WAITING = (
    ("unowned", _("Without an owner")),
    ("overdue", _("Answer overdue")),
    ("unanswered", _("Not answered")),
    ("hidden", _("Hidden")),
    ("withdrawn", _("Withdrawn")),
)


def boards(request: HttpRequest | None) -> Any:
    """The boards' source pages, to choose from."""
    keys = ideas_for(actor_for(request)).values("component") if request else []
    return IdeaBoardPage.objects.filter(translation_key__in=keys, alias_of=None).order_by("title")


class IdeaFilters(WagtailFilterSet):
    board = django_filters.ModelChoiceFilter(
        label=_("Idea board"), queryset=boards, method="on_board"
    )
    state = django_filters.ChoiceFilter(label=_("State"), choices=State.choices)
    service_area = django_filters.ModelChoiceFilter(
        label=_("Service area"), queryset=lambda request: ServiceArea.objects.all()
    )
    waiting = django_filters.ChoiceFilter(
        label=_("What waits"), choices=WAITING, method="that_waits"
    )

    class Meta:
        model = Idea
        fields: list[str] = []

    def on_board(self, rows: Any, name: str, page: IdeaBoardPage) -> Any:
        return rows.filter(component=page.component_key)

    def that_waits(self, rows: Any, name: str, value: str) -> Any:
        if value == "unowned":
            return rows.visible().unowned()
        if value == "overdue":
            return rows.overdue(clock.today())
        if value == "unanswered":
            return rows.visible().filter(answer=None)
        return rows.exclude(**{f"{value}_at": None})


def _due(idea: Idea) -> str:
    if idea.due_on is None:
        return ""
    text = day_text(idea.due_on)
    late = idea.due_on < clock.glance().date() and idea.official_answer is None
    return "{} – {}".format(text, _("overdue")) if late else text


def _state(idea: Idea) -> str:
    if idea.withdrawn_at:
        return str(_("Withdrawn"))
    if idea.hidden_at:
        return str(_("Hidden"))
    return str(idea.state_word)


def _board(idea: Idea) -> str:
    page = idea.component.source_page
    return str(page) if page else ""


class IdeaList(BaseListingView):
    """Ideas that this member of staff works with, to filter and search."""

    model = Idea
    page_title = _("Ideas")
    header_icon = "pick"
    paginate_by = 50
    default_ordering = "-created_at"
    index_url_name = "raati_ideas_desk:index"
    index_results_url_name = "raati_ideas_desk:results"
    filterset_class = IdeaFilters
    is_searchable = True
    search_fields = ("title", "text", "author_name", "public_id")
    search_backend_name = None
    columns = [
        TitleColumn(
            "title",
            label=_("Idea"),
            accessor="title",
            get_url=lambda idea: reverse("raati_ideas_desk:idea", args=[idea.public_id]),
            sort_key="title",
        ),
        Column("board", label=_("Idea board"), accessor=_board),
        Column("state", label=_("State"), accessor=_state, sort_key="state"),
        Column("service_area", label=_("Service area"), accessor="service_area"),
        Column("owner", label=pgettext_lazy("idea", "Owner"), accessor="owner"),
        Column("due_on", label=_("Due date"), accessor=_due, sort_key="due_on"),
        Column(
            "support_count",
            label=_("Supports"),
            accessor="support_count",
            sort_key="support_count",
        ),
        Column(
            "created_at",
            label=_("Sent"),
            accessor=lambda idea: day_text(idea.created_at),
            sort_key="created_at",
        ),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_here(actor_for(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return ideas_for(actor_for(self.request)).select_related(
            "component__source_page", "service_area", "owner", "answer"
        )
