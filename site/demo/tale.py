"""The words in which stories are written: an idea and what became of it.

Days are counted from the opening of the board.
"""

from dataclasses import dataclass, field

Texts = dict[str, str]


@dataclass(frozen=True)
class Assigned:
    """The idea gets a service area, a person there and a day by which to answer."""

    day: int
    area: str
    due: int


@dataclass(frozen=True)
class Moved:
    day: int
    state: str
    note: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class Answered:
    """The city's answer; `passed_on_to` names the authority when it is not the city's matter."""

    day: int
    outcome: str
    role: str
    text: Texts
    passed_on_to: Texts = field(default_factory=dict)


@dataclass(frozen=True)
class Planned:
    """What it costs, and when it will be done."""

    day: int
    cost: int
    schedule: Texts


@dataclass(frozen=True)
class Told:
    """Something was done, perhaps with a drawn picture."""

    day: int
    title: Texts
    text: Texts = field(default_factory=dict)
    picture: str = ""
    picture_alt: str = ""


@dataclass(frozen=True)
class Combined:
    """Staff find that it says the same as the idea of the key `into`."""

    day: int
    into: str


@dataclass(frozen=True)
class Hidden:
    """Staff hide the idea: the public reason, and a note for the log."""

    day: int
    reason: str
    note: str


@dataclass(frozen=True)
class Withdrawn:
    day: int


Event = Assigned | Moved | Answered | Planned | Told | Combined | Hidden | Withdrawn


@dataclass(frozen=True)
class Idea:
    """One idea as it is told: who, when, where, what, how many supported it."""

    key: str
    day: int
    by: str
    title: str
    text: str
    theme: str
    area: str = ""
    language: str = "fi"
    supports: int = 0
    picture: str = ""
    picture_alt: str = ""
    #: What the author wrote at first, where they changed it minutes later.
    first_text: str = ""
    then: tuple[Event, ...] = ()
