"""The look and its small scripts in a browser; the test itself gives pages and answers."""

import mimetypes
import os
import shutil
from collections.abc import Callable, Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.template.loader import render_to_string
from playwright.sync_api import Browser, Page, Route, expect, sync_playwright

from participation.core import style_guide
from participation.core.management.commands.raati_css import STATIC
from tests.e2e.conftest import FLAGS

pytestmark = pytest.mark.browser
SITE = "http://raati.test"
Answer = Callable[[Route], None]


@pytest.fixture(scope="module")
def frame(django_db_setup, django_db_blocker) -> str:
    """The frame with a mark where the page's content goes."""
    with django_db_blocker.unblock():
        html = render_to_string("raati_core/base.html", {})
    return html.replace('tabindex="-1">', 'tabindex="-1">@MAIN@', 1)


@pytest.fixture(scope="module")
def guides(django_db_setup, django_db_blocker) -> dict[str, str]:
    """The style guide in each scheme."""
    page = "raati_core/style_guide/page.html"
    with django_db_blocker.unblock():
        return {
            name: render_to_string(page, style_guide.content(name)) for name in style_guide.SCHEMES
        }


# After the pages: while Playwright runs, this thread may not ask the database.
@pytest.fixture(scope="module")
def browser(frame, guides) -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM_PATH") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


class Window:
    """A browser window in a world where only this test answers."""

    def __init__(self, browser: Browser, frame: str, **options) -> None:
        self.context = browser.new_context(base_url=SITE, **options)
        self.frame = frame
        self.pages: dict[str, str] = {}
        self.posts: list[dict] = []
        self.answer_post: Answer = lambda route: route.fulfill(body="<p>ok</p>")
        self.context.route("**/*", self.serve)
        self.page: Page = self.context.new_page()

    def serve(self, route: Route) -> None:
        address = route.request.url.removeprefix(SITE).split("?")[0]
        if route.request.method == "POST":
            self.posts.append({**route.request.headers, "body": route.request.post_data or ""})
            self.answer_post(route)
        elif address.startswith("/static/raati_core/"):
            path = STATIC / address.removeprefix("/static/raati_core/")
            route.fulfill(path=path, content_type=mimetypes.guess_type(path)[0])
        elif address in self.pages:
            route.fulfill(
                body=self.pages[address],
                content_type="text/html; charset=utf-8",
                headers={"Content-Security-Policy": "script-src 'self'; style-src 'self'"},
            )
        else:
            route.fulfill(status=404, body="")

    def show(self, main: str, address: str = "/") -> Page:
        self.pages[address] = self.frame.replace("@MAIN@", main)
        self.page.goto(SITE + address, wait_until="networkidle")
        return self.page


@pytest.fixture
def window(browser, frame) -> Iterator[Window]:
    window = Window(browser, frame, viewport={"width": 1000, "height": 700})
    yield window
    window.context.close()


FORM = """<form method="post" action="/send" data-draft="{key}" {more}>
<label>Otsikko <input name="title"></label><label>Salasana <input type="password" name="secret">
</label><label><input type="checkbox" name="child" value="1"> Lapsi</label>
<button>Lähetä</button></form>"""
MINE = FORM.format(key="send:aino", more="")
TAB = FORM.format(key="send", more='data-draft-scope="tab"')
ADOPTING = FORM.format(key="send:aino", more='data-draft-from="send"')


def typed(page: Page) -> list:
    return page.evaluate(
        "[...document.querySelectorAll('main input')]"
        ".map(f => f.type === 'checkbox' ? f.checked : f.value)"
    )


def write(page: Page) -> None:
    page.get_by_label("Otsikko").fill("Kioski")
    page.get_by_label("Salasana").fill("hush")
    page.get_by_label("Lapsi").check()


def test_what_was_typed_survives_a_closed_tab_but_no_password(window):
    write(window.show(MINE))
    window.page.close()
    window.page = window.context.new_page()
    assert typed(window.show(MINE)) == ["Kioski", "", True]


def test_a_visitor_s_draft_ends_with_the_tab(window):
    write(window.show(TAB))
    assert typed(window.show(TAB)) == ["Kioski", "", True]
    window.page.close()
    window.page = window.context.new_page()
    assert typed(window.show(TAB)) == ["", "", False]


