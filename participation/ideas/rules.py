"""When and how much (409). Pure: each looks at what it is given and nothing else."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from participation.core.models import Area, Theme
from participation.core.rules import RuleBroken, require_words_taken_out

from . import stages
from .models import AnswerDraft, Channel, Idea, State
from .models.handling import NOTE_LENGTH, OUTCOMES, VIEW_LENGTH, VIEW_NAME_LENGTH
from .models.ideas import TEXT_LENGTH, TITLE_LENGTH
from .models.removals import REASON_LENGTH
from .points import MARGIN, Box, Point
from .stages import Stage

#: How many views a person keeps.
MOST_VIEWS = 30
#: Decisions after which something gets done.
GOOD = (State.ACCEPTED, State.PARTLY, State.DONE)
MOST_EUROS = 10**10
#: A decision is told with its reasons: these states need the official answer first.
NEED_ANSWER = (State.ACCEPTED, State.PARTLY, State.DECLINED, State.DONE)


def require_content(title: str, text: str, language: str) -> None:
    """A title and a text of some length, in a language of the site."""
    if not title or not text:
        raise RuleBroken("content", _("An idea needs a title and a text."))
    if len(title) > TITLE_LENGTH or len(text) > TEXT_LENGTH:
        raise RuleBroken("length", _("The title or the text is too long."))
    if language not in dict(settings.LANGUAGES):
        raise RuleBroken("language", _("This language is not in use here."))


def require_choice(row: Theme | Area | None, offered: Sequence[str] | None) -> None:
    """A theme or area that this board offers; an empty offer offers all."""
    if row is not None and offered and row.slug not in offered:
        raise RuleBroken("choice", _("This theme or area cannot be chosen on this board."))


def require_place(point: Point, municipality: Box | None) -> None:
    """In the municipality or near it; anywhere, where no outline says how far it reaches."""
    if municipality and not municipality.widened(MARGIN).has(point):
        raise RuleBroken("place", _("This place is outside the municipality. Choose another one."))


def require_described(photo: Any, photo_alt: str) -> None:
    if photo and not photo_alt:
        raise RuleBroken("alt", _("Describe the picture for those who do not see it."))


def require_channel(channel: str, received_on: date | None, today: date) -> None:
    """Staff tell how somebody's words came to them; not from the future."""
    if channel not in Channel.values:
        raise RuleBroken("channel", _("Tell how the idea came."))
    if received_on and received_on > today:
        raise RuleBroken("received", _("This day is still to come."))


def require_hideable(idea: Idea) -> None:
    """Not gone already; also one whose words stand with the idea it was combined with."""
    if idea.withdrawn_at is not None:
        raise RuleBroken("withdrawn", _("Its author has withdrawn this idea."))
    if idea.hidden_at is not None:
        raise RuleBroken("hidden", _("This idea has been hidden."))


def require_standing(idea: Idea) -> None:
    """Still there for its author, even where a moderator has to look at it first."""
    require_hideable(idea)
    if idea.merged_into_id is not None:
        raise RuleBroken("merged", _("This idea has been combined with another one."))


def require_visible(idea: Idea) -> None:
    require_standing(idea)
    if idea.held_at is not None:
        raise RuleBroken("held", _("This idea waits for a moderator."))


def require_held(idea: Idea) -> None:
    require_hideable(idea)
    if idea.held_at is None:
        raise RuleBroken("not_held", _("This idea does not wait for a moderator any more."))


def require_redacted(idea: Idea, title: str, text: str) -> None:
    """Words that stay when a moderator takes some out; they are not a moderator's own."""
    require_content(title, text, idea.language)
    require_words_taken_out((idea.title, idea.text), (title, text))


def require_removal(count: int, reason: str) -> None:
    if not count:
        raise RuleBroken("none", _("Choose the supports that are removed."))
    if not reason or len(reason) > REASON_LENGTH:
        raise RuleBroken("reason", _("Tell everybody in a short sentence why they are removed."))


def require_editable(idea: Idea) -> None:
    """Until somebody supports it or the city takes it up: nobody's support is given new words."""
    require_standing(idea)
    if idea.support_count:
        raise RuleBroken(
            "supported", _("Others already support this idea as it is. It can no longer be edited.")
        )
    if idea.state != State.RECEIVED:
        raise RuleBroken("taken_up", _("The city has taken this idea up. It cannot be edited."))


def require_withdrawable(idea: Idea) -> None:
    """Until the city has decided."""
    require_standing(idea)
    if idea.is_decided or idea.official_answer is not None:
        raise RuleBroken(
            "answered", _("The city has answered this idea. It can no longer be withdrawn.")
        )


def require_accepted(idea: Idea) -> None:
    """Money, schedule and milestones are told of what will be done."""
    require_visible(idea)
    if idea.state not in GOOD:
        raise RuleBroken("accepted", _("First answer that the idea will be done, or in part."))


