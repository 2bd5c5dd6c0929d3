"""The script in a real browser: at once, after a cut, without sockets, with half-typed text."""

import json
import os
import re
import shutil
import statistics
import subprocess
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from participation.live import conf
from tests.e2e.conftest import FLAGS, _installed
from tests.live.serving import Uvicorn

pytestmark = pytest.mark.browser
SCRIPTS = Path(conf.__file__).parent / "static" / "raati_live" / "js"


@pytest.fixture(scope="module")
def browser():
    # While Playwright runs, its event loop counts as running in this thread, and
    # Django would not let us near the database.
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        browser = playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM_PATH") or _installed(), args=FLAGS
        )
        yield browser
        browser.close()


@pytest.fixture
def tab(browser):
    """Opens a page; fails when the script or the content policy complains."""
    contexts, complaints = [], []

    def open_one(address: str, **options):
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console",
            lambda message: (
                complaints.append(message.text)
                if "Content Security Policy" in message.text
                else None
            ),
        )
        page.goto(address)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture(scope="module")
def running(django_db_setup, browser):
    with Uvicorn() as one:
        yield one


@pytest.fixture
def server(running, rooms):
    """One process for all tests; each has a database of its own behind it."""
    return running


def room(server, name: str, query: str = "") -> str:
    return f"{server.url}/room/{name}/{query}"


def wait_till_live(page) -> None:
    expect(page.locator("[data-connection]")).to_have_attribute("data-connection", "live")


def write(server, text: str, name: str = "a") -> dict:
    return json.loads(server.get(f"/room/{name}/write/?text={text}"))


