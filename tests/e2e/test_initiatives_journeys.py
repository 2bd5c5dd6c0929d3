"""A formal initiative's way in a real browser; every kind of its pages without a barrier."""

from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll, tab_to

BASE = "/fi/kuntalaisaloitteet/"
RESIDENT, OTHER, STAFF = "asukas@example.org", "nuori@example.org", "viestinta@example.org"


def check(page: Page) -> None:
    axe(page)
    no_sideways_scroll(page)


def write(page: Page, title: str) -> None:
    page.get_by_label("Otsikko").fill(title)
    page.get_by_label("Aloitteesi", exact=True).fill("Talvella on pimeää.")
    page.get_by_label("Asun tässä kunnassa").check()


def test_from_a_draft_to_signatures_delivery_and_the_registry(
    window: Callable[..., Page],
) -> None:
    maker, signer = window(360, 740, is_mobile=True, has_touch=True), window(process=1)
    maker.goto(BASE)
    check(maker)
    maker.goto(f"{BASE}new/")
    write(maker, "Valot matkalle")
    maker.get_by_label("Nimi, joka näkyy").fill("Aino K.")
    check(maker)
    maker.get_by_role("button", name="Kirjaudu sisään ja jatka").click()
    login(maker, RESIDENT, after=f"{BASE}new/")
    expect(maker.get_by_label("Otsikko")).to_have_value("Valot matkalle")
    maker.get_by_label("Koko nimesi").fill("Aino Esimerkki")
    maker.get_by_label("Sähköposti").fill("asukas@example.org")
    check(maker)
    maker.get_by_role("button", name="Tallenna ja tarkista").click()
    expect(maker.get_by_text("Vain sinä näet tämän luonnoksen")).to_be_visible()
    check(maker)
    maker.get_by_role("button", name="Julkaise ja kerää allekirjoituksia").click()
    maker.get_by_role("link", name="Takaisin aloitteeseen").click()
    expect(maker.locator("main progress")).to_have_js_property("value", 1)
    address = urlsplit(maker.url).path

    login(signer, OTHER, after=address)
    tab_to(signer, "Allekirjoita aloite")
    signer.keyboard.press("Enter")
    signer.get_by_label("Koko nimesi").fill("Eeli Esimerkki")
    signer.get_by_label("Kotikuntani on Kuparila").check()
    check(signer)
    signer.get_by_role("button", name="Allekirjoita", exact=True).click()
    expect(signer.get_by_text("Olet allekirjoittanut tämän aloitteen")).to_be_visible()
    check(signer)
    expect(maker.locator("main progress")).to_have_js_property("value", 2)
    check(maker)

    maker.locator("main").get_by_role("link", name="Jätä kirjaamoon").click()
    check(maker)
    maker.get_by_role("button", name="Jätä", exact=True).click()
    expect(maker.get_by_text("Aloitteesi on kirjaamossa")).to_be_visible()

    officer = window(color_scheme="dark")
    login(officer, STAFF, after="/admin/initiatives/")
    officer.get_by_role("link", name="Valot matkalle").first.click()
    expect(officer.get_by_role("button", name="Lataa")).to_be_visible()
    axe(officer, "main form")
    officer.get_by_label("Mihin tiedostoa tarvitaan?").fill("Asian käsittely")
    with officer.expect_download() as download:
        officer.get_by_role("button", name="Lataa").click()
    assert download.value.suggested_filename.endswith(".zip")
    officer.goto(BASE)
    officer.get_by_role("link", name="Katos Lehtosalon").click()
    expect(officer.get_by_role("region", name="Vastattu")).to_contain_text("talkoilla")
    check(officer)
