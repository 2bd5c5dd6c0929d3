"""Loading for a view: an idea of the page's own board, and the board with its hours."""

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.shortcuts import get_object_or_404

from participation.core.actors import Actor
from participation.core.models import Component
from participation.core.openness import Openness, look, look_at, shown_lineage

from ..labels import Labels
from ..models import Idea, IdeaBoardPage, SupportRemoval


def idea_for(actor: Actor, page: IdeaBoardPage, public_id: str) -> Idea:
    """The idea, or 404: unknown, another board's, or not to be seen by this actor."""
    rows = Idea.objects.visible_to(actor).filter(component=page.component_key)
    idea = get_object_or_404(rows.select_related("promise"), public_id=public_id)
    idea.component, _opened = board_of(page)
    return idea


def supportable(actor: Actor, page: IdeaBoardPage, public_id: str) -> Idea:
    """A visible idea, or one that this person supports already (to take the support back); 404."""
    rows = Idea.objects.filter(component=page.component_key).select_related("component", "promise")
    idea = get_object_or_404(rows, public_id=public_id)
    if not idea.is_visible:
        get_object_or_404(idea.supports, person=actor.person)
    return idea


def known_idea(page: IdeaBoardPage, public_id: str) -> Idea:
    """The idea even where it was hidden or withdrawn, to say so; 404 when there never was one."""
    rows = Idea.objects.filter(component=page.component_key, public_id=public_id)
    removals = Exists(SupportRemoval.objects.filter(idea=OuterRef("pk")))
    idea = rows.select_related("photo", "promise", "answer").annotate(has_removals=removals).first()
    if idea is None:
        raise Http404
    idea.component, _opened = board_of(page)
    Labels.read().put_on([idea])
    return idea


def board_of(page: IdeaBoardPage, *acts: str) -> tuple[Component, dict[str, Openness]]:
    """The board's row and when each of `acts` is open, for showing: one query at most."""
    if not page.live or "component" in page.__dict__:
        # A draft or a preview: its row is not, or not only, in the database.
        return page.component, look(page.component, *acts)
    rows = shown_lineage(page.component_key)
    if not rows:
        return page.component, look(page.component, *acts)
    page.__dict__["component"] = rows[0]
    return rows[0], look_at(rows, *acts)
