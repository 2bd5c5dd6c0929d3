"""`make bench`: the figures of docs/quality.toml's S rows, side by side in one run.

Starts the large town, asks in turns for a bare page, a one-query list and our own
pages, and writes var/bench/report.md. Ratios are medians over the rounds; absolute
figures belong to the machine and to what else it does.
"""

import argparse
import asyncio
import json
import os
import platform
import random
import re
import statistics
from datetime import UTC, datetime
from typing import Any

from tests.production import free_port

from . import harness
from .harness import Result
from .serve import Town, say

#: Goals: what the row is compared with, and the bar.
SORT = re.compile(r"[?&;]sort=(\w+)")
NEXT = re.compile(r'href="[^"]*[?;&](after=[^"&#]+)')
ID = re.compile(r"[23456789bcdfghjkmnpqrstvwxz]{12}")


class Bench:
    def __init__(self, town: Town, rounds: int, seconds: float) -> None:
        self.town, self.rounds, self.seconds = town, rounds, seconds
        self.targets: dict[str, Any] = town.targets()
        self.people = json.loads((town.home / "sessions.json").read_text())
        self.dice = random.Random()
        self.results: dict[str, list[Result]] = {}

    async def reading(self) -> None:
        """Every kind of page in turns, so that a busy moment hits all alike."""
        t = self.targets
        kinds: dict[str, tuple[list[str], Any]] = {
            "bare": ([t["bare"]], None),
            "ref": ([t["ref"]], None),
            "list": ([t["list"]], None),
            "list, most supported": ([t["list_supported"]], None),
            "list, signed in": ([t["list"]], self.people),
            "idea": (t["ideas"], None),
            "idea, my part": ([t["mine"].replace("{id}", i) for i in t["ids"][:200]], self.people),
            "home": ([t["home"]], None),
        }
        if t["list_cached"]:
            kinds["list, from the micro-cache"] = ([t["list_cached"]], None)
        for number in range(self.rounds):
            for name, (urls, people) in kinds.items():
                result = await harness.get(urls, self.seconds, people=people)
                self.note(name, number, result)

    async def supporting(self) -> None:
        t = self.targets
        for number in range(self.rounds):
            pairs = harness.spread(self.people, t["support"], t["ids"], self.dice)
            self.note("support, spread", number, await harness.post(pairs, self.seconds))
            chosen = self.dice.choice(t["ids"])
            pairs = harness.hot(self.people, t["support"], chosen, self.dice)
            self.note("support, one hot idea", number, await harness.post(pairs, self.seconds))
            pairs = harness.spread(self.people, t["vote"], t["ids"], self.dice)
            self.note("bare vote", number, await harness.post(pairs, self.seconds))

    def note(self, name: str, number: int, result: Result) -> None:
        self.results.setdefault(name, []).append(result)
        say(f"{number + 1}/{self.rounds} {name:<28}{result.rate:9.1f}/s  p50 {result.p(50):7.1f} ms"
            f"  p95 {result.p(95):7.1f} ms  {result.bytes} B  {result.faults or ''}")  # fmt: skip

    def rate(self, name: str) -> float:
        return statistics.median(each.rate for each in self.results[name])

    def ratio(self, name: str, other: str) -> float:
        pairs = zip(self.results[name], self.results[other], strict=True)
        return statistics.median(mine.rate / theirs.rate for mine, theirs in pairs if theirs.rate)

    async def depth(self) -> list[tuple[str, float, float]]:
        """(what, p50 with 1 000 ideas, p50 with 100 000) of each order, first page and deep."""
        small, large = (f"{self.targets['pages']}/fi/{slug}/" for slug in ("pieni", "suuri"))
        async with harness.client() as session, session.get(small) as answer:
            sorts = sorted({"newest", *SORT.findall(await answer.text())})
        found = []
        for sort in sorts:
            deep = [await self._deep(board, sort) for board in (small, large)]
            for what, urls in (
                (f"{sort}, first page", [f"{b}?sort={sort}" for b in (small, large)]),
                (f"{sort}, in the middle", deep),
            ):
                results = await harness.one_after_another(urls, 10 * self.rounds)
                assert not any(result.faults for result in results), (what, results)
                found.append((what, results[0].p(50), results[1].p(50)))
        return found

    async def _deep(self, board: str, sort: str) -> str:
        """The page after the idea in the middle: the cursor of page two with another idea."""
        slug = board.rstrip("/").rsplit("/", 1)[1]
        url = f"{board}?sort={sort}"
        async with harness.client() as session, session.get(url) as answer:
            cursor = NEXT.search((await answer.text()).replace("&amp;", "&"))
        assert cursor, f"{url} has no next page"
        middle = self.town.rows(
            "SELECT i.public_id FROM raati_ideas_idea i JOIN wagtailcore_page p"
            f" ON p.translation_key = i.component_id WHERE p.slug = '{slug}' ORDER BY i.id"
            " OFFSET (SELECT count(*) / 2 FROM raati_ideas_idea j WHERE j.component_id"
            f" = (SELECT translation_key FROM wagtailcore_page WHERE slug = '{slug}'"
            " LIMIT 1)) LIMIT 1"
        )[0][0]
        return f"{url}&{ID.sub(middle, cursor[1])}"


