"""An idea's way in a real browser: a resident sends, others support, the city answers.

Each journey makes what it needs; the demo's people and boards are there already.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from .pages import axe, focused, login, no_sideways_scroll, tab_to, zoomed

BOARD = "/fi/puistot-ja-harrastukset/"
RESIDENT, OTHER, STAFF = "asukas@example.org", "nuori@example.org", "viestinta@example.org"


def fill(page: Page, title: str) -> None:
    page.get_by_label("Otsikko").fill(title)
    page.get_by_label("Ideasi", exact=True).fill(
        "Rannalla ei ole paikkaa istua.\n\n- penkki\n- roskis"
    )


def send(page: Page, title: str) -> str:
    """Send an idea as somebody signed in; returns its address."""
    page.goto(f"{BOARD}new/")
    fill(page, title)
    page.get_by_role("button", name="Lähetä", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kiitos")
    return page.get_by_role("link", name="Katso ideasi").get_attribute("href") or ""


def count(page: Page) -> Locator:
    return page.locator("main [id$=-count] .r-votes__number").first


def support_button(page: Page) -> Locator:
    return page.locator("main [id$=-mine] button").first


def test_from_a_residents_idea_to_the_citys_answer(window: Callable[..., Page]) -> None:
    author, watcher, supporter, officer = (window(process=n % 2) for n in range(4))
    login(author, RESIDENT)
    address = send(author, "Penkki matkalle")
    watcher.goto(address)
    expect(count(watcher)).to_have_text("0")
    author.goto(address)

    login(supporter, OTHER, after=address)
    support_button(supporter).click()
    expect(support_button(supporter)).to_have_attribute("aria-pressed", "true")
    expect(count(supporter)).to_have_text("1")
    expect(count(watcher)).to_have_text("1")
    expect(count(author)).to_have_text("1")

    login(officer, STAFF, after="/admin/ideas/")
    officer.get_by_role("link", name="Penkki matkalle").first.click()
    officer.locator("[name=answer-outcome]").select_option("accepted")
    officer.locator("[name=answer-text_fi]").fill("Penkki tulee **keväällä**.")
    officer.locator("[name=answer-role_fi]").fill("Puistopuutarhuri")
    officer.locator("[data-act='ideas.answer'] button[value=answer]").click()
    expect(officer.locator("body")).to_contain_text("Vastaus on julkaistu")

    for page in (author, watcher):
        expect(page.get_by_role("region", name="Kaupungin vastaus")).to_contain_text("keväällä")
        expect(page.get_by_role("region", name="Kaupungin vastaus")).to_contain_text(
            "Puistopuutarhuri"
        )
        expect(page.locator("main [id$=-state]")).to_have_text("Toteutetaan")
    support_button(supporter).click()
    expect(count(watcher)).to_have_text("0")


def test_the_board_tells_of_new_ideas_without_moving_what_is_read(
    window: Callable[..., Page],
) -> None:
    reader, writer = window(), window(process=1)
    reader.goto(BOARD)
    first = reader.locator(".r-card__link").first.inner_text()
    login(writer, RESIDENT)
    send(writer, "Uusi taululle")
    offer = reader.get_by_role("link", name="1 uusi idea")
    expect(offer).to_be_visible()
    assert reader.locator(".r-card__link").first.inner_text() == first
    offer.click()
    expect(reader.locator(".r-card__link").first).to_have_text("Uusi taululle")


def test_one_request_makes_the_whole_board_mine(page: Page) -> None:
    login(page, OTHER)
    asked = []
    page.on("request", lambda r: asked.append(r.url) if "/mine/" in r.url else None)
    page.goto(BOARD)
    expect(page.locator("main [id$=-mine] button[aria-pressed]").first).to_be_visible()
    assert len(asked) == 1
    card_id = page.locator(".r-card:has(button[aria-pressed=false])").first.get_attribute("id")
    card = page.locator(f"#{card_id}")
    before = int(card.locator(".r-votes__number").inner_text())
    button = card.locator("button[aria-pressed]")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(card.locator(".r-votes__number")).to_have_text(str(before + 1))
    assert button.evaluate("e => e === document.activeElement")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "false")


def test_a_hidden_idea_leaves_the_open_page(window: Callable[..., Page]) -> None:
    author, reader, officer = window(), window(process=1), window()
    login(author, RESIDENT)
    address = send(author, "Piiloon menevä")
    reader.goto(address)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Piiloon menevä")
    login(officer, STAFF, after="/admin/ideas/")
    officer.get_by_role("link", name="Piiloon menevä").first.click()
    officer.locator("[name=hide-reason]").select_option("advertising")
    officer.locator("[data-act='ideas.hide'] button[type=submit]").click()
    expect(reader.get_by_role("heading", level=1)).to_have_text("Tämä idea on piilotettu")
    expect(reader.locator("main")).not_to_contain_text("Piiloon menevä")


def test_the_whole_way_without_javascript(window: Callable[..., Page]) -> None:
    author = window(java_script_enabled=False)
    author.goto(BOARD)
    author.locator("main").get_by_role("link", name="Lähetä idea").first.click()
    fill(author, "Penkki ilman skriptiä")
    name = author.get_by_label("Nimi, joka näkyy")
    name.fill("Ilona")
    author.get_by_role("button", name="Kirjaudu sisään ja lähetä").click()
    author.locator("input[name=login]").fill(RESIDENT)
    author.locator("input[name=password]").fill("osallistu-2026")
    author.locator("form:has(input[name=password]) button[type=submit]").first.click()
    expect(author.get_by_label("Otsikko")).to_have_value("Penkki ilman skriptiä")
    expect(author.get_by_label("Ideasi", exact=True)).to_have_value(re.compile("paikkaa istua"))
    author.get_by_role("button", name="Lähetä", exact=True).click()
    expect(author.get_by_role("heading", level=1)).to_contain_text("Kiitos")
    address = author.get_by_role("link", name="Katso ideasi").get_attribute("href") or ""

    other = window(java_script_enabled=False, process=1)
    other.goto(address)
    other.locator("main").get_by_role("link", name=re.compile("^Kannata")).click()
    other.locator("main").get_by_role("link", name="Kirjaudu sisään").click()
    other.locator("input[name=login]").fill(OTHER)
    other.locator("input[name=password]").fill("osallistu-2026")
    other.locator("form:has(input[name=password]) button[type=submit]").first.click()
    expect(count(other)).to_have_text("0")
    other.get_by_role("button", name=re.compile("^Kannata")).click()
    expect(count(other)).to_have_text("1")
    author.goto(address)
    expect(count(author)).to_have_text("1")
    other.get_by_role("button", name=re.compile("^Kannatat")).click()
    expect(count(other)).to_have_text("0")


def test_filters_and_pages_work_without_javascript(no_js: Page) -> None:
    no_js.goto(BOARD)
    no_js.get_by_role("link", name="Seuraava").click()
    expect(no_js).to_have_url(re.compile(r"after="))
    no_js.get_by_role("link", name="Kannatetuimmat").click()
    expect(no_js).to_have_url(re.compile(r"sort=supported"))
    no_js.get_by_label("Tila").select_option("accepted")
    no_js.get_by_role("button", name="Näytä").click()
    expect(no_js).to_have_url(re.compile(r"sort=supported.*state=accepted"))
    assert no_js.locator(".r-card__link").count() > 0


def test_an_idea_is_sent_and_supported_by_keyboard_alone(window: Callable[..., Page]) -> None:
    author = window()
    login(author, RESIDENT)
    author.goto(BOARD)
    tab_to(author, "Lähetä idea")
    author.keyboard.press("Enter")
    expect(author.get_by_label("Otsikko")).to_be_visible()
    tab_to(author, "title")
    author.keyboard.type("Penkki näppäimistöllä")
    author.keyboard.press("Tab")
    author.keyboard.type("Rannalla ei ole paikkaa istua.")
    tab_to(author, "Lähetä")
    author.keyboard.press("Enter")
    expect(author.get_by_role("heading", level=1)).to_contain_text("Kiitos")
    address = author.get_by_role("link", name="Katso ideasi").get_attribute("href") or ""

    other = window()
    login(other, OTHER, after=address)
    expect(support_button(other)).to_be_visible()
    tab_to(other, "Kannata")
    other.keyboard.press("Enter")
    expect(support_button(other)).to_have_attribute("aria-pressed", "true")
    assert "Kannatat" in focused(other)
    other.keyboard.press("Space")
    expect(support_button(other)).to_have_attribute("aria-pressed", "false")


def test_errors_take_the_focus_and_lead_to_their_fields(page: Page) -> None:
    login(page, RESIDENT)
    page.goto(f"{BOARD}new/")
    page.get_by_label("Ideasi", exact=True).fill("Vain teksti.")
    page.get_by_role("button", name="Lähetä", exact=True).click()
    expect(page.locator(".r-errors")).to_be_focused()
    page.locator(".r-errors a").first.click()
    expect(page.get_by_label("Otsikko")).to_be_focused()
    expect(page.get_by_label("Ideasi", exact=True)).to_have_value("Vain teksti.")
    axe(page)


def test_what_was_typed_survives_a_closed_tab(window: Callable[..., Page]) -> None:
    page = window()
    login(page, RESIDENT)
    page.goto(f"{BOARD}new/")
    fill(page, "Kesken jäänyt")
    page.goto(BOARD)
    page.goto(f"{BOARD}new/")
    expect(page.get_by_label("Otsikko")).to_have_value("Kesken jäänyt")
    page.get_by_role("button", name="Lähetä", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kiitos")
    page.goto(f"{BOARD}new/")
    expect(page.get_by_label("Otsikko")).to_have_value("")


def test_a_place_is_chosen_with_the_arrow_keys_and_kept_through_the_preview(page: Page) -> None:
    login(page, RESIDENT)
    page.goto(f"{BOARD}new/")
    fill(page, "Penkki kartalle")
    page.locator("[data-point-stage]").focus()
    for key in ("ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
    expect(page.locator("[data-point-words]")).to_contain_text("Keskusta")
    expect(page.get_by_label("Alue")).to_have_value("keskusta")
    place = page.locator("#id_point").input_value()
    page.get_by_role("button", name="Esikatselu").click()
    page.get_by_role("button", name="Muokkaa").click()
    assert page.locator("#id_point").input_value() == place
    page.get_by_role("button", name="Lähetä", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kiitos")


def addresses(page: Page) -> list[str]:
    """Every kind of page of a board: list, idea, forms, what is mine."""
    idea = page.locator(".r-card__link").first.get_attribute("href") or ""
    public_id = idea.removeprefix(BOARD).split("-")[0].rstrip("/")
    below = ["", "?sort=supported&state=done", "?view=map", "new/", "mine/"]
    below += [f"{public_id}/mine/", f"{public_id}/versions/"]
    return [idea, *(f"{BOARD}{each}" for each in below)]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(window: Callable[..., Page], scheme: str) -> None:
    page = window(color_scheme=scheme)
    page.goto(BOARD)
    found = addresses(page)
    for address in found:
        page.goto(address)
        axe(page)
    login(page, RESIDENT)
    for address in found:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        axe(page)
    page.goto(f"{BOARD}new/")
    fill(page, f"Esteetön katselu {scheme}")
    page.get_by_role("button", name="Esikatselu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Esikatselu")
    axe(page)
    sent = send(page, f"Esteetön {scheme}")
    axe(page)
    public_id = sent.removeprefix(BOARD).split("-")[0]
    for below in ("edit", "withdraw", "mine"):
        page.goto(f"{BOARD}{public_id}/{below}/")
        axe(page)


def test_the_desk_has_no_barrier_of_ours(page: Page) -> None:
    login(page, STAFF, after="/admin/ideas/")
    axe(page, "#main .listing, #main form")
    page.locator("#main tbody a[href^='/admin/ideas/']").first.click()
    expect(page.locator("#main form[data-act='ideas.assign']")).to_be_visible()
    axe(page, "#main form")


@pytest.mark.parametrize("how", ["360 px", "400 %"])
def test_the_whole_way_fits_a_narrow_window(window: Callable[..., Page], how: str) -> None:
    page = window(360, 740, is_mobile=True, has_touch=True) if how == "360 px" else zoomed(window)
    login(page, OTHER)
    page.goto(BOARD)
    no_sideways_scroll(page)
    for address in addresses(page):
        page.goto(address)
        no_sideways_scroll(page)
    page.goto(BOARD)
    page.locator("main").get_by_role("link", name="Lähetä idea").first.click()
    fill(page, f"Kapea {how}")
    page.get_by_role("button", name="Lähetä", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Kiitos")
    no_sideways_scroll(page)
