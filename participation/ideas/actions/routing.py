"""Where a new idea goes: its first state, who answers it, and by when."""

from datetime import datetime
from typing import Any

from django.utils import timezone

from participation.core import working_days
from participation.core.models import Component, RoleGrant, ServiceArea, Theme

from .. import stages
from ..models import State
from ..stages import Stage


def first_stage(component: Component) -> Stage:
    """What a new idea is called here."""
    return stages.of(component, State.RECEIVED, "")


def route(component: Component, theme: Theme | None, sent: datetime) -> dict[str, Any]:
    """The fields of an idea sent at `sent`: two queries, none where the board says nothing.

    The theme's service area comes before the board's; the area's owner before the deputy, each
    only while they hold a role. The due date counts working days from the day of sending.
    """
    area = _area(component, theme)
    days = component.settings.get("answer_days")
    return {
        "stage": first_stage(component).id,
        "service_area": area,
        "owner_id": _owner(area, sent),
        "due_on": working_days.calendar().later(timezone.localdate(sent), days) if days else None,
    }


def _area(component: Component, theme: Theme | None) -> ServiceArea | None:
    if theme is not None and theme.service_area_id:
        return ServiceArea.objects.filter(pk=theme.service_area_id).first()
    slug = component.settings.get("service_area")
    return ServiceArea.objects.filter(slug=slug).first() if slug else None


def _owner(area: ServiceArea | None, at: datetime) -> int | None:
    named = [pk for pk in (area.owner_id, area.deputy_id) if pk] if area else []
    if not named:
        return None
    grants = RoleGrant.objects.in_force(at).filter(person__in=named)
    holders = set(grants.values_list("person", flat=True))
    return next((pk for pk in named if pk in holders), None)