async def run(town: Town, rounds: int, seconds: float, with_depth: bool) -> str:
    bench = Bench(town, rounds, seconds)
    await bench.reading()
    await bench.supporting()
    depth = await bench.depth() if with_depth else []
    front = bench.targets["front"]
    weight = await harness.weigh(f"{front}/fi/ideat/")
    return report(bench, depth, weight)


def report(bench: Bench, depth: list[tuple[str, float, float]], weight: harness.Weight) -> str:
    """Tables in Markdown: rates and ratios, depth, first load."""
    when = datetime.now(UTC)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    lines = [
        "# Figures of `make bench`",
        "",
        f"{when:%Y-%m-%d %H:%M} UTC, {os.cpu_count()} cores, {memory:.0f} GiB, "
        f"{platform.platform()}, Python {platform.python_version()}; load average at the end "
        f"{load}. {bench.rounds} rounds of {bench.seconds:g} s, {harness.CLIENTS} clients, two "
        "gunicorn workers with four threads; medians.",
        "",
        "| what | req/s | of ref | of the 1 KB page | p50 ms | p95 ms | bytes |",
        "|---|---|---|---|---|---|---|",
    ]
    for name, results in bench.results.items():
        middle = sorted(results, key=lambda each: each.rate)[len(results) // 2]
        faults = f" ({middle.faults})" if middle.faults else ""
        lines.append(
            f"| {name}{faults} | {bench.rate(name):.1f} | {bench.ratio(name, 'ref'):.2f} |"
            f" {bench.ratio(name, 'bare'):.2f} | {middle.p(50):.1f} | {middle.p(95):.1f} |"
            f" {middle.bytes} |"
        )
    hot = bench.ratio("support, one hot idea", "support, spread")
    lines += ["", f"Supports on one idea: {hot:.2f} of the spread rate."]
    if depth:
        lines += [
            "",
            "| order | p50 with 1 000 ideas | with 100 000 | times |",
            "|---|---|---|---|",
        ]
        lines += [f"| {w} | {s:.1f} ms | {b:.1f} ms | {b / s:.2f} |" for w, s, b in depth]
    parts = ", ".join(f"{kind} {size}" for kind, size in sorted(weight.packed.items()))
    lines += [
        "",
        f"First load of the list: {weight.without_fonts} bytes packed without fonts, fonts "
        f"{weight.packed['font']}, {weight.requests} requests, HTML {weight.html_raw} raw "
        f"({parts}).",
    ]
    return "\n".join(lines) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=6)
    parser.add_argument("--quick", action="store_true", help="two short rounds, no 100 000 ideas")
    options = parser.parse_args()
    rounds, seconds = (2, 2.0) if options.quick else (options.rounds, options.seconds)
    town = Town(free_port_of_four())
    town.prepare()
    if not options.quick:
        town.fill("--depth")
    try:
        town.start()
        text = asyncio.run(run(town, rounds, seconds, with_depth=not options.quick))
    finally:
        town.processes.kill()
    town.fill("--check")
    (town.home / "report.md").write_text(text)
    say(f"\n{text}\nWritten to {town.home}/report.md; counters still equal rows.")


def free_port_of_four() -> int:
    port = free_port()
    return port if port < 65_000 else port - 10


if __name__ == "__main__":
    main()
