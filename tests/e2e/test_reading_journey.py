"""A reader who mistypes finds an idea, and the pages around it hold for everybody."""

from playwright.sync_api import Page, expect

from .pages import axe, no_sideways_scroll


def test_a_misspelt_word_leads_to_an_idea_without_javascript(no_js: Page):
    no_js.goto("/fi/")
    no_js.locator(".r-footer a[href='/fi/haku/']").click()
    no_js.get_by_role("searchbox").fill("penkit")
    no_js.keyboard.press("Enter")
    expect(no_js.locator(".r-hit mark").first).to_be_visible()
    no_js.get_by_role("searchbox").fill("kirjasdo")
    no_js.keyboard.press("Enter")
    expect(no_js.locator("main .r-lead")).to_contain_text("Tarkoititko")
    no_js.locator(".r-hit a").first.click()
    expect(no_js.locator("h1")).to_be_visible()


def test_search_and_open_data_hold_on_a_phone(phone: Page):
    for address in ("/fi/haku/?q=penkki", "/sv/sok/?q=zzzzzz", "/en/open-data/", "/fi/ei-ole/"):
        phone.goto(address)
        no_sideways_scroll(phone)
        axe(phone)
