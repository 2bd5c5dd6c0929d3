"""The desk's list of ideas."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.ui.tables import BaseColumn, Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.when import day_text

from .. import policies
from ..filters import known_filters
from ..models import Idea
from . import bulk, saved
from .rights import ideas_for, works_here
from .selecting import IdeaFilters, searched

#: What a phone does not show as columns; the cell of the title then says the most of it.
WIDE = "raati-desk-wide"


def due_text(idea: Idea) -> str:
    if idea.due_on is None:
        return ""
    text = day_text(idea.due_on)
    late = idea.due_on < clock.glance().date() and idea.official_answer is None
    return "{} – {}".format(text, _("overdue")) if late else text


def state_text(idea: Idea) -> str:
    if idea.withdrawn_at:
        return str(_("Withdrawn"))
    if idea.hidden_at:
        return str(_("Hidden"))
    if idea.waits:
        return str(_("Waits for a moderator"))
    if idea.merged_into_id:
        return str(_("Combined with another"))
    return str(idea.state_word)


def answer_text(idea: Idea) -> str:
    draft = getattr(idea, "answer_draft", None)
    if draft is not None:
        return str(_("Ready to be published") if draft.is_ready else _("Being prepared"))
    return str(_("Published")) if idea.official_answer else ""


def _board(idea: Idea) -> str:
    page = idea.component.source_page
    return str(page) if page else ""


class ChoiceColumn(BaseColumn):
    """A tick for the acts on many; the form stands below the table."""

    header_template_name = "raati_ideas/desk/choose_all.html"
    cell_template_name = "raati_ideas/desk/choose.html"


class IdeaColumn(TitleColumn):
    """The title, and on a phone what the other columns say."""

    cell_template_name = "raati_ideas/desk/title.html"

    def get_cell_context_data(self, instance: Idea, parent_context: Any) -> dict[str, Any]:
        context = super().get_cell_context_data(instance, parent_context)
        context["more"] = [
            text
            for text in (state_text(instance), due_text(instance), str(instance.owner or ""))
            if text
        ]
        return context


class IdeaList(BaseListingView):
    """Ideas that this member of staff works with, to filter, search, act on and export."""

    model = Idea
    page_title = _("Ideas")
    header_icon = "pick"
    results_template_name = "raati_ideas/desk/results.html"
    paginate_by = 50
    default_ordering = "-created_at"
    index_url_name = "raati_ideas_desk:index"
    index_results_url_name = "raati_ideas_desk:results"
    filterset_class = IdeaFilters
    is_searchable = True
    search_backend_name = None
    columns = [
        ChoiceColumn("choose", classname="raati-desk-choose"),
        IdeaColumn(
            "title",
            label=_("Idea"),
            accessor="title",
            get_url=lambda idea: reverse("raati_ideas_desk:idea", args=[idea.public_id]),
            sort_key="title",
        ),
        Column("board", label=_("Idea board"), accessor=_board, classname=WIDE),
        Column("state", label=_("State"), accessor=state_text, sort_key="state", classname=WIDE),
        Column("answer", label=_("Answer"), accessor=answer_text, classname=WIDE),
        Column("service_area", label=_("Service area"), accessor="service_area", classname=WIDE),
        Column("owner", label=pgettext_lazy("idea", "Owner"), accessor="owner", classname=WIDE),
        Column("due_on", label=_("Due date"), accessor=due_text, sort_key="due_on", classname=WIDE),
        Column(
            "support_count",
            label=_("Supports"),
            accessor="support_count",
            sort_key="support_count",
            classname=WIDE,
        ),
        Column(
            "created_at",
            label=_("Sent"),
            accessor=lambda idea: day_text(idea.created_at),
            sort_key="created_at",
            classname=WIDE,
        ),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_here(actor_for(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return ideas_for(actor_for(self.request)).select_related(
            "component__source_page", "service_area", "owner", "answer", "answer_draft"
        )

    def search_queryset(self, queryset: Any) -> Any:
        return searched(queryset, self.search_query) if self.is_searching else queryset

    def order_queryset(self, queryset: Any) -> Any:
        return queryset.order_by(self.ordering, "-pk")

    @cached_property
    def header_buttons(self) -> list[Any]:
        if not policies.enters_for_others(actor_for(self.request)):
            return []
        enter = reverse("raati_ideas_desk:enter")
        return [HeaderButton(_("Enter an idea for somebody"), enter, icon_name="plus")]

    def get_context_data(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        query = known_filters(self.request.META.get("QUERY_STRING", ""))
        return {
            **super().get_context_data(*args, **kwargs),
            "query": query,
            "views": saved.offered(actor_for(self.request), query),
            "acts": bulk.ACTS.items(),
            "most": bulk.MOST,
            "is_filtered": bool(query),
        }