def require_cost(cost: Decimal | None) -> None:
    if cost is not None and (not cost.is_finite() or not 0 <= cost < MOST_EUROS):
        raise RuleBroken("cost", _("Give the cost in euros, as a number that is not negative."))


def require_milestone(idea: Idea, on: date, title: Mapping[str, str], today: date) -> None:
    """Something that has happened, said in words."""
    require_accepted(idea)
    if not title:
        raise RuleBroken("title", _("Tell what happened in at least one language."))
    if on > today:
        raise RuleBroken("day", _("This day is still to come. Plans belong in the schedule."))


def require_mergeable(idea: Idea, into: Idea) -> None:
    """Two ideas of one board, both there for everybody, the first of them not answered."""
    if idea.pk == into.pk:
        raise RuleBroken("itself", _("An idea cannot be combined with itself. Choose another."))
    if idea.component_id != into.component_id:
        raise RuleBroken("board", _("Only ideas of the same board can be combined."))
    require_visible(idea)
    require_visible(into)
    if idea.is_decided or idea.official_answer is not None:
        raise RuleBroken(
            "answered",
            _("This idea has been answered. Combine the other one with it, if that is unanswered."),
        )


def require_version(expected: int | None, found: int) -> None:
    """Nobody overwrites what they have not seen; None is for callers who looked just now."""
    if expected is not None and expected != found:
        raise RuleBroken(
            "version",
            _("Somebody else has changed this meanwhile. Look at the change, then save again."),
        )


def require_step(
    idea: Idea, stage: Stage | None, passed_on_to: Mapping[str, str], *, noted: bool
) -> None:
    """A state that can be reached from where the idea is."""
    require_visible(idea)
    if stage is None or stage.meaning == State.RECEIVED:
        raise RuleBroken("state", _("An idea cannot be moved to this state."))
    if stage.meaning == State.PASSED_ON and not passed_on_to:
        raise RuleBroken("receiver", _("Tell who takes the idea from here."))
    if stage.meaning in NEED_ANSWER and idea.official_answer is None:
        raise RuleBroken("answer_first", _("Answer the idea: a decision is told with its reasons."))
    now = stages.of(idea.component, idea.state, idea.stage)
    if stage.key == now.key and not noted:
        raise RuleBroken("same", _("The idea is in this state already. Add a note to tell more."))


def require_answer(
    stage: Stage | None,
    texts: Mapping[str, str],
    role: Mapping[str, str],
    to: Mapping[str, str],
) -> None:
    """An outcome, a text and a role in at least one language, a receiver if it is passed on."""
    if stage is None or stage.meaning not in OUTCOMES:
        raise RuleBroken("outcome", _("Choose what the answer means for the idea."))
    if not texts:
        raise RuleBroken("text", _("Write the answer in at least one language."))
    if not role:
        raise RuleBroken("role", _("Tell in which role the answer is given."))
    if stage.meaning == State.PASSED_ON and not to:
        raise RuleBroken("receiver", _("Tell who takes the idea from here."))


def require_something_prepared(words: Mapping[str, Any]) -> None:
    """A prepared answer may be half-written, not empty."""
    if not words["text"] and not words["outcome"]:
        raise RuleBroken("empty", _("Write something first: there is nothing to keep."))


def require_prepared(draft: AnswerDraft | None) -> AnswerDraft:
    if draft is None:
        raise RuleBroken("no_draft", _("No answer has been prepared."))
    return draft


def require_ready(draft: AnswerDraft | None) -> AnswerDraft:
    """A prepared answer that somebody has marked as ready."""
    draft = require_prepared(draft)
    if not draft.is_ready:
        raise RuleBroken("not_ready", _("The prepared answer is not marked as ready yet."))
    return draft


def require_note(text: str) -> None:
    if not text:
        raise RuleBroken("note", _("Write the note first."))
    if len(text) > NOTE_LENGTH:
        raise RuleBroken("length", _("The note is too long."))


def require_view(name: str, query: str, others: Any) -> None:
    """A saved view has a name and filters; there are not endlessly many."""
    require_view_name(name)
    if not query:
        raise RuleBroken("query", _("Choose some filters first, then save them."))
    if len(query) > VIEW_LENGTH:
        raise RuleBroken("query", _("These are too many filters for one view."))
    if others.count() >= MOST_VIEWS:
        raise RuleBroken("many", _("You have as many views as can be kept. Delete one first."))


def require_view_name(name: str, *, taken: bool = False) -> None:
    if not name or len(name) > VIEW_NAME_LENGTH:
        raise RuleBroken("name", _("Give the view a short name."))
    if taken:
        raise RuleBroken("name", _("You have a view with this name already."))
