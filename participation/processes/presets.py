"""Ready outlines of a process, for editors who start one: phases, their length, what they open.

Texts are said in the language of the page that is made; dates are proposed on working days.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from participation.core.working_days import Calendar

Text = str | Promise

WORKING_WEEK = 5
#: Offices open a phase in the morning and close it in the afternoon.
OPENS, CLOSES = time(9), time(16)


@dataclass(frozen=True)
class PhaseOutline:
    """One phase: its length in working weeks, and the acts it opens where an app knows them."""

    title: Text
    description: Text
    weeks: int
    allows: tuple[str, ...] = ()


@dataclass(frozen=True)
class PlaceOutline:
    """A place below the process, made where an app makes such places."""

    kind: str
    title: Text
    intro: Text


@dataclass(frozen=True)
class Preset:
    """An outline with a name, and a sentence that says when to choose it."""

    name: str
    title: Text
    explanation: Text
    lead: Text
    phases: tuple[PhaseOutline, ...]
    places: tuple[PlaceOutline, ...] = ()


WELLBEING = Preset(
    "wellbeing",
    _("Wellbeing plan: phenomena, workshops, bodies, commenting"),
    _("For a plan that is made over several months together with residents and associations."),
    _("What should life here be like? We make the plan together, and tell at each step what"
      " became of what you said."),
    (
        PhaseOutline(
            _("Phenomena"),
            _("We read from reports and surveys what has changed here, and choose the phenomena"
              " that the plan is about."),
            4,
        ),
        PhaseOutline(
            _("Workshops and residents' ideas"),
            _("Professionals, associations and residents say in workshops what lies behind the"
              " phenomena. Everybody can send ideas here."),
            6,
            ("ideas.submit", "ideas.support"),
        ),
        PhaseOutline(
            _("Representative bodies"),
            _("The children's parliament, the youth council, the older people's council and the"
              " disability council discuss what was heard."),
            4,
            ("ideas.support",),
        ),
        PhaseOutline(
            _("Commenting on the draft"),
            _("The draft can be read here. Tell us what is missing and what is unclear."),
            3,
        ),
        PhaseOutline(
            _("Decision and follow-up"),
            _("The council decides. After that we tell here what has been done."),
            4,
        ),
    ),
    (PlaceOutline("ideas.board", _("Ideas for the plan"),
                  _("What would make everyday life better where you live?")),),
)  # fmt: skip

IDEA_ROUND = Preset(
    "ideas",
    _("Idea round: collect, support, answer"),
    _("For one question that everybody may answer, in about three months."),
    _("Tell us your idea, support the best ones, and see what the municipality answers."),
    (
        PhaseOutline(
            _("Sending ideas"),
            _("Send your idea. It may be big or small; one idea at a time is easiest to answer."),
            4,
            ("ideas.submit", "ideas.support"),
        ),
        PhaseOutline(
            _("Supporting"),
            _("Read what others suggest and support what matters most to you."),
            2,
            ("ideas.support",),
        ),
        PhaseOutline(
            _("The answers"),
            _("Every idea gets an answer: what we will do, by when, or why not."),
            6,
        ),
    ),
    (PlaceOutline("ideas.board", _("The ideas"), _("What would you do?")),),
)  # fmt: skip

BUDGET = Preset(
    "budget",
    _("Budget dialogue"),
    _("For hearing residents before the council decides on next year's budget."),
    _("What should the money be used for next year? Tell us before it is decided."),
    (
        PhaseOutline(
            _("Where the money goes"),
            _("We tell in plain words where the municipality's money comes from and where it"
              " goes."),
            2,
        ),
        PhaseOutline(
            _("Questions and wishes"),
            _("Ask, and tell what should get more money and what less. The questions are taken"
              " to the residents' discussion."),
            3,
            ("ideas.submit", "ideas.support"),
        ),
        PhaseOutline(
            _("Preparing the budget"),
            _("Officials and elected representatives go through what was said and weigh it"
              " against what things cost."),
            4,
        ),
        PhaseOutline(
            _("Decision"),
            _("The council decides on the budget. We tell here which wishes came true, and why"
              " others did not."),
            3,
        ),
    ),
    (PlaceOutline("ideas.board", _("Wishes for the budget"),
                  _("What should the money be used for?")),),
)  # fmt: skip

PRESETS = {preset.name: preset for preset in (WELLBEING, IDEA_ROUND, BUDGET)}


def proposed(
    preset: Preset, first: date, calendar: Calendar
) -> Iterator[tuple[PhaseOutline, datetime, datetime | None]]:
    """Each phase with its beginning and end: on working days, each after the one before.

    Only the last one gets an end of its own; the others end where the next begins.
    """
    begins = calendar.later(first, 0)
    for index, phase in enumerate(preset.phases):
        last_day = calendar.later(begins, phase.weeks * WORKING_WEEK - 1)
        following = calendar.later(last_day, 1)
        is_last = index + 1 == len(preset.phases)
        yield phase, _local(begins, OPENS), _local(last_day, CLOSES) if is_last else None
        begins = following


def _local(day: date, hour: time) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(settings.TIME_ZONE))
