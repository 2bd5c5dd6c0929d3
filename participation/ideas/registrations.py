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
from participation.core.pages import component_kind
from participation.core.personal_data import LEGAL_OBLIGATION, PUBLIC_TASK, OnErasure, Source
from participation.core.places import register_place
from participation.core.search.kinds import register as register_kind
from participation.live.registry import register as register_stream

from . import figures
from .actions.realising import MILESTONE_PURPOSE
from .actions.sending import PHOTO_PURPOSE
from .live import BoardStream, IdeaStream
from .models import (
    SUBMIT,
    SUPPORT,
    Answer,
    AnswerDraft,
    AnswerRevision,
    Idea,
    IdeaBoardPage,
    Milestone,
    Note,
    Reminder,
    SavedView,
    Step,
    Support,
)
from .search import IDEAS
from .sitemap import IDEAS as PLACES


def enter() -> None:
    _acts()
    _audit()
    _personal_data()
    addresses.register(Idea, idea_address)
    files.register_audience(PHOTO_PURPOSE, may_see_photo)
    files.register_audience(MILESTONE_PURPOSE, may_see_milestone)
    register_kind(IDEAS)
    sitemaps.register(PLACES)
    open_data.register("ideas", "participation.ideas.api.router")
    register_stream(BoardStream())
    register_stream(IdeaStream())
    register_place("ideas.board", make_board)
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


def _personal_data() -> None:
    register = personal_data.register
    register(
        Source(
            model=Idea,
            person_fields=("author", "owner"),
            what=_("Ideas you sent, with the name shown, and which official looks after an idea"),
            purpose=_("to consider, discuss and answer what residents suggest"),
            legal_basis=PUBLIC_TASK,
            retention=_("as long as the round is public, then as the archive plan says"),
            on_erasure=OnErasure.UNLINKED,
        )
    )
    register(
        Source(
            model=Support,
            person_fields=("person",),
            what=_("Which ideas you support, and since when; names are not shown"),
            purpose=_("to count each person's support once"),
            legal_basis=PUBLIC_TASK,
            retention=_("as long as the round is public"),
            on_erasure=OnErasure.UNLINKED,
        )
    )
    register(
        Source(
            model=Step,
            person_fields=("by",),
            what=_("Which official took an idea a step further"),
            purpose=_("to check afterwards who did what in office"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=Answer,
            person_fields=("author",),
            what=_("Which official wrote the city's answer; the role is shown, not the name"),
            purpose=_("to check afterwards who did what in office"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=AnswerDraft,
            person_fields=("author",),
            what=_("Which official prepared an answer that is not published yet"),
            purpose=_("to let colleagues finish and publish it"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("until the answer is published or thrown away"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=Note,
            person_fields=("by",),
            what=_("Which official wrote an internal note about an idea"),
            purpose=_("to let colleagues handle ideas together"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=SavedView,
            person_fields=("person",),
            what=_("Filters that a member of staff saved under a name"),
            purpose=_("to find one's own work again"),
            legal_basis=PUBLIC_TASK,
            retention=_("until you delete them"),
            on_erasure=OnErasure.DELETED,
        )
    )
    register(
        Source(
            model=AnswerRevision,
            person_fields=("author",),
            what=_("Which official wrote an earlier wording of an answer"),
            purpose=_("to check afterwards who did what in office"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=Milestone,
            person_fields=("by",),
            what=_("Which official told what was done for an idea"),
            purpose=_("to check afterwards who did what in office"),
            legal_basis=LEGAL_OBLIGATION,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.KEPT,
        )
    )
    register(
        Source(
            model=Reminder,
            person_fields=("person",),
            what=_("Which official was told by e-mail that an idea waits for an answer"),
            purpose=_("to have residents' ideas answered in time"),
            legal_basis=PUBLIC_TASK,
            retention=_("as long as the idea"),
            on_erasure=OnErasure.UNLINKED,
        )
    )
