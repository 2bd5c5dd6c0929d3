"""The load generator: a closed loop of clients against addresses, one process.

It knows nothing of what it measures. Rates are requests in a second, times are
milliseconds. It shares the machine with the server, so compare figures of one run.
"""

import asyncio
import gzip
import itertools
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin

import aiohttp

CLIENTS = 8
ASSET = re.compile(r"""<(script|link)\b[^>]*?\b(?:src|href)=["']([^"']+)["'][^>]*>""", re.I)
#: What a module needs before it runs; what it fetches later, if ever, is not first load.
IMPORT = re.compile(r"""\bimport\s*(?:[^"'();]*?\bfrom\s*)?["'](\.{1,2}/[^"']+)["']""")


@dataclass
class Result:
    """What one phase of load gave."""

    seconds: float = 0
    times: list[float] = field(default_factory=list)
    statuses: Counter[int] = field(default_factory=Counter)
    size: int = 0
    failures: int = 0

    @property
    def rate(self) -> float:
        """Good answers in a second."""
        good = sum(count for status, count in self.statuses.items() if status < 400)
        return good / self.seconds if self.seconds else 0

    @property
    def bytes(self) -> int:
        return self.size // max(1, len(self.times))

    def p(self, percent: int) -> float:
        values = sorted(self.times)
        return 1000 * values[min(len(values) - 1, len(values) * percent // 100)]

    @property
    def faults(self) -> dict[int, int]:
        return {status: count for status, count in self.statuses.items() if status >= 400}


@asynccontextmanager
async def client(cookies: dict[str, str] | None = None) -> AsyncIterator[aiohttp.ClientSession]:
    """A visitor with connections of their own; `cookies` are sent whatever they are called."""
    headers = {}
    if cookies:
        headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
    connector = aiohttp.TCPConnector(limit=0)
    timeout = aiohttp.ClientTimeout(total=30)
    async with aiohttp.ClientSession(
        headers=headers, connector=connector, timeout=timeout, cookie_jar=aiohttp.DummyCookieJar()
    ) as session:
        yield session


async def ask(session: aiohttp.ClientSession, result: Result, method: str, url: str,
              **more: Any) -> None:  # fmt: skip
    began = time.perf_counter()
    try:
        async with session.request(method, url, allow_redirects=False, **more) as answer:
            body = await answer.read()
    except (aiohttp.ClientError, TimeoutError):
        result.failures += 1
        return
    result.times.append(time.perf_counter() - began)
    result.statuses[answer.status] += 1
    result.size += len(body)


async def get(urls: Iterable[str], seconds: float, *, people: list[dict[str, Any]] | None = None,
              clients: int = CLIENTS, warmup: float = 0.7) -> Result:  # fmt: skip
    """Ask for the addresses in turn, as fast as answers come."""
    turn = itertools.cycle(urls)
    results = [Result(), Result()]

    async def visitor(number: int, result: Result, until: float) -> None:
        cookies = people[number % len(people)]["cookies"] if people else None
        async with client(cookies) as session:
            while time.perf_counter() < until:
                await ask(session, result, "GET", next(turn))

    for result, length in zip(results, (warmup, seconds), strict=True):
        began = time.perf_counter()
        await asyncio.gather(*(visitor(n, result, began + length) for n in range(clients)))
        result.seconds = time.perf_counter() - began
    return results[1]


async def post(pairs: Iterable[tuple[dict[str, Any], str]], seconds: float,
               clients: int = CLIENTS) -> Result:  # fmt: skip
    """Each pair of a person and an address once, as htmx would send the form."""
    turn, result = iter(pairs), Result()
    until = time.perf_counter() + seconds

    async def sender() -> None:
        async with client() as session:
            for person, url in turn:
                cookies = "; ".join(f"{k}={v}" for k, v in person["cookies"].items())
                headers = {"Cookie": cookies, "X-CSRFToken": person["csrf"], "HX-Request": "true"}
                await ask(session, result, "POST", url, headers=headers)
                if time.perf_counter() > until:
                    return

    began = time.perf_counter()
    await asyncio.gather(*(sender() for _ in range(clients)))
    result.seconds = time.perf_counter() - began
    return result


def spread(people: list[dict[str, Any]], template: str, ids: list[str],
           dice: random.Random) -> Iterable[tuple[dict[str, Any], str]]:  # fmt: skip
    """People and ideas at random: hardly a pair comes twice."""
    while True:
        yield dice.choice(people), template.replace("{id}", dice.choice(ids))


def hot(people: list[dict[str, Any]], template: str, chosen: str,
        dice: random.Random) -> Iterable[tuple[dict[str, Any], str]]:  # fmt: skip
    """Everybody to one idea, each once."""
    url = template.replace("{id}", chosen)
    return [(person, url) for person in dice.sample(people, len(people))]


async def one_after_another(urls: list[str], times: int) -> list[Result]:
    """Each address `times` times in turns by one client: for comparing their times."""
    results = [Result() for _ in urls]
    async with client() as session:
        for _round in range(times):
            for url, result in zip(urls, results, strict=True):
                await ask(session, result, "GET", url)
    return results


@dataclass
class Weight:
    """What a browser fetches for a first look at a page."""

    html_raw: int = 0
    packed: Counter[str] = field(default_factory=Counter)
    requests: int = 0

    @property
    def without_fonts(self) -> int:
        return sum(size for kind, size in self.packed.items() if kind != "font")


async def weigh(url: str) -> Weight:
    """The page, its styles, scripts with what they import, and the fonts it preloads.

    What the server sends unpacked counts as the proxy would pack it.
    """
    weight, seen = Weight(), set()
    connector = aiohttp.TCPConnector(limit=4)
    headers = {"Accept-Encoding": "gzip"}
    async with aiohttp.ClientSession(connector=connector, headers=headers,
                                     auto_decompress=False) as session:  # fmt: skip

        async def fetch(address: str, kind: str) -> str:
            seen.add(address)
            async with session.get(address) as answer:
                answer.raise_for_status()
                body = await answer.read()
            weight.requests += 1
            is_packed = answer.headers.get("Content-Encoding") == "gzip"
            plain = gzip.decompress(body) if is_packed else body
            small = body if is_packed or kind == "font" else gzip.compress(body, 6)
            weight.packed[kind] += len(small)
            return plain.decode() if kind != "font" else ""

        page = await fetch(url, "html")
        weight.html_raw = len(page.encode())
        queue = [(urljoin(url, found), kind) for kind, found in _assets(page)]
        while queue:
            address, kind = queue.pop(0)
            if address not in seen:
                text = await fetch(address, kind)
                if kind == "js":
                    queue += [(urljoin(address, each), "js") for each in IMPORT.findall(text)]
    return weight


def _assets(page: str) -> Iterable[tuple[str, str]]:
    for match in ASSET.finditer(page):
        tag, address, whole = match[1].lower(), match[2], match[0].lower()
        if tag == "script":
            yield "js", address
        elif "stylesheet" in whole:
            yield "css", address
        elif 'as="font"' in whole:
            yield "font", address
        elif 'rel="icon"' in whole:
            yield "icon", address
