"""What several journeys do alike."""

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from demo.cast import PASSWORD

#: WCAG 2.2 AA and axe's own best practices: the product promises 0 of both.
AXE_OPTIONS: dict[str, Any] = {"resultTypes": ["violations"]}


def login(page: Page, email: str, password: str = PASSWORD, after: str = "/fi/") -> None:
    """Sign in by the form, as a person would, and land on `after`."""
    page.goto(f"/accounts/login/?next={after}")
    page.locator("input[name=login]").fill(email)
    page.locator("input[name=password]").fill(password)
    with page.expect_navigation():
        page.locator("form:has(input[name=password]) button[type=submit]").first.click()
    expect(page).not_to_have_url("**/accounts/login/**")


def axe(page: Page, context: Any = None) -> None:
    """No accessibility violation on the page as it stands."""
    results = Axe().run(page, context=context, options=AXE_OPTIONS)
    found = [
        f"{v['impact']}: {v['id']} – {v['help']}: "
        + "; ".join(node["html"][:160] for node in v["nodes"][:4])
        for v in results.response["violations"]
    ]
    assert not found, f"{page.url}\n" + "\n".join(found)


def no_sideways_scroll(page: Page) -> None:
    """Nothing is wider than the window (WCAG 1.4.10, reflow)."""
    wider = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert wider <= 0, f"{page.url} is {wider} px wider than the window."


def zoomed(window, percent: int = 400, **options: Any) -> Page:
    """A window as at browser zoom: 1280 CSS pixels divided by the zoom."""
    return window(1280 * 100 // percent, 1024 * 100 // percent, **options)


def focused(page: Page) -> str:
    """The accessible text of what the keyboard is on."""
    return page.evaluate(
        "() => { const e = document.activeElement;"
        " return (e.getAttribute('aria-label') || e.innerText || e.name || '').trim(); }"
    )


def tab_to(page: Page, text: str, limit: int = 80) -> None:
    """Press Tab until the focus is on something that says `text`."""
    for _step in range(limit):
        page.keyboard.press("Tab")
        if text in focused(page):
            return
    raise AssertionError(f"The keyboard does not reach “{text}” on {page.url}.")


def add_passkey_device(page: Page) -> None:
    """A virtual authenticator that says yes at once, as a phone with a fingerprint would."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("WebAuthn.enable")
    cdp.send(
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
