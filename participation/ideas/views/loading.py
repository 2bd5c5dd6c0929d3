"""Loading for a view: an idea of the page's own board, and the board with its hours."""

from django.http import Http404
from django.shortcuts import get_object_or_404

from participation.core.actors import Actor
from participation.core.models import Component
from participation.core.openness import Openness, lineage, look, look_at

from ..models import Idea, IdeaBoardPage


def idea_for(actor: Actor, page: IdeaBoardPage, public_id: str) -> Idea:
    """The idea, or 404: unknown, another board's, or not to be seen by this actor."""
    rows = Idea.objects.visible_to(actor).filter(component=page.component_key)
    return get_object_or_404(rows.with_labels().select_related("component"), public_id=public_id)


def known_idea(page: IdeaBoardPage, public_id: str) -> Idea:
    """The idea even where it was hidden or withdrawn, to say so; 404 when there never was one."""
    rows = Idea.objects.filter(component=page.component_key).with_labels()
    idea = (
        rows.select_related("component", "answer", "merged_into")
        .filter(public_id=public_id)
        .first()
    )
    if idea is None:
        raise Http404
    return idea


def board_of(page: IdeaBoardPage, *acts: str) -> tuple[Component, dict[str, Openness]]:
    """The board's row, and when each of `acts` is open: one query for both."""
    if not page.live or "component" in page.__dict__:
        # A draft or a preview: its row is not, or not only, in the database.
        return page.component, look(page.component, *acts)
    rows = lineage(Component(key=page.component_key))
    if not rows:
        return page.component, look(page.component, *acts)
    rows[0].known_lineage = rows
    page.__dict__["component"] = rows[0]
    return rows[0], look_at(rows, *acts)
