"""Communications publish what has been prepared: filter, choose, publish, take out a file."""

import re

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll

EDITOR = "viestinta@example.org"
ANSWER = "Kiitos ideasta. Selvitämme asian keväällä ja kerromme tällä sivulla."


def prepare(page: Page, number: int) -> str:
    """Prepare an answer to one of the unanswered ideas; returns its title."""
    page.goto("/admin/ideas/?waiting=unanswered&prepared=none")
    link = page.locator("td.title a").nth(number)
    title = link.inner_text()
    link.click()
    page.locator("select[name=answer-outcome]").select_option("considering")
    page.locator("[name=answer-text_fi]").fill(ANSWER)
    page.locator("[name=answer-role_fi]").fill("Osallisuuskoordinaattori")
    page.locator("[name=answer-is_ready]").check()
    page.locator("button[name=task][value=prepare]").click()
    expect(page.locator(".messages")).to_be_visible()
    return title


def test_staff_filter_choose_publish_what_was_prepared_and_export(page: Page):
    login(page, EDITOR, after="/admin/")
    expect(page.locator("#ideas-waiting-section a[href*='waiting=ready']").first).to_be_visible()
    axe(page, "#ideas-waiting-section")
    titles = [prepare(page, number) for number in (0, 0)]
    axe(page, ".raati-desk-page")

    page.goto("/admin/ideas/?waiting=ready")
    axe(page, {"include": [["#listing-results"]], "exclude": [["h2[role=alert]"]]})
    no_sideways_scroll(page)
    # By keyboard: tick three, choose the act, go on.
    ticks = page.locator("input[name=idea]")
    assert ticks.count() >= 3
    for number in range(3):
        ticks.nth(number).focus()
        page.keyboard.press("Space")
    page.locator("select[name=act]").select_option("publish")
    page.locator("form[data-act='ideas.bulk'] button[type=submit]").press("Enter")
    expect(page.locator(".raati-desk-page li")).to_have_count(3)
    axe(page, ".raati-desk-page")
    page.locator("button[name=go]").press("Enter")
    page.wait_for_url(re.compile(r"/bulk/\w+/"))
    axe(page, ".raati-desk-page")
    told = page.locator(".raati-desk-page")
    for title in titles:
        expect(told).to_contain_text(title)

    # The answer is public, and the file knows it.
    page.get_by_role("link", name=titles[0]).click()
    page.locator("#idea-section a[href*='/fi/']").first.click()
    expect(page.locator("main")).to_contain_text(ANSWER)
    page.goto("/admin/ideas/")
    with page.expect_download() as download:
        page.locator("button[name=kind][value=csv]").click()
    assert ANSWER in download.value.path().read_text("utf-8-sig")

    page.goto("/admin/ideas/enter/")
    page.locator(".raati-desk-list a, select[name=channel]").first.wait_for()
    if page.locator(".raati-desk-list a").count():
        page.locator(".raati-desk-list a").first.click()
    axe(page, ".raati-desk-page")
