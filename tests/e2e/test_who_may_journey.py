"""A resident finds what is missing before she writes, tells it, and her text is still there."""

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll

BOARD = "/fi/kylien-pienet-teot/"


def test_what_was_typed_waits_while_she_tells_how_she_belongs_here(phone: Page) -> None:
    phone.goto(BOARD)
    expect(phone.get_by_text("Voit osallistua, jos olet asukas.")).to_be_visible()
    login(phone, "ohjaaja@example.org", after=f"{BOARD}new/")
    expect(phone.get_by_text("Jotain puuttuu ennen kuin voit osallistua")).to_be_visible()
    phone.get_by_label("Otsikko").fill("Keinu kylätalon pihalle")
    phone.get_by_label("Ideasi", exact=True).fill("Entinen hajosi viime talvena.")
    phone.get_by_role("button", name="Lähetä", exact=True).click()
    axe(phone)
    no_sideways_scroll(phone)

    phone.get_by_role("link", name="Kerro, mitä kysytään").click()
    axe(phone)
    no_sideways_scroll(phone)
    phone.get_by_label("Asukas", exact=True).check()
    phone.get_by_role("button", name="Jatka").click()

    expect(phone.get_by_label("Otsikko")).to_have_value("Keinu kylätalon pihalle")
    phone.get_by_role("button", name="Lähetä", exact=True).click()
    expect(phone.get_by_role("heading", level=1)).to_contain_text("Kiitos")
