"""Loading one idea for a page of the desk, and where its pages lie."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from participation.core.actors import Actor, actor_for
from participation.core.policies import Refused

from .. import policies
from ..models import Idea
from .rights import ideas_for, works_here


def handled_idea(request: HttpRequest, public_id: str) -> tuple[Actor, Idea]:
    """An idea that this member of staff handles; 404 or a refusal otherwise."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    rows = ideas_for(actor).select_related("component__source_page", "service_area", "answer")
    idea = get_object_or_404(rows, public_id=public_id)
    try:
        policies.may_handle(actor, idea)
    except Refused as refused:
        raise PermissionDenied from refused
    return actor, idea


def page_context(idea: Idea, title: str) -> dict[str, Any]:
    """What the admin's frame shows around a page below the idea's own."""
    return {
        "idea": idea,
        "page_title": title,
        "header_title": title,
        "header_icon": "pick",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_ideas_desk:index"), "label": _("Ideas")},
            {"url": idea_address(idea), "label": idea.title},
            {"url": "", "label": title},
        ],
    }


def idea_address(idea: Idea) -> str:
    return reverse("raati_ideas_desk:idea", args=[idea.public_id])
