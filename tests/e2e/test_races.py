"""Many identical supports at once, from one person, at two server processes on PostgreSQL."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from http.cookiejar import CookieJar
from itertools import cycle
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import HTTPCookieProcessor, Request, build_opener, urlopen

import pytest

from .serving import Server

pytestmark = pytest.mark.postgres
OPEN = "/fi/puistot-ja-harrastukset/"
THREE_EACH = "/fi/hyvinvointisuunnitelma/ideoita-hyvaan-arkeen/"
PASSWORD = "osallistu-2026"
AT_ONCE = 8
ROUNDS = 12


class Resident:
    """A signed-in session that both processes know."""

    def __init__(self, server: Server, email: str) -> None:
        self.ways = cycle([server.url, server.other_url])
        jar = CookieJar()
        self.opener = build_opener(HTTPCookieProcessor(jar))
        login = f"{server.url}/fi/accounts/login/"
        self.opener.open(login, timeout=30)
        fields = {"login": email, "password": PASSWORD}
        self._post(login, jar, fields)
        self.cookies = {cookie.name: cookie.value or "" for cookie in jar}
        assert "sessionid" in self.cookies

    def _post(self, url: str, jar: CookieJar, fields: dict[str, str]) -> None:
        token = next(cookie.value for cookie in jar if "csrf" in cookie.name) or ""
        body = urlencode({**fields, "csrfmiddlewaretoken": token}).encode()
        self.opener.open(Request(url, body, {"Referer": url}), timeout=30)

    def post(self, base: str, path: str) -> int:
        """POST with this session's cookies; returns the status, without following it."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": self.cookies["csrftoken"],
            "Origin": base,
            "HX-Request": "true",
        }
        try:
            with urlopen(Request(f"{base}{path}", b"", headers), timeout=60) as answer:
                return answer.status
        except HTTPError as error:
            return error.code

    def at_once(self, paths: list[str]) -> list[int]:
        bases = [next(self.ways) for _ in paths]
        with ThreadPoolExecutor(len(paths)) as pool:
            return list(pool.map(self.post, bases, paths))


@pytest.fixture
def aino(server: Server) -> Resident:
    return Resident(server, "asukas@example.org")


@pytest.fixture
def read(server: Server) -> Callable[[str], str]:
    def read(path: str) -> str:
        with urlopen(f"{server.other_url}{path}", timeout=60) as answer:
            return answer.read().decode()

    return read


def ids_on(html: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'id="idea-([a-z0-9]{12})-(?:tally|count)"', html)))


def counts(html: str) -> dict[str, int]:
    found = re.findall(
        r'id="idea-([a-z0-9]{12})-(?:tally|count)".*?r-votes__number">(\d+)<', html, re.DOTALL
    )
    return {public_id: int(number) for public_id, number in found}


def test_identical_supports_at_two_processes_count_once(server, aino, read):
    assert server.url != server.other_url
    board = read(f"{OPEN}?sort=supported")
    idea = ids_on(board)[-1]
    before = counts(board)[idea]
    for _round in range(ROUNDS):
        answers = aino.at_once([f"{OPEN}{idea}/support/"] * AT_ONCE)
        assert set(answers) == {200}
        assert counts(read(f"{OPEN}{idea}/"))[idea] == before + 1
        answers = aino.at_once([f"{OPEN}{idea}/withdraw-support/"] * AT_ONCE)
        assert set(answers) == {200}
        assert counts(read(f"{OPEN}{idea}/"))[idea] == before


def test_a_limit_holds_over_two_processes(aino, read):
    before = counts(read(THREE_EACH))
    ideas = list(before)
    assert len(ideas) > 3
    for _round in range(ROUNDS // 4):
        answers = aino.at_once([f"{THREE_EACH}{idea}/support/" for idea in ideas])
        after = counts(read(THREE_EACH))
        assert sorted(set(answers)) == [200, 409]
        assert answers.count(200) == 3
        assert sum(after.values()) == sum(before.values()) + 3
        aino.at_once([f"{THREE_EACH}{idea}/withdraw-support/" for idea in ideas])
        assert counts(read(THREE_EACH)) == before
