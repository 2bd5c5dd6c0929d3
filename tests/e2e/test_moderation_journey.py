"""Report, decide, ask again, restore: four people in four windows, none of whom sees the others."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll
from .test_ideas_journeys import OTHER, STAFF, send

ADMIN = "admin@example.org"
WORDS = "Tässä kerätään asiakkaita omaan yritykseen."
TITLE = "Kokoontumispaikka tarhurille"


def radio(page: Page, label: str) -> None:
    page.get_by_label(label, exact=True).check()


def decide(page: Page, name: str, value: str) -> None:
    page.locator(f"[name={name}][value={value}]").check()


def test_from_a_report_to_a_new_decision(window: Callable[..., Page]) -> None:
    author, visitor, moderator, other = (window(process=n % 2) for n in range(4))
    login(author, OTHER)
    address = send(author, TITLE)

    # A visitor without an account: the link, a choice, a press.
    visitor.goto(address)
    visitor.get_by_role("link", name="Ilmoita asiattomasta").click()
    axe(visitor)
    no_sideways_scroll(visitor)
    radio(visitor, "Se on mainos tai roskaa")
    expect(visitor.locator("[data-proof-says]")).to_have_text("Tarkistettu.")
    # As slowly as a person: a form filled in within three seconds is not taken.
    visitor.get_by_label("Omin sanoin").press_sequentially(WORDS, delay=80)
    visitor.get_by_role("button", name="Lähetä", exact=True).click()
    expect(visitor.get_by_role("heading", level=1)).to_have_text("Kiitos, että kerroit")
    axe(visitor)
    no_sideways_scroll(visitor)
    kept = visitor.url

    login(moderator, STAFF, after="/admin/moderation/")
    expect(moderator.locator(".raati-moderation")).to_be_visible()
    axe(moderator, ".raati-moderation")
    moderator.get_by_role("link", name=TITLE).click()
    expect(moderator.locator("[name=decide-words]")).to_be_visible()
    axe(moderator, ".raati-moderation")
    decide(moderator, "decide-what", "hide")
    moderator.locator("[name=decide-reason]").select_option("advertising")
    moderator.locator("[name=decide-words]").fill("Tämä vaikuttaa mainokselta.")
    moderator.get_by_role("button", name="Tallenna päätös").click()
    expect(moderator.locator(".raati-moderation")).to_contain_text("Se on nyt piilotettu.")
    case = urlsplit(moderator.url).path
    visitor.goto(address)
    expect(visitor.locator("main")).not_to_contain_text(TITLE)
    visitor.goto(kept)
    expect(visitor.locator("main")).to_contain_text("Sitä ei enää näytetä.")
    expect(visitor.locator("main")).not_to_contain_text(TITLE)
    axe(visitor)
    visitor.goto("/fi/moderation/figures/")
    axe(visitor)
    no_sideways_scroll(visitor)

    author.goto(re.sub(r"([a-z0-9]{12})[^/]*/$", r"\1/mine/", address))
    author.get_by_role("link", name="Piilota").click()
    expect(author.locator("main")).to_contain_text("Tämä vaikuttaa mainokselta.")
    axe(author, "main")
    author.get_by_label("Miksi pitäisi päättää toisin?").fill("En myy mitään.")
    author.get_by_role("button", name="Pyydä uutta arviota").click()
    expect(author.locator("main")).to_contain_text("Pyysit uutta arviota")

    login(other, ADMIN, after=case)
    decide(other, "again-outcome", "changed")
    other.locator("[name=again-answer]").fill("Olet oikeassa, palautimme ideasi.")
    other.get_by_role("button", name="Tallenna uusi päätös").click()
    expect(other.locator(".messages")).to_be_visible()
    author.reload()
    expect(author.locator("main")).to_contain_text("palautimme ideasi")
    visitor.goto(address)
    expect(visitor.get_by_role("heading", level=1)).to_have_text(TITLE)
