"""One's own pages in a real browser: follow something, fetch a copy, delete the account."""

import zipfile
from collections.abc import Callable

from playwright.sync_api import Page, expect

from demo.cast import PASSWORD

from .pages import axe, login, no_sideways_scroll

LEAVING = "lahteva@example.org"
MAKE = (
    "from django.contrib.auth import get_user_model;"
    f"get_user_model().objects.create_verified('{LEAVING}', '{PASSWORD}')"
)


def check(page: Page) -> None:
    axe(page)
    no_sideways_scroll(page)


def test_a_resident_follows_takes_her_data_along_and_leaves(
    server, window: Callable[..., Page]
) -> None:
    server.manage("shell", "-c", MAKE)
    page = window(width=360, height=740, accept_downloads=True)
    login(page, LEAVING, after="/fi/me/")
    expect(page.get_by_role("heading", name="Ei vielä mitään")).to_be_visible()
    check(page)

    page.goto("/fi/haku/?q=penkki")
    page.locator("main a[href*='/ideat/'], main .r-hit a, main article a").first.click()
    page.locator("form[data-act='core.follow'] button").click()
    expect(page.get_by_text("Seuraat tätä.").first).to_be_visible()
    page.goto("/fi/me/following/")
    expect(page.locator("main .r-links__link")).to_have_count(1)
    check(page)

    page.get_by_role("link", name="Omat tietoni").click()
    check(page)
    page.get_by_role("link", name="Pyydä kopio").click()
    check(page)
    page.get_by_role("button", name="Tee kopio").click()
    link = page.locator("main a[href*='/me/data/copy/'].r-links__link")
    for _look in range(40):
        if link.count():
            break
        page.wait_for_timeout(500)
        page.reload()
    with page.expect_download() as started:
        link.click()
    names = zipfile.ZipFile(started.value.path()).namelist()
    assert {"fi.html", "sv.html", "en.html", "data/raati_core.Follow.json"} <= set(names)

    page.get_by_role("link", name="Katso, mitä poistettaisiin").click()
    check(page)
    page.get_by_role("button", name="Poista lopullisesti").click()
    expect(page.locator(".r-errors")).to_be_visible()
    page.get_by_label("Ymmärrän, että tätä ei voi perua.").check()
    page.get_by_role("button", name="Poista lopullisesti").click()
    expect(page.get_by_role("heading", name="Tilisi on poistettu")).to_be_visible()
    check(page)
    page.goto("/fi/me/")
    expect(page.locator("input[name=password]")).to_be_visible()
