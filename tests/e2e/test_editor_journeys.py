"""An editor opens a new round in three languages and closes it early, in the real admin."""

import re

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll

EDITOR = "viestinta@example.org"
BOARD = "/fi/puistot-ja-harrastukset/"
TITLES = {
    "fi": "Puistot ja harrastukset 2027",
    "sv": "Parker och fritid 2027",
    "en": "Parks and hobbies 2027",
}


def page_number(page: Page) -> str:
    """The id of the page whose editor is open."""
    return re.search(r"/admin/pages/(\d+)/", page.url).group(1)


def open_editor_of(page: Page, title: str) -> None:
    """Find a page by the admin's own search, as an editor does."""
    page.goto(f"/admin/pages/search/?q={title}")
    page.get_by_role("link", name=title, exact=True).first.click()
    if "/edit/" not in page.url:
        page.goto(f"/admin/pages/{page_number(page)}/edit/")


def publish(page: Page) -> None:
    page.get_by_role("button", name=re.compile("toiminto|action", re.IGNORECASE)).last.click()
    page.locator("[name=action-publish]").click()
    # Before the first publication of a round, what is still open is shown once.
    page.wait_for_url(re.compile(r"/opening/|/admin/pages/\d+/$"))
    if "/opening/" in page.url:
        page.locator("form[method=post] button[type=submit]").last.click()
    expect(page.locator(".messages")).to_contain_text(re.compile("julkaist|publish", re.IGNORECASE))


def send(page: Page) -> None:
    """Send the form of a round by Enter: a calendar may lie over its button."""
    page.locator("input[name=title_fi]").press("Enter")


def switch(page: Page, language: str) -> None:
    page.locator(f".r-languages a[lang={language}]").click()


def test_an_editor_opens_a_round_in_three_languages_and_closes_it_early(page: Page, window):
    login(page, EDITOR, after="/admin/")
    open_editor_of(page, "Puistot ja harrastukset")
    old = page_number(page)

    # The round is made by a form that says what it will do.
    page.goto(f"/admin/raati/rounds/{old}/new/")
    for code, title in TITLES.items():
        page.locator(f"input[name=title_{code}]").fill(title)
    page.locator("input[name=opens_at]").fill("2026-01-01 08:00")
    page.locator("input[name=closes_at]").fill("2025-12-01 08:00")
    send(page)
    # What was wrong stands beside its field, and nothing typed is lost.
    expect(page.locator("#id_closes_at-errors, .w-field__errors")).not_to_have_count(0)
    expect(page.locator("input[name=title_sv]")).to_have_value(TITLES["sv"])
    page.locator("input[name=closes_at]").fill("2036-12-01 16:00")
    send(page)
    page.wait_for_url(re.compile(r"/admin/pages/\d+/edit/"))
    new = page_number(page)
    assert new != old

    # Nobody sees it before it is published, language by language.
    reader = window()
    address = f"/fi/{page.locator('input[name=slug]').input_value()}/"
    assert reader.goto(address).status == 404
    publish_every_language(page, new)

    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_contain_text(TITLES["fi"])
    expect(reader.locator(f'main a[href="{address}new/"]').first).to_be_visible()
    axe(reader)
    for code in ("sv", "en"):
        switch(reader, code)
        expect(reader.get_by_role("heading", level=1)).to_contain_text(TITLES[code])
    reader.goto("/fi/")
    expect(reader.locator("main")).to_contain_text(TITLES["fi"])

    # Closed early, in every language at once; all stays readable.
    page.goto(f"/admin/raati/rounds/{new}/close/")
    page.locator("form[novalidate] button[type=submit]").click()
    page.wait_for_url(re.compile(rf"/admin/pages/{new}/edit/"))
    for code in ("fi", "sv", "en"):
        reader.goto(address)
        if code != "fi":
            switch(reader, code)
        expect(reader.get_by_role("heading", level=1)).to_contain_text(TITLES[code])
        expect(reader.locator('main a[href$="/new/"]')).to_have_count(0)
    reader.goto("/fi/")
    expect(reader.locator("main")).not_to_contain_text(TITLES["fi"])


def publish_every_language(page: Page, original: str) -> None:
    page.goto(f"/admin/pages/{original}/edit/")
    publish(page)
    for title in (TITLES["sv"], TITLES["en"]):
        open_editor_of(page, title)
        publish(page)


def test_the_admin_offers_rounds_in_the_page_s_menu(page: Page):
    login(page, EDITOR, after="/admin/")
    open_editor_of(page, "Puistot ja harrastukset")
    page.wait_for_url(re.compile(r"/edit/"))
    number = page_number(page)
    # Wagtail takes a closed menu's links out of the page.
    page.locator("header .w-dropdown__toggle").first.click()
    for act in ("new", "close", "archive"):
        link = page.locator(f'a[href*="/admin/raati/rounds/{number}/{act}/"]')
        expect(link.first).to_be_visible()


def test_every_kind_of_public_page_is_accessible_on_a_phone(phone: Page):
    for address in (
        *("/fi/", "/fi/hyvinvointisuunnitelma/", "/fi/uutiset/", "/fi/tietosuoja/"),
        *("/fi/keskustelun-saannot/", "/fi/saavutettavuus/", "/fi/saavutettavuus/feedback/"),
        *("/sv/", "/en/", "/fi/nain-osallistut/", "/fi/ei-ole-olemassa/"),
    ):
        phone.goto(address)
        no_sideways_scroll(phone)
        axe(phone)


def test_feedback_on_accessibility_can_be_sent_without_an_account_or_javascript(no_js: Page):
    no_js.goto("/fi/")
    no_js.locator("footer a[href$='/saavutettavuus/']").click()
    no_js.locator("main a[href$='/feedback/']").click()
    no_js.locator("textarea[name=message]").fill("Kalenteri ei toimi näppäimistöllä.")
    no_js.wait_for_timeout(12_300)  # without scripts a form is asked to have been open so long
    no_js.locator("main form button[type=submit]").click()
    expect(no_js.get_by_role("heading", level=1)).to_be_visible()
    assert re.search(r"/feedback/\w{12}/$", no_js.url)
    expect(no_js.locator("main")).to_contain_text(re.compile(r"\d+\.\d+\.\d{4}"))


def test_a_missing_translation_is_told_in_the_language_one_chose(page: Page):
    page.goto("/fi/selkokieli/")
    link = page.locator(".r-languages a[lang=sv]")
    link.click()
    if "missing=sv" in page.url:
        expect(page.locator("[lang=sv] .r-notice")).to_be_visible()
    else:
        expect(page).to_have_url(re.compile("/sv/"))