def test_what_a_visitor_typed_is_there_after_signing_in_and_only_there(window):
    write(window.show(TAB))
    assert typed(window.show(ADOPTING)) == ["Kioski", "", True]
    assert typed(window.show(TAB)) == ["", "", False]


def test_another_person_of_the_browser_sees_no_draft(window):
    write(window.show(MINE))
    assert typed(window.show(FORM.format(key="send:onni", more=""))) == ["", "", False]


@pytest.mark.parametrize("sign", ["cookie", "element", "event"])
def test_a_sent_draft_is_forgotten(window, sign):
    write(window.show(MINE))
    if sign == "cookie":
        window.context.add_cookies([{"name": "draft_sent", "value": "send:aino", "url": SITE}])
    elif sign == "element":
        window.show('<p data-draft-sent="send:aino">Kiitos</p>', "/thanks")
    else:
        window.page.evaluate(
            "document.dispatchEvent(new CustomEvent('draft-sent', {detail: {value: 'send:aino'}}))"
        )
    assert typed(window.show(MINE)) == ["", "", False]


def test_what_the_server_says_outranks_the_draft(window):
    write(window.show(MINE))
    page = window.show(MINE.replace('name="title"', 'name="title" value="Korjattu"'))
    assert typed(page)[0] == "Korjattu"


def test_pressing_twice_sends_once(window):
    window.answer_post = lambda route: route.fulfill(status=204)
    page = window.show('<form method="post" action="/send"><button>Lähetä</button></form>')
    page.evaluate("() => { for (let i = 0; i < 3; i++) document.querySelector('button').click() }")
    page.wait_for_timeout(200)
    assert len(window.posts) == 1


def test_a_second_answer_can_be_sent_after_the_first(window):
    page = window.show(
        '<form method="post" hx-post="/send" hx-target="#out"><button>Lähetä</button></form>'
        '<div id="out"></div>'
    )
    for _ in range(2):
        with page.expect_response("**/send"):
            page.get_by_role("button").click()
        expect(page.locator("#out")).to_have_text("ok")
        expect(page.locator("form")).not_to_have_attribute("aria-busy", "true")
    assert len(window.posts) == 2


def test_the_counter_tells_what_is_left_and_what_is_too_much(window):
    page = window.show(
        '<textarea id="t" aria-label="Teksti"></textarea><p data-count-for="t" data-max="5"'
        ' data-left="{n} jäljellä" data-over="{n} liikaa">enintään 5</p>'
    )
    counter = page.locator("[data-count-for]")
    expect(counter).to_have_text("5 jäljellä")
    page.get_by_label("Teksti").fill("Ä👩‍👧")
    expect(counter).to_have_text("1 jäljellä")
    page.get_by_label("Teksti").fill("kioskit")
    expect(counter).to_have_text("2 liikaa")


PERSONAL = '<div hx-get="/mine" hx-trigger="personal from:body once"><a href="/mine">Oma</a></div>'


@pytest.mark.parametrize(("cookie", "text"), [("1", "Hei Aino"), ("", "Oma")])
def test_what_is_mine_is_fetched_only_when_somebody_is_signed_in(window, cookie, text):
    if cookie:
        window.context.add_cookies([{"name": "signed_in", "value": cookie, "url": SITE}])
    window.pages["/mine"] = "<p>Hei Aino</p>"
    expect(window.show(PERSONAL).locator("main div")).to_have_text(text)


def test_the_token_is_read_when_sending(window):
    page = window.show('<button hx-post="/send">Lähetä</button>')
    window.context.add_cookies([{"name": "csrftoken", "value": "fresh", "url": SITE}])
    with page.expect_response("**/send"):
        page.get_by_role("button").click()
    assert window.posts[0]["x-csrftoken"] == "fresh"


ERRORS = '<div tabindex="-1" data-focus id="errors">Puuttuu otsikko</div>'


def test_the_list_of_errors_takes_focus_on_arrival_and_after_a_swap(window):
    expect(window.show(ERRORS).locator("#errors")).to_be_focused()
    window.answer_post = lambda route: route.fulfill(status=422, body=ERRORS)
    page = window.show('<form hx-post="/send"><button>Lähetä</button></form>')
    page.get_by_role("button").click()
    expect(page.locator("#errors")).to_be_focused()


