"""Supports that came oddly: pure, from what is known of each. A person decides what it means.

Only new accounts make a crowd odd, and only together with something else: one address, made
at the same time, in the night, or very many. A class that supports its own idea may be flagged
as well: nothing is done to anybody by that, somebody looks.
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
    """Many supports for one thing in a short time, and what they have in common."""

    thing: str
    since: datetime
    until: datetime
    supports: int
    #: How many of them come from the one address that most come from.
    from_one_source: int
    #: How many come from accounts that were new.
    from_new_accounts: int
    #: How many of the accounts were made together.
    made_together: int
    at_night: int

    def is_odd(self, share: float) -> bool:
        """Whether a person should look: new accounts with something in common, or at night."""
        part = share * self.supports
        is_new = self.from_new_accounts >= part
        is_joined = self.made_together >= part or self.from_one_source >= part
        return is_new and (is_joined or self.at_night >= part or self.supports >= _MANY)

    def evidence(self) -> dict[str, object]:
        """What is kept with the case: figures and times, no address and no person."""
        return {
            "since": self.since.isoformat(),
            "until": self.until.isoformat(),
            "supports": self.supports,
            "from_one_source": self.from_one_source,
            "from_new_accounts": self.from_new_accounts,
            "made_together": self.made_together,
            "at_night": self.at_night,
        }


#: So many new accounts in one short time are odd by themselves.
_MANY = 60


def find(
    voices: Iterable[Voice], *, least: int, within: timedelta, zone: str = "Europe/Helsinki"
) -> list[Burst]:
    """For each thing its largest crowd of at least `least` supports `within` that time."""
    by_thing: dict[str, list[Voice]] = {}
    for voice in voices:
        by_thing.setdefault(voice.thing, []).append(voice)
    crowds = (_densest(sorted(rows, key=lambda v: v.at), within) for rows in by_thing.values())
    return [describe(crowd, zone) for crowd in crowds if len(crowd) >= least]


def _densest(rows: Sequence[Voice], within: timedelta) -> Sequence[Voice]:
    """The longest run of supports that lie within the time."""
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
        thing=crowd[0].thing,
        since=crowd[0].at,
        until=crowd[-1].at,
        supports=len(crowd),
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
