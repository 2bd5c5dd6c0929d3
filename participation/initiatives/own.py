"""A person's own initiatives on their account page, where the site has one."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from participation.core.actors import actor_for
from participation.core.below import component_url

from .models import Initiative

MOST = 10


def draw_own_initiatives(context: Any) -> SafeString | str:
    """The slot `account.sections`: the latest ones, drafts too, and how far each is."""
    person = actor_for(context["request"]).person
    if person is None:
        return ""
    rows = Initiative.objects.filter(author=person, withdrawn_at=None).select_related("component")
    own = list(rows.order_by("-created_at", "-pk")[:MOST])
    if not own:
        return ""
    pages: dict[Any, Any] = {row.component: None for row in own}
    for component in pages:
        found = component.page_in()
        pages[component] = found.specific if found else None
    links = [(row, _address(pages[row.component], row)) for row in own]
    return render_to_string("raati_initiatives/own.html", {"own": links})


def _address(page: Any, row: Initiative) -> str:
    return component_url(page, "mine", row.public_id) if page else ""