def test_focus_stays_at_the_place_that_was_changed(window):
    window.answer_post = lambda route: route.fulfill(body="<button>Kannatat tätä</button>")
    page = window.show(
        '<div><button hx-post="/send" hx-target="closest div">Kannata</button></div>'
    )
    page.get_by_role("button", name="Kannata").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Kannatat tätä")).to_be_focused()


def test_a_refusal_is_shown_where_the_act_was(window):
    window.answer_post = lambda route: route.fulfill(status=409, body="<p>Kierros on kiinni.</p>")
    page = window.show('<div hx-post="/send">Kannata</div>')
    page.get_by_text("Kannata").click()
    expect(page.get_by_text("Kierros on kiinni.")).to_be_visible()
    expect(page.locator("#raati-failed")).to_be_hidden()


@pytest.mark.parametrize("fault", ["server", "network"])
def test_a_failure_is_told_and_nothing_is_lost(window, fault):
    window.answer_post = (
        (lambda route: route.fulfill(status=500, body="boom"))
        if fault == "server"
        else (lambda route: route.abort())
    )
    page = window.show(
        '<form method="post" hx-post="/send"><input name="title" aria-label="Otsikko">'
        "<button>Lähetä</button></form>"
    )
    page.get_by_label("Otsikko").fill("Kioski")
    page.get_by_role("button").click()
    expect(page.locator("#raati-failed")).to_be_visible()
    expect(page.get_by_label("Otsikko")).to_have_value("Kioski")


def test_announcements_wait_for_each_other(window):
    page = window.show("<p>Keskustelu</p>")
    heard = page.evaluate(
        """() => new Promise((done) => {
          const region = document.getElementById("raati-live");
          const heard = [];
          new MutationObserver(() => {
            if (region.textContent) heard.push(region.textContent);
            if (heard.length === 2) done(heard);
          }).observe(region, {childList: true});
          for (const detail of ["1 uusi viesti", "2 uutta viestiä"])
            document.dispatchEvent(new CustomEvent("raati:announce", {detail}));
        })"""
    )
    assert heard == ["1 uusi viesti", "2 uutta viestiä"]


def test_the_menu_opens_on_a_phone_without_script(browser, frame):
    menu = (
        '<header class="r-header"><div class="r-header__bar"><details class="r-header__menu">'
        '<summary>Valikko</summary></details><nav class="r-header__nav"><a href="/">Ideat</a></nav>'
        "</div></header>"
    )
    window = Window(
        browser, frame, viewport={"width": 360, "height": 640}, java_script_enabled=False
    )
    page = window.show(menu)
    link = page.get_by_role("link", name="Ideat")
    expect(link).to_be_hidden()
    page.locator("#main").get_by_text("Valikko").click()
    expect(link).to_be_visible()
    window.context.close()


@pytest.mark.parametrize("scheme", style_guide.SCHEMES)
def test_every_element_is_accessible_and_fits_a_narrow_window(browser, scheme):
    guide = render_to_string("raati_core/style_guide/page.html", style_guide.content(scheme))
    window = Window(browser, guide, viewport={"width": 320, "height": 800}, reduced_motion="reduce")
    page = window.show("")
    assert page.evaluate("document.documentElement.scrollWidth") == 320
    violations = Axe().run(page).response["violations"]
    assert [(found["id"], found["nodes"][0]["html"]) for found in violations] == []
    window.context.close()


def test_no_target_is_smaller_than_a_finger(window, guides):
    window.frame = guides["light"]
    small = window.show("").evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, summary, select, input)")]
          .filter((e) => !e.closest("p:not(.r-cluster), label, .r-prose, dd, .r-phase"))
          .filter((e) => !e.closest(".r-card__title, .r-date__title"))
          .filter((e) => e.checkVisibility())
          .map((e) => [e, e.getBoundingClientRect()])
          .filter(([, box]) => box.height < 44 || box.width < 44)
          .map(([e]) => e.outerHTML.slice(0, 90))"""
    )
    assert small == []
