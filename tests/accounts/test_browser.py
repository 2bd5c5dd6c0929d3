"""Signing up, in and out as people do it, in Chromium, under the site's own CSP."""

import os
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.contrib.auth import get_user_model
from django.core import mail
from playwright.sync_api import Browser, Page, expect, sync_playwright

from participation.core.sending import send_waiting

from .conftest import PASSWORD, app_code, mailed_code

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
# Refusals are what some of these tests are after.
EXPECTED = re.compile("status of 4\\d\\d")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    # Playwright's event loop runs in this thread; the ORM calls here are plain ones.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    debian = Path("/usr/bin/chromium")
    chromium = os.environ.get("CHROMIUM_PATH") or (str(debian) if debian.exists() else None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield browser
        browser.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.fixture
def window(browser, live_server) -> Iterator[Callable[..., Page]]:
    """Opens a fresh window; every script error or CSP violation in one fails the test."""
    faults: list[str] = []
    contexts = []

    def note(message) -> None:
        if message.type == "error" and not EXPECTED.search(message.text):
            faults.append(message.text)

    def open_window(**options) -> Page:
        options = {"locale": "fi", "viewport": {"width": 360, "height": 800}} | options
        context = browser.new_context(base_url=live_server.url, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", note)
        page.on("pageerror", lambda error: faults.append(str(error)))
        return page

    yield open_window
    for context in contexts:
        context.close()
    assert not faults


@pytest.fixture
def page(window) -> Page:
    return window()


def send(page: Page, name: str) -> None:
    page.locator("main").get_by_role("button", name=name, exact=True).click()


def fill(page: Page, label: str, value: str) -> None:
    page.get_by_label(label, exact=True).fill(value)


def fill_mailed_code(page: Page, label: str) -> None:
    expect(page.get_by_label(label, exact=True)).to_be_visible()
    fill(page, label, mailed_code())


def sign_in(page: Page, user, path: str = "/fi/accounts/login/") -> None:
    page.goto(path)
    fill(page, "Sähköpostiosoite", user.email)
    fill(page, "Salasana", PASSWORD)
    send(page, "Kirjaudu sisään")


def with_authenticator(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )


def check(page: Page) -> None:
    """Nothing to see beyond the edge, and nothing that axe objects to."""
    expect(page.locator("main h1")).to_have_count(1)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), page.url
    violations = Axe().run(page).response["violations"]
    assert not violations, (page.url, [(v["id"], v["nodes"][0]["html"]) for v in violations])


def test_signing_up_leads_back_to_the_act(page):
    page.goto("/fi/accounts/signup/?next=/fi/accounts/sessions/")
    check(page)
    fill(page, "Sähköpostiosoite", "uusi@example.org")
    fill(page, "Salasana", "lyhyt")
    send(page, "Jatka")
    expect(page.locator(".r-errors")).to_be_focused()
    check(page)
    fill(page, "Salasana", PASSWORD)
    send(page, "Jatka")
    expect(page.locator("main")).to_contain_text("uusi@example.org")
    check(page)
    fill_mailed_code(page, "Koodi")
    send(page, "Jatka")
    expect(page).to_have_url(re.compile("/fi/accounts/sessions/$"))


def test_a_child_asks_a_guardian_who_agrees(window):
    child = window()
    child.goto("/fi/accounts/signup/")
    fill(child, "Sähköpostiosoite", "lapsi@example.org")
    fill(child, "Salasana", PASSWORD)
    child.get_by_label("Olen alle 13-vuotias").check()
    send(child, "Jatka")
    fill_mailed_code(child, "Koodi")
    send(child, "Jatka")
    expect(child.locator("h1")).to_have_text("Kysy ensin huoltajalta")
    check(child)
    fill(child, "Huoltajasi sähköpostiosoite", "Lapsi@example.org")
    send(child, "Lähetä kirje huoltajalleni")
    expect(child.get_by_text("Tämä on oma osoitteesi.").first).to_be_visible()
    check(child)
    fill(child, "Huoltajasi sähköpostiosoite", "huoltaja@example.org")
    send(child, "Lähetä kirje huoltajalleni")
    expect(child.get_by_text("h…@e…")).to_be_visible()
    check(child)

    send_waiting()
    link = re.search(r"/fi/me/guardian/\S+", mail.outbox[-1].body)
    grown = window(color_scheme="dark", viewport={"width": 1280, "height": 900})
    grown.goto(link[0])
    check(grown)
    send(grown, "Annan luvan")
    expect(grown.get_by_text("Merkitse tämä, jos olet huoltaja").first).to_be_visible()
    check(grown)
    grown.get_by_label("Olen tämän lapsen huoltaja ja annan luvan").check()
    send(grown, "Annan luvan")
    expect(grown.get_by_text("Annoit luvan")).to_be_visible()
    check(grown)

    child.reload()
    expect(child.locator("h1")).to_have_text("Saat osallistua!")
    check(child)


def test_signing_in_with_a_code_needs_no_javascript(window, resident):
    page = window(java_script_enabled=False)
    page.goto("/sv/accounts/login/?next=/sv/accounts/email/")
    expect(page.get_by_role("button", name="Använd en lösennyckel")).to_be_hidden()
    page.get_by_role("link", name="Skicka mig en kod per e-post").click()
    fill(page, "E-postadress", "ASUKAS@example.org")
    page.keyboard.press("Enter")
    fill_mailed_code(page, "Kod")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/sv/accounts/email/$"))
    assert "på sidan som du lämnade öppen" in mail.outbox[-1].body


def test_a_passkey_is_added_and_signs_in_alone(page, resident):
    with_authenticator(page)
    sign_in(page, resident, "/fi/accounts/login/?next=/fi/accounts/2fa/webauthn/add/")
    fill(page, "Salasana", PASSWORD)
    send(page, "Jatka")
    page.get_by_role("textbox", name="Pääsyavaimen nimi").fill("oma puhelin")
    send(page, "Lisää pääsyavain")
    expect(page.locator("main h1")).to_have_text("Varakoodit")
    page.goto("/fi/accounts/2fa/webauthn/")
    expect(page.locator("main")).to_contain_text("oma puhelin")
    check(page)
    page.goto("/fi/accounts/logout/")
    send(page, "Kirjaudu ulos")
    page.goto("/fi/accounts/login/?next=/fi/accounts/sessions/")
    send(page, "Käytä pääsyavainta")
    expect(page).to_have_url(re.compile("/fi/accounts/sessions/$"))


def test_a_passkey_is_the_second_step_after_a_password(page, resident):
    with_authenticator(page)
    sign_in(page, resident, "/fi/accounts/login/?next=/fi/accounts/2fa/webauthn/add/")
    fill(page, "Salasana", PASSWORD)
    send(page, "Jatka")
    page.get_by_label("Kirjaudu pelkästään tällä, ilman salasanaa").uncheck()
    send(page, "Lisää pääsyavain")
    expect(page.locator("main h1")).to_have_text("Varakoodit")
    page.context.clear_cookies()
    sign_in(page, resident, "/fi/accounts/login/?next=/fi/accounts/sessions/")
    expect(page.locator("main h1")).to_have_text("Vielä yksi vaihe")
    check(page)
    send(page, "Käytä pääsyavainta")
    expect(page).to_have_url(re.compile("/fi/accounts/sessions/$"))


def test_a_device_without_the_passkey_gets_a_sentence_instead_of_silence(page, resident):
    with_authenticator(page)
    page.goto("/fi/accounts/login/")
    send(page, "Käytä pääsyavainta")
    expect(page.get_by_role("status").filter(has_text="Pääsyavain ei toiminut")).to_be_visible()


def test_staff_set_up_an_app_and_later_come_in_with_a_recovery_code(window, staff, strict):
    page = window(viewport={"width": 1280, "height": 800})
    sign_in(page, staff, "/fi/accounts/login/?next=/admin/")
    fill_mailed_code(page, "Koodi")
    send(page, "Jatka")
    expect(page.locator("main h1")).to_have_text("Yksi asia ennen hallintaa")
    check(page)
    page.get_by_role("link", name="Käytä todennussovellusta").click()
    fill(page, "Salasana", PASSWORD)
    send(page, "Jatka")
    check(page)
    secret = page.locator("main code").inner_text()
    fill(page, "Sovelluksen näyttämä koodi", app_code(secret))
    send(page, "Ota käyttöön")
    check(page)
    code = page.locator("main ol code").first.inner_text()
    page.get_by_role("link", name="Valmis").click()
    page.locator("main").get_by_role("link", name="Hallintaan").click()
    expect(page).to_have_url(re.compile("/admin/$"))
    other = window()
    sign_in(other, staff, "/fi/accounts/login/?next=/admin/")
    fill(other, "Koodi", code)
    send(other, "Kirjaudu sisään")
    expect(other).to_have_url(re.compile("/admin/$"))


PAGES = ["login/", "signup/", "login/code/", "password/reset/", "inactive/"]
MEMBERS_PAGES = ["", "email/", "password/change/", "2fa/", "2fa/webauthn/add/", "sessions/"]


@pytest.mark.parametrize(
    ("language", "scheme", "width"), [("fi", "light", 320), ("sv", "dark", 1280)]
)
def test_every_page_kind_passes_axe_and_fits(window, resident, language, scheme, width):
    page = window(color_scheme=scheme, viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"/{language}/accounts/{path}")
        check(page)
    sign_in(page, resident)
    page.wait_for_url(lambda url: "login" not in url)
    page.goto(f"/{language}/accounts/reauthenticate/")
    check(page)
    page.locator("#id_password").fill(PASSWORD)
    page.locator("main form button").first.click()
    page.wait_for_url(lambda url: "reauthenticate" not in url)
    for path in MEMBERS_PAGES:
        page.goto(f"/{language}/accounts/{path}")
        check(page)


def test_going_back_after_signing_out_shows_nothing_personal(page, resident):
    sign_in(page, resident, "/fi/accounts/login/?next=/fi/accounts/")
    expect(page.locator("main")).to_contain_text(resident.email)
    send(page, "Kirjaudu ulos")
    page.wait_for_url(lambda url: "/accounts/" not in url)
    page.go_back()
    expect(page.locator("body")).not_to_contain_text(resident.email)


def test_a_form_left_open_in_another_tab_gets_its_text_back(page, resident):
    old = page.context.new_page()
    old.goto("/fi/accounts/signup/")
    sign_in(page, resident, "/fi/accounts/login/?next=/fi/accounts/")
    expect(page.locator("main")).to_contain_text(resident.email)
    fill(old, "Sähköpostiosoite", "toinen@example.org")
    fill(old, "Salasana", PASSWORD)
    send(old, "Jatka")
    expect(old.locator("main textarea")).to_have_value("toinen@example.org")
    assert PASSWORD not in old.content()
    check(old)
    old.locator("main form button").click()
    expect(old).not_to_have_url(re.compile("signup"))


def test_another_sites_form_is_refused_without_being_offered_again(page, live_server):
    page.goto("about:blank")
    page.set_content(
        f'<form method="post" action="{live_server.url}/fi/accounts/signup/">'
        '<input name="email" value="uhri@example.org"><button>x</button></form>'
    )
    page.get_by_role("button").click()
    expect(page.locator("main h1")).to_have_count(1)
    expect(page.locator("main form")).to_have_count(0)
    assert "uhri@example.org" not in page.content()
    assert not get_user_model().objects.filter(email="uhri@example.org").exists()
