"""Mornings at the staff desk: what waits, one click to its form, and back; mouse and keyboard."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from .pages import axe, login, no_sideways_scroll, tab_to

EDITOR = "viestinta@example.org"
DESK = "/admin/desk/"
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
    expect(page.locator("#desk-section a[href*='waiting=ready']").first).to_be_visible()
    axe(page, "#desk-section")
    page.emulate_media(color_scheme="dark")
    page.goto("/admin/desk/")
    axe(page, ".raati-waiting")
    page.emulate_media(color_scheme="light")
    page.goto("/admin/desk/away/")
    axe(page, ".raati-waiting")
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
    expect(page.locator("select[name=channel]")).to_be_visible()
    axe(page, ".raati-desk-page")


def panel(page: Page, name: str) -> Locator:
    return page.locator(f"[data-panel-name='{name}']")


def count(page: Page, name: str) -> int:
    """How many wait in a panel; 0 where it is not shown."""
    number = panel(page, name).locator(".raati-desk__count")
    return int(number.inner_text()) if number.count() else 0


def leaves(page: Page, name: str, number: int) -> None:
    """So many wait there now, once the desk is drawn."""
    expect(panel(page, name).locator(".raati-desk__count")).to_have_text(str(number))


def test_a_moderators_morning_from_the_desk_to_a_decision_and_back(page: Page):
    login(page, "moderaattori@example.org", after=DESK)
    axe(page, ".raati-waiting")
    # Another role's work is neither listed nor counted nor said to be done.
    assert panel(page, "moderation-danger").count() == 0
    before = count(page, "moderation-reported")
    assert before >= 2
    panel(page, "moderation-reported").get_by_role("link", name="Torin penkit").click()
    expect(page.get_by_role("link", name="Takaisin siihen, mikä odottaa sinua")).to_be_visible()
    page.locator("[name=decide-what][value=hide]").check()
    page.locator("[name=decide-reason]").select_option("rules")
    page.locator("[name=decide-words]").fill("Kirjoita penkeistä, älä ihmisistä.")
    page.get_by_role("button", name="Tallenna päätös").click()
    expect(page.locator(".messages")).to_be_visible()
    expect(page).to_have_url(re.compile(rf"{DESK}#main$"))
    leaves(page, "moderation-reported", before - 1)


def test_a_service_area_answers_what_is_overdue_by_keyboard_on_a_phone(window: Callable[..., Page]):
    phone = window(360, 740)
    login(phone, "palvelualue@example.org", after=DESK)
    axe(phone, ".raati-waiting")
    no_sideways_scroll(phone)
    expect(phone.locator(".raati-waiting")).to_contain_text("työpäivää myöhässä")
    before = count(phone, "ideas-overdue")
    assert before > 1
    title = panel(phone, "ideas-overdue").locator(".raati-rows__link").first.inner_text()
    tab_to(phone, title)
    phone.keyboard.press("Enter")
    phone.wait_for_url(re.compile(r"from=desk#answer-section$"))
    no_sideways_scroll(phone)
    phone.locator("select[name=answer-outcome]").select_option("considering")
    phone.locator("[name=answer-text_fi]").fill(ANSWER)
    phone.locator("[name=answer-role_fi]").fill("Kadunpidon päällikkö")
    phone.locator("button[name=task][value=answer]").press("Enter")
    expect(phone).to_have_url(re.compile(rf"{DESK}#main$"))
    leaves(phone, "ideas-overdue", before - 1)
    expect(phone.locator(".raati-waiting")).not_to_contain_text(title)


def test_the_service_desk_prints_the_letter_that_has_waited_longest(page: Page):
    login(page, "palvelupiste@example.org", after=DESK)
    axe(page, ".raati-waiting")
    before = count(page, "people-letters")
    assert before > 1
    panel(page, "people-letters").locator(".raati-rows__link").first.click()
    expect(page.locator("address")).to_contain_text("Gun-Britt")
    page.locator("[name=print-status]").select_option("resident")
    page.locator("form[data-act='people.print_letter'] button").click()
    back = page.locator(f"a[href='{DESK}#main']")
    expect(back).to_be_visible()
    back.click()
    leaves(page, "people-letters", before - 1)
