"""A municipality in which every text tries to run: nothing does, for anybody, on any page."""

import json
import subprocess
import sys
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests import databases

from .pages import login
from .serving import Server

#: What a text that became part of the page would have left there.
TRACES = r"""() => [...document.querySelectorAll('*')].filter(element =>
  [...element.attributes].some(({name, value}) =>
    (name.startsWith('on') && value.includes('raatimark')) ||
    (['href', 'src', 'action', 'formaction', 'data', 'xlink:href'].includes(name) &&
      /^(javascript|data:text)/i.test(value.replace(/[\s\x00-\x1f]/g, ''))))
  || (element.matches('script:not([type*=json])') && element.text.includes('raatimark'))
).map(element => element.outerHTML.slice(0, 200))"""
#: Its text is told like a broken policy or a foreign request: the window's watch sees it.
TELL = "window.alert = text => console.error('a text ran: ' + text);"
OTHER_LANGUAGES = ("/sv/", "/en/")
#: Put into a page on purpose: what looks for traces finds these.
PLANTED = r"""document.body.insertAdjacentHTML('beforeend',
  `<svg onload="alert('raatimark')"></svg><a href="java\tscript:alert('raatimark')">a</a>`)"""


class Poisoned(Server):
    """The loaded demo with its texts replaced, on one process and without workers."""

    def start(self) -> None:
        self.log = open(self.home / "server.log", "w")  # noqa: SIM115
        told = subprocess.run(
            [sys.executable, "-m", "tests.nasty.poison"],
            cwd=databases.ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        assert told.returncode == 0, told.stderr[-3000:]
        self.told = json.loads(told.stdout)
        del self.ports[1:]
        self.other_url = self.url
        self.run(
            *("-m", "uvicorn", "config.asgi:application", "--lifespan", "off"),
            *("--port", str(self.ports[0]), "--log-level", "warning"),
        )
        self.wait_for(self.ports[0])


@pytest.fixture(scope="module")
def server() -> Iterator[Poisoned]:
    server = Poisoned("nasty")
    server.prepare()
    try:
        server.start()
        yield server
    finally:
        server.stop()


def look(page: Page, address: str) -> list[str]:
    answer = page.goto(address)
    if answer is None or answer.status != 200:
        return [f"{address}: {answer and answer.status}"]
    return [f"{address}: {trace}" for trace in page.evaluate(TRACES)]


def test_a_text_that_became_part_of_a_page_is_noticed(page, server):
    page.add_init_script(TELL)
    assert look(page, "/fi/") == []
    page.evaluate(PLANTED)
    assert len(page.evaluate(TRACES)) == 2
    # The site's policy did not let it run, and told; the window's watch would fail the test.
    assert any("Content Security Policy" in fault for fault in page.watch.faults)
    page.watch.faults.clear()


def test_no_text_of_anybody_runs_for_anybody(server, window):
    assert not server.told["faults"]
    assert server.told["rows"] > 1000
    found = []
    for who, addresses in server.told["pages"].items():
        page = window()
        page.add_init_script(TELL)
        if who == "guest":
            addresses = [*addresses, *OTHER_LANGUAGES]
        else:
            login(page, f"{who}@example.org")
        for address in addresses:
            found += look(page, address)
    assert not found, "\n".join(found)
