"""What this package enters into the registries of the packages below it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core import addresses, audit, files, open_data, personal_data, sitemaps
from participation.core.actors import Actor
from participation.core.acts import register_act
from participation.core.figures import register_counter
from participation.core.models import PrivateFile
from participation.core.moderatable import register as register_moderatable
from participation.core.outbox import register_kind as register_mail
from participation.core.pages import component_kind
from participation.core.places import register_place
from participation.core.search.kinds import register as register_kind
from participation.live.registry import register as register_stream

from . import deeds, figures, reminders
from .actions.realising import MILESTONE_PURPOSE
from .actions.sending import PHOTO_PURPOSE
from .live import BoardStream, IdeaStream
from .models import (
    SUBMIT,
    SUPPORT,
    Idea,
    IdeaBoardPage,
)
from .moderation import ModeratedIdeas
from .personal_data import SOURCES
from .search import IDEAS
from .sitemap import IDEAS as PLACES


def enter() -> None:
    _acts()
    _audit()
    for source in SOURCES:
        personal_data.register(source)
    deeds.enter()
    addresses.register(Idea, idea_address)
    files.register_audience(PHOTO_PURPOSE, may_see_photo)
    files.register_audience(MILESTONE_PURPOSE, may_see_milestone)
    register_kind(IDEAS)
    register_moderatable(ModeratedIdeas())
    sitemaps.register(PLACES)
    open_data.register("ideas", "participation.ideas.api.router")
    register_stream(BoardStream())
    register_stream(IdeaStream())
    register_place("ideas.board", make_board)
    register_mail(reminders.KIND, reminders.write)
    register_counter(component_kind(IdeaBoardPage), figures.count, figures.describe)


def idea_address(idea: Idea) -> str:
    """Where everybody reads the idea; "" when it is hidden or withdrawn.

    One that was combined with another leads there.
    """
    found = idea.merged_into if idea.is_shown_elsewhere else idea
    if found is None or not found.is_visible:
        return ""
    return found.component.url("idea", found.path_name)


def may_see_photo(actor: Actor, file: PrivateFile) -> bool:
    """Whoever may read the idea may see its picture."""
    return Idea.objects.visible_to(actor).filter(photo=file).exists()


def may_see_milestone(actor: Actor, file: PrivateFile) -> bool:
    """The same for what was done."""
    return Idea.objects.visible_to(actor).filter(milestones__photo=file).exists()


def make_board(wanted: Mapping[str, Any]) -> IdeaBoardPage:
    """An unsaved board, for packages that have one made."""
    return IdeaBoardPage(title=wanted["title"], intro=wanted.get("intro", ""))


def _acts() -> None:
    register_act(SUBMIT, _("Send ideas"), invitation=_("Send an idea"), view="new")
    register_act(SUPPORT, _("Support ideas"), invitation=_("Support ideas"))


def _audit() -> None:
    audit.register("ideas.assign", _("Assign"), _("Assigned the idea"))
    audit.register("ideas.move", _("Change the state"), _("Changed the idea's state"))
    audit.register("ideas.answer", pgettext_lazy("verb", "Answer"), _("Answered the idea"))
    audit.register("ideas.hide", _("Hide"), _("Hid the idea"))
    audit.register("ideas.restore", _("Show again"), _("Showed the idea again"))
    audit.register("ideas.hold", _("Hold back"), _("Held the idea back until somebody looks at it"))
    audit.register("ideas.approve", _("Approve"), _("Approved the idea"))
    audit.register("ideas.redact", _("Take words out"), _("Took words out of the idea"))
    audit.register(
        "ideas.remove_supports", _("Remove supports"), _("Removed supports with a public reason")
    )
    audit.register("ideas.prepare_answer", _("Prepare an answer"), _("Prepared an answer"))
    audit.register(
        "ideas.discard_prepared", _("Discard a prepared answer"), _("Discarded the prepared answer")
    )
    audit.register("ideas.add_note", _("Write a note"), _("Wrote an internal note"))
    audit.register("ideas.export", _("Export"), _("Exported ideas"))
    audit.register("ideas.merge", _("Combine"), _("Combined the idea with another one"))
    audit.register("ideas.take_in", _("Combine"), _("Another idea was combined with this one"))
    audit.register("ideas.plan", _("Cost and schedule"), _("Changed the cost or the schedule"))
    audit.register("ideas.add_milestone", _("Tell what was done"), _("Told what was done"))
    audit.register("ideas.edit_milestone", _("Change"), _("Changed what was told to be done"))
    audit.register("ideas.remove_milestone", _("Remove"), _("Removed what was told to be done"))
    audit.register("ideas.enter", _("Enter for others"), _("Entered an idea for somebody"))
