"""People who support ideas without a pause while something below the site breaks (O1, O2)."""

import statistics
import threading
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests import databases

from .proxied import Client, Proxied

VOTERS = 6


@dataclass
class Votes:
    """What the voters were told: (when, status, seconds) of each press, and what is confirmed."""

    pressed: list[tuple[float, int, float]] = field(default_factory=list)
    confirmed: set[tuple[str, str]] = field(default_factory=set)
    gone: int = 0

    def statuses(self) -> Counter[int]:
        return Counter(status for _at, status, _seconds in self.pressed)

    def p95(self, since: float, until: float) -> float:
        times = sorted(s for at, status, s in self.pressed if since <= at < until and status == 200)
        return statistics.quantiles(times, n=20)[-1] if len(times) > 1 else 0.0


@contextmanager
def voting(town: Proxied, ideas: list[str], pause: float) -> Iterator[Votes]:
    """People support and take back, idea after idea, until the block ends.

    `pause` seconds between two presses of one person keep them below the hourly limits.
    """
    votes, stop = Votes(), threading.Event()

    def vote(person: dict, number: int) -> None:
        client, turn = town.visitor(person["cookies"]), number
        while not stop.is_set():
            turn += 1
            idea = ideas[turn % len(ideas)]
            act = "support" if (turn // len(ideas)) % 2 == 0 else "withdraw-support"
            press(client, person, idea, act)
            stop.wait(pause)
        client.close()

    def press(client: Client, person: dict, idea: str, act: str) -> None:
        began, pair = time.monotonic(), (person["user"], idea)
        # Till the answer comes nothing is known of it.
        votes.confirmed.discard(pair)
        try:
            answer = client.ask(f"/fi/ideat/{idea}/{act}/", "POST", b"", HX_Request="true",
                                X_CSRFToken=person["csrf"], Origin="https://osallistu.example.org",
                                Content_Length="0")  # fmt: skip
        except (OSError, ValueError):
            client.close()
            votes.gone += 1
            time.sleep(0.2)
            return
        votes.pressed.append((began, answer.status, time.monotonic() - began))
        if answer.status == 200 and act == "support":
            votes.confirmed.add(pair)
        elif answer.status != 200:
            # It may have been kept or not: pressed again until it is told.
            time.sleep(0.2)
            if not stop.is_set():
                press(client, person, idea, act)

    threads = [
        threading.Thread(target=vote, args=(person, number), daemon=True)
        for number, person in enumerate(town.people[:VOTERS])
    ]
    for thread in threads:
        thread.start()
    try:
        yield votes
    finally:
        stop.set()
        for thread in threads:
            thread.join(60)


def kept(town: Proxied) -> set[tuple[str, str]]:
    """The voters' supports in the database."""
    names = ",".join(f"'{person['user']}'" for person in town.people[:VOTERS])
    sql = (
        "SELECT u.email, i.public_id FROM raati_ideas_support s JOIN raati_ideas_idea i ON"
        " i.id = s.idea_id JOIN raati_core_person p ON p.id = s.person_id JOIN accounts_user u"
        f" ON u.id = p.user_id WHERE u.email IN ({names})"
    )
    return set(rows(town, sql))


def ideas_of(town: Proxied) -> list[str]:
    """Ideas that none of the voters supports yet."""
    known = {idea for _user, idea in kept(town)}
    sql = (
        "SELECT i.public_id FROM raati_ideas_idea i JOIN wagtailcore_page w ON w.translation_key"
        " = i.component_id WHERE w.url_path = '/kuparila/ideat/' ORDER BY i.id"
    )
    return [public_id for (public_id,) in rows(town, sql) if public_id not in known]


def counters_are_rows(town: Proxied) -> bool:
    wrong = rows(
        town,
        "SELECT i.id FROM raati_ideas_idea i LEFT JOIN raati_ideas_support s ON s.idea_id = i.id"
        " GROUP BY i.id, i.support_count HAVING i.support_count <> count(s.id)",
    )
    return not wrong


def rows(town: Proxied, sql: str) -> list[tuple]:
    return town.box.run(sql, database=town.name)


def take_away(town: Proxied, seconds: float) -> None:
    """What a restart of PostgreSQL does to the site: connections end, new ones are refused."""
    box = town.box
    assert isinstance(box, databases.Postgres)
    box.run(f'ALTER DATABASE "{town.name}" ALLOW_CONNECTIONS false')
    box.run(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        f" WHERE datname = '{town.name}' AND pid <> pg_backend_pid()"
    )
    time.sleep(seconds)
    box.run(f'ALTER DATABASE "{town.name}" ALLOW_CONNECTIONS true')


def outages(
    town: Proxied, times: int, seconds: float, pause: float = 0.3
) -> tuple[Votes, list[float]]:
    """So many outages under votes; what the voters were told, and how long each healing took."""
    healed = []
    with voting(town, ideas_of(town), pause) as votes:
        for _outage in range(times):
            time.sleep(1)
            take_away(town, seconds)
            back, before = time.monotonic(), len(votes.pressed)
            while not any(status == 200 for _at, status, _s in votes.pressed[before:]):
                assert time.monotonic() - back < 60, "the site does not heal"
                time.sleep(0.05)
            healed.append(time.monotonic() - back)
        time.sleep(1)
    return votes, healed
