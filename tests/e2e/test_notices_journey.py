"""The bell in a real browser: it counts up while somebody else publishes an answer."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll
from .test_ideas_journeys import OTHER, STAFF, send


def unread(page: Page) -> int:
    words = page.locator(".r-bell__count").inner_text()
    found = re.search(r"\d+", words)
    return int(found.group()) if found else 0


def test_the_bell_counts_up_while_an_answer_is_published(window: Callable[..., Page]) -> None:
    author, officer = window(width=360, height=740), window(process=1)
    login(author, OTHER)
    send(author, "Kello nuorisotalolle")
    author.goto("/fi/")
    author.locator("summary", has_text="Valikko").click()
    bell = author.get_by_role("link", name=re.compile("^Ilmoitukset"))
    expect(bell).to_be_visible()
    author.wait_for_function("document.querySelector('.r-bell').dataset.liveState === 'live'")
    before = unread(author)

    login(officer, STAFF, after="/admin/ideas/")
    officer.get_by_role("link", name="Kello nuorisotalolle").first.click()
    officer.locator("[name=answer-outcome]").select_option("accepted")
    officer.locator("[name=answer-text_fi]").fill("Kello tulee seinälle.")
    officer.locator("[name=answer-role_fi]").fill("Nuorisotyönjohtaja")
    officer.locator("[data-act='ideas.answer'] button[value=answer]").click()
    expect(officer.locator("body")).to_contain_text("Vastaus on julkaistu")

    expect(author.locator(".r-bell__count")).to_contain_text(
        re.compile(rf"^{before + 1}"), timeout=10_000
    )
    bell.click()
    expect(author.get_by_text("Kaupunki vastasi ideaasi").first).to_be_visible()
    expect(author.get_by_text("Kello tulee seinälle.").first).to_be_visible()
    axe(author)
    no_sideways_scroll(author)
    author.get_by_role("button", name="Merkitse kaikki luetuiksi").click()
    expect(author.get_by_text("Merkitty luetuksi.")).to_be_visible()
    author.get_by_role("link", name="Asetukset").click()
    axe(author)
    no_sideways_scroll(author)
