"""Browser fixtures: a served demo, and people with windows of their own.

    def test_the_second_window_counts_too(page, other, server): …

`page` is a desktop window, `phone` a narrow one with touch, `no_js` one without
JavaScript, `other` a second person's (on the second process where there are
two). `window(...)` opens more. Each is a fresh, signed-out browser context;
when the test ends it fails on a script error, a broken Content-Security-Policy
or a request to a foreign host. Playwright's own `expect` waits: never sleep.
"""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from .serving import Server

HERE = Path(__file__).parent
#: Serve a site of their own.
OWN_SITE = {"test_nothing_runs.py"}
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
# A refusal is often what a test is after; the browser reports each as an error.
EXPECTED = re.compile(r"Failed to load resource: the server responded with a status of 4\d\d")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            if item.path.name not in OWN_SITE:
                item.add_marker("journey")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item):
    report = yield
    if report.when == "call" and report.failed:
        item.stash[FAILED] = True
    return report


FAILED = pytest.StashKey[bool]()
# Two cores carry the browser, two servers, a worker and the databases.
expect.set_options(timeout=15_000)


@pytest.fixture(scope="session")
def server() -> Iterator[Server]:
    """The site, prepared and started once for all tests of a worker."""
    server = Server(os.environ.get("PYTEST_XDIST_WORKER", "solo"))
    server.prepare()
    try:
        server.start()
        yield server
    finally:
        server.stop()


# Not for the whole session: while Playwright runs, its event loop counts as running
# in this thread, and asynchronous tests of other folders could not start theirs.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM_PATH") or _installed(), args=FLAGS
        )
        yield browser
        browser.close()


def _installed() -> str | None:
    """Debian's browser where Playwright brought none of its own."""
    return next(
        (p for p in ("/usr/bin/chromium", "/usr/bin/google-chrome") if Path(p).exists()), None
    )


class Watch:
    """What a window did that no test may let pass; `allow` names what one expects."""

    def __init__(self, page: Page, hosts: set[str]) -> None:
        self.hosts, self.faults, self.allowed = hosts, [], [EXPECTED]
        page.on("console", self.console)
        page.on("pageerror", lambda error: self.faults.append(f"script error: {error}"))
        page.on("request", self.request)

    def allow(self, pattern: str) -> None:
        self.allowed.append(re.compile(pattern))

    def console(self, message) -> None:
        if message.type == "error":
            self.faults.append(f"console: {message.text}")

    def request(self, request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.hostname not in self.hosts:
            self.faults.append(f"foreign request: {request.url}")

    def remaining(self) -> list[str]:
        return [f for f in self.faults if not any(p.search(f) for p in self.allowed)]


@pytest.fixture
def window(browser: Browser, server: Server, request) -> Iterator[Callable[..., Page]]:
    """Opens a fresh, signed-out window: window(width=…, height=…, process=…, **context)."""
    opened: list[tuple[Page, Watch]] = []

    def open_window(width: int = 1280, height: int = 800, process: int = 0, **options) -> Page:
        context = browser.new_context(
            base_url=server.other_url if process else server.url,
            viewport={"width": width, "height": height},
            **{
                "locale": "fi-FI",
                "timezone_id": "Europe/Helsinki",
                "reduced_motion": "reduce",
                **options,
            },
        )
        context.set_default_timeout(15_000)
        page = context.new_page()
        page.watch = Watch(page, {"localhost"})
        opened.append((page, page.watch))
        return page

    yield open_window
    failed = request.node.stash.get(FAILED, False)
    for number, (page, _watch) in enumerate(opened):
        if failed and not page.is_closed():
            page.screenshot(path=screenshot_path(request.node.name, number), full_page=True)
        page.context.close()
    faults = [fault for _page, watch in opened for fault in watch.remaining()]
    assert failed or not faults, "\n".join(faults)


def screenshot_path(name: str, number: int) -> Path:
    folder = settings.TEST_DIR / "screenshots"
    folder.mkdir(exist_ok=True)
    return folder / f"{re.sub(r'[^a-zA-Z0-9_]+', '-', name)[:100]}-{number}.png"


@pytest.fixture
def page(window) -> Page:
    return window()


@pytest.fixture
def other(window) -> Page:
    """Somebody else at the same time, on the second process where there are two."""
    return window(process=1)


@pytest.fixture
def phone(window) -> Page:
    return window(360, 740, is_mobile=True, has_touch=True)


@pytest.fixture
def no_js(window) -> Page:
    return window(java_script_enabled=False)
