"""An editor builds a page, meets the checklist and publishes; every block is accessible."""

import re

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll
from .test_editor_journeys import EDITOR, open_editor_of, page_number, publish

BLOCKS = "/fi/nain-osallistut/osallisuus-kuparilassa/"
EASY = "/fi/nain-osallistut/selko/"


def test_the_page_with_every_block_and_an_easy_version_are_accessible(phone: Page):
    for address in (BLOCKS, EASY):
        phone.goto(address)
        no_sideways_scroll(phone)
        axe(phone)
    phone.get_by_role("link", name="Yleiskielellä").first.click()
    expect(phone).to_have_url(re.compile(r"/fi/nain-osallistut/$"))
    phone.get_by_role("link", name="Selkokielellä").first.click()
    expect(phone).to_have_url(re.compile(f"{EASY}$"))


def test_an_editor_builds_a_page_and_sees_what_is_open_before_a_round(page: Page, window):
    login(page, EDITOR, after="/admin/")
    open_editor_of(page, "Näin osallistut")
    above = page_number(page)
    page.goto(f"/admin/pages/add/home/contentpage/{above}/")
    page.locator("input[name=title]").fill("Talvi rannalla")
    page.locator("[id$='-body-section'] .c-sf-add-button").last.click()
    page.get_by_role("option", name="lainaus", exact=True).click()
    page.locator("textarea[name$=-text]").first.fill("Jäällä on hyvä kävellä.")
    publish(page)
    reader = window()
    reader.goto("/fi/nain-osallistut/talvi-rannalla/")
    expect(reader.locator(".r-quote")).to_contain_text("Jäällä on hyvä kävellä.")

    # A board that nobody has thought through yet: it is said, and it goes out all the same.
    page.goto(f"/admin/pages/add/raati_ideas/ideaboardpage/{above}/")
    page.locator("input[name=title]").press_sequentially("Talven ideat")
    expect(page.locator("input[name=slug]")).to_have_value("talven-ideat")
    page.get_by_role("button", name=re.compile("toiminto|action", re.IGNORECASE)).last.click()
    page.locator("[name=action-publish]").click()
    page.wait_for_url(re.compile(r"/admin/raati/opening/\d+/"))
    expect(page.locator(".raati-points__point strong").first).to_be_visible()
    assert reader.goto("/fi/nain-osallistut/talven-ideat/").status == 404
    page.locator("form[method=post] button[type=submit]").last.click()
    expect(page.locator(".messages")).to_contain_text(re.compile("julkaist", re.IGNORECASE))
    assert reader.goto("/fi/nain-osallistut/talven-ideat/").status == 200
