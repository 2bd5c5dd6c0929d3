"""The desk's list of initiatives."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.when import day_text

from ..models import Initiative, State
from .rights import initiatives_for, works_here

WAITING = (
    ("pending", _("To be recorded as pending")),
    ("overdue", _("Overdue")),
    ("unanswered", _("Not answered")),
    ("hidden", _("Hidden")),
)


class InitiativeFilters(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label=_("State"), choices=[(s.value, s.label) for s in State if s != State.DRAFT]
    )
    waiting = django_filters.ChoiceFilter(
        label=_("What waits"), choices=WAITING, method="that_waits"
    )

    class Meta:
        model = Initiative
        fields: list[str] = []

    def that_waits(self, rows: Any, name: str, value: str) -> Any:
        if value == "hidden":
            return rows.exclude(hidden_at=None)
        if value == "overdue":
            return rows.due_before(clock.today())
        waiting = rows.filter(withdrawn_at=None, state=State.DELIVERED)
        return waiting.filter(pending_on=None) if value == "pending" else waiting


def _due(initiative: Initiative) -> str:
    if initiative.due_on is None:
        return ""
    text = day_text(initiative.due_on)
    late = initiative.is_late(timezone.localdate(clock.glance()))
    return "{} – {}".format(text, _("overdue")) if late else text


def _state(initiative: Initiative) -> str:
    if initiative.withdrawn_at:
        return str(_("Withdrawn"))
    if initiative.hidden_at:
        return str(_("Hidden"))
    return str(initiative.get_state_display())


def _day(name: str) -> Any:
    def text(initiative: Initiative) -> str:
        value = getattr(initiative, name)
        return day_text(value) if value else ""

    return text


class InitiativeList(BaseListingView):
    """Initiatives that this member of staff works with, to filter and search."""

    model = Initiative
    page_title = _("Initiatives")
    header_icon = "doc-full"
    paginate_by = 50
    default_ordering = "-published_at"
    index_url_name = "raati_initiatives_desk:index"
    index_results_url_name = "raati_initiatives_desk:results"
    filterset_class = InitiativeFilters
    is_searchable = True
    search_fields = ("title", "text", "organisation", "register_number", "public_id")
    search_backend_name = None
    columns = [
        TitleColumn(
            "title",
            label=_("Initiative"),
            accessor="title",
            get_url=lambda row: reverse("raati_initiatives_desk:initiative", args=[row.public_id]),
            sort_key="title",
        ),
        Column("state", label=_("State"), accessor=_state, sort_key="state"),
        Column(
            "resident_count",
            label=_("Residents' signatures"),
            accessor="resident_count",
            sort_key="resident_count",
        ),
        Column(
            "delivered_at",
            label=pgettext_lazy("initiative", "Delivered"),
            accessor=_day("delivered_at"),
            sort_key="delivered_at",
        ),
        Column(
            "pending_on",
            label=_("Pending since"),
            accessor=_day("pending_on"),
            sort_key="pending_on",
        ),
        Column("due_on", label=_("To be taken up by"), accessor=_due, sort_key="due_on"),
    ]

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not works_here(actor_for(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return initiatives_for(actor_for(self.request))

    @property
    def header_buttons(self) -> list[Any]:
        address = reverse("raati_initiatives_desk:report")
        return [HeaderButton(_("Yearly report"), url=address, icon_name="doc-full")]
