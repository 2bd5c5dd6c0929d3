"""Acts that came oddly: pure, from what is known of each. A person decides what it means.

Supports and signatures for one thing, new things in one place, reports of one thing. Only new
accounts make a crowd odd, and only together with something else: one address, made at the same
time, in the night, or very many. A class that supports its own idea may be flagged as well:
nothing is done to anybody by that, somebody looks. Visitors who report have no account: they
count as new.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from participation.core.moderatable import Voice

#: An account this young when it supported is a new one.
NEW = timedelta(hours=24)
#: Accounts made within this time of each other were made together.
TOGETHER = timedelta(minutes=30)
NIGHT = range(5)


@dataclass(frozen=True)
class Burst:
    """Many acts of one kind in a short time, and what they have in common."""

    #: What they are about: one thing, or the new things of one place, the first one first.
    things: tuple[str, ...]
    crowd: str
    since: datetime
    until: datetime
    number: int
    #: How many of them come from the one address that most come from.
    from_one_source: int
    #: How many come from accounts that were new.
    from_new_accounts: int
    #: How many of the accounts were made together.
    made_together: int
    at_night: int

    def is_odd(self, share: float, many: int) -> bool:
        """Whether a person should look: new accounts with something in common, or `many`."""
        part = share * self.number
        is_new = self.from_new_accounts >= part
        is_joined = self.made_together >= part or self.from_one_source >= part
        return is_new and (is_joined or self.at_night >= part or self.number >= many)

    def evidence(self, what: str) -> dict[str, object]:
        """What is kept with the case: figures and times, no address and no person."""
        return {
            "what": what,
            "crowd": self.crowd,
            "things": self.things[:MOST_NAMED],
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "number": self.number,
            "from_one_source": self.from_one_source,
            "from_new_accounts": self.from_new_accounts,
            "made_together": self.made_together,
            "at_night": self.at_night,
        }


#: So many things of a flood are named in its case.
MOST_NAMED = 100


def find(
    voices: Iterable[Voice], *, least: int, within: timedelta, zone: str = "Europe/Helsinki"
) -> list[Burst]:
    """Of each crowd (or thing) the most acts `within` that time, where they are `least` or more."""
    by_crowd: dict[str, list[Voice]] = {}
    for voice in voices:
        by_crowd.setdefault(_crowd(voice), []).append(voice)
    crowds = (_densest(sorted(rows, key=lambda v: v.at), within) for rows in by_crowd.values())
    return [describe(crowd, zone) for crowd in crowds if len(crowd) >= least]


def _crowd(voice: Voice) -> str:
    return voice.crowd or voice.thing


def _densest(rows: Sequence[Voice], within: timedelta) -> Sequence[Voice]:
    """The longest run of acts that lie within the time."""
    best: Sequence[Voice] = ()
    first = 0
    for last, voice in enumerate(rows):
        while voice.at - rows[first].at > within:
            first += 1
        if last - first + 1 > len(best):
            best = rows[first : last + 1]
    return best


def describe(crowd: Sequence[Voice], zone: str = "Europe/Helsinki") -> Burst:
    local = ZoneInfo(zone)
    sources = Counter(voice.source for voice in crowd if voice.source)
    return Burst(
        things=tuple(dict.fromkeys(voice.thing for voice in crowd)),
        crowd=_crowd(crowd[0]),
        since=crowd[0].at,
        until=crowd[-1].at,
        number=len(crowd),
        from_one_source=max(sources.values(), default=0),
        from_new_accounts=sum(voice.at - voice.joined < NEW for voice in crowd),
        made_together=_most_together([voice.joined for voice in crowd]),
        at_night=sum(voice.at.astimezone(local).hour in NIGHT for voice in crowd),
    )


def _most_together(moments: Iterable[datetime]) -> int:
    """How many of the moments lie within TOGETHER of each other, at most."""
    ordered = sorted(moments)
    first = most = 0
    for last, moment in enumerate(ordered):
        while moment - ordered[first] > TOGETHER:
            first += 1
        most = max(most, last - first + 1)
    return most