def test_a_post_and_a_count_arrive_without_reloading(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    wait_till_live(page)
    page.evaluate("window.loadedOnce = true")
    write(server, "Hei")
    expect(page.get_by_text("Hei", exact=True)).to_be_visible(timeout=2000)
    server.get("/room/a/like/")
    expect(page.locator("#likes-a")).to_have_text("1")
    assert page.evaluate("window.loadedOnce") is True


def test_a_hidden_post_disappears_at_once(server, rooms, tab):
    rooms.make_room("a")
    post = write(server, "Loukkaava")
    page = tab(room(server, "a"))
    expect(page.get_by_text("Loukkaava")).to_be_visible()
    wait_till_live(page)
    server.get(f"/room/a/hide/?id={post['id']}")
    expect(page.get_by_text("Loukkaava")).to_have_count(0, timeout=2000)


def test_what_arrives_is_announced_together(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    wait_till_live(page)
    for text in ("yksi", "kaksi"):
        write(server, text)
    expect(page.locator("#raati-live")).to_have_text("2 new messages")
    server.get("/room/a/like/")
    expect(page.locator("#raati-live")).to_have_text("1 likes", timeout=8000)


def test_after_a_cut_the_page_equals_a_fresh_one(server, rooms, tab):
    """The server goes, others write and hide meanwhile, it comes back."""
    stream = rooms.make_room("a")
    first = write(server, "ennen")
    page = tab(room(server, "a"))
    wait_till_live(page)
    server.stop()
    expect(page.locator("[data-connection]")).to_have_attribute("data-connection", "delayed")
    rooms.write(stream, "katkon aikana")
    rooms.hide(stream, rooms.Post.objects.get(public_id=first["id"]))
    rooms.like(stream, 7)
    server.start()
    page.evaluate("dispatchEvent(new Event('online'))")
    expect(page.get_by_text("katkon aikana")).to_be_visible(timeout=15000)
    expect(page.locator("#likes-a")).to_have_text("7")
    fresh = tab(room(server, "a"))
    listed = "[...document.querySelectorAll('li')].map(e => e.id + e.textContent)"
    assert page.evaluate(listed) == fresh.evaluate(listed)
    assert page.locator("li").count() == 1


def test_a_change_that_comes_twice_stands_there_once(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    wait_till_live(page)
    html = "<li id='post-x'>Hei</li>"
    count = page.evaluate(
        """async (html) => {
            const { Feed } = await import("/static/raati_live/js/feed.js");
            const feed = new Feed(document.querySelector("main"), { subscribe() {} });
            const change = { v: 1, op: "append", el: "posts-a", id: "post-x", html };
            const frame = { t: "changes", s: "room.a", since: 0, v: 1, c: [change] };
            for (let i = 0; i < 5; i += 1) feed.take(frame);
            const again = new Feed(document.querySelector("main"), { subscribe() {} });
            again.take(frame);
            return [document.querySelectorAll("#post-x").length, feed.version];
        }""",
        html,
    )
    assert count == [1, 1]


def test_an_older_count_never_overwrites_a_newer_one(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    shown = page.evaluate(
        """async () => {
            const { hint } = await import("/static/raati_live/js/apply.js");
            const say = (n) => `<p id="likes-a" data-live-hint>${n}</p>`;
            hint("likes-a", say(5), 9e15 + 2);
            hint("likes-a", say(4), 9e15 + 1);
            return document.getElementById("likes-a").textContent;
        }"""
    )
    assert shown == "5"


def test_what_somebody_is_typing_is_kept_and_the_news_come_after(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    wait_till_live(page)
    page.evaluate(
        """() => {
            const post = document.createElement("li");
            post.id = "post-x";
            const form = document.createElement("form");
            const field = document.createElement("textarea");
            field.name = "reply";
            form.append(field);
            post.append(form);
            document.getElementById("posts-a").append(post);
        }"""
    )
    field = page.locator("textarea")
    field.fill("Puolivalmis ajatus")
    replace = """(html) => import("/static/raati_live/js/apply.js")
        .then(({ replace }) => Boolean(replace("post-x", html)))"""
    assert page.evaluate(replace, '<li id="post-x">Uutta</li>') is False
    expect(field).to_have_value("Puolivalmis ajatus")
    expect(field).to_be_focused()
    page.evaluate("document.querySelector('textarea').value = ''")
    field.blur()
    expect(page.locator("#post-x")).to_have_text("Uutta")


def test_a_post_that_is_taken_away_leaves_the_typed_answer(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    page.evaluate(
        """() => {
            const post = document.createElement("li");
            post.id = "post-x";
            post.textContent = "Loukkaava";
            const form = document.createElement("form");
            form.append(document.createElement("textarea"));
            post.append(form);
            document.getElementById("posts-a").append(post);
        }"""
    )
    page.locator("textarea").fill("Puolivalmis")
    page.evaluate("import('/static/raati_live/js/apply.js').then(({remove}) => remove('post-x'))")
    expect(page.get_by_text("Loukkaava")).to_have_count(0)
    expect(page.locator("textarea")).to_have_value("Puolivalmis")


def test_the_focus_stays_on_the_same_control(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    focused = page.evaluate(
        """async () => {
            const { replace } = await import("/static/raati_live/js/apply.js");
            const html = '<p id="likes-a"><button name="more">More</button></p>';
            replace("likes-a", html);
            document.querySelector("button").focus();
            replace("likes-a", html);
            return document.activeElement.name;
        }"""
    )
    assert focused == "more"


def test_nothing_moves_where_motion_is_unwelcome(server, rooms, tab):
    rooms.make_room("a")
    marks = []
    for wish in ("reduce", "no-preference"):
        page = tab(room(server, "a"), reduced_motion=wish)
        wait_till_live(page)
        write(server, wish)
        post = page.get_by_text(wish, exact=True)
        expect(post).to_be_visible()
        marks.append(post.get_attribute("data-live-new"))
    assert marks == [None, ""]


def test_without_sockets_the_room_works_by_asking(rooms, tab):
    rooms.make_room("a")
    with Uvicorn(NO_SOCKETS="1") as server:
        page = tab(room(server, "a"))
        expect(page.locator("[data-connection]")).to_have_attribute(
            "data-connection", "delayed", timeout=5000
        )
        post = write(server, "Hei")
        server.get("/room/a/like/")
        expect(page.get_by_text("Hei", exact=True)).to_be_visible(timeout=15000)
        expect(page.locator("#likes-a")).to_have_text("1")
        write(server, "Toinen")
        expect(page.get_by_text("Toinen")).to_be_visible(timeout=15000)
        server.get(f"/room/a/hide/?id={post['id']}")
        expect(page.get_by_text("Hei", exact=True)).to_have_count(0, timeout=15000)


def test_without_scripts_the_page_shows_it_when_loaded_again(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"), java_script_enabled=False)
    write(server, "Hei")
    page.reload()
    expect(page.get_by_text("Hei", exact=True)).to_be_visible()


def test_tries_to_come_back_are_spread_and_grow(server, rooms, tab):
    rooms.make_room("a")
    page = tab(room(server, "a"))
    pauses = page.evaluate(
        """async () => {
            const { pause } = await import("/static/raati_live/js/pause.js");
            return [0, 1, 2, 9].map((n) => Array.from({ length: 2000 }, () => pause(n)));
        }"""
    )
    means = [statistics.fmean(each) for each in pauses]
    assert means == sorted(means)
    assert max(pauses[0]) < 6000
    assert max(pauses[-1]) <= 36_000
    for each, mean in zip(pauses, means, strict=True):
        assert statistics.stdev(each) > 0.25 * mean


def test_the_scripts_are_small_and_write_no_html():
    texts = [path.read_text() for path in SCRIPTS.glob("*.js")]
    gzip = shutil.which("gzip")
    packed = [
        len(subprocess.run([gzip, "-9c"], input=t.encode(), capture_output=True).stdout)
        for t in texts
    ]
    assert sum(packed) <= 6 * 1024
    assert not [t for t in texts if re.search(r"<[a-z]+[ >]", re.sub(r"//.*", "", t))]
