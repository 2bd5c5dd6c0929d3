"""A young resident asks for a letter; the desk prints it; the code shows who she is."""

from playwright.sync_api import Page, expect

from .pages import axe, login, no_sideways_scroll

VERIFY = "/fi/me/verify/"


def test_a_letter_is_asked_printed_and_its_code_used(phone: Page, page: Page) -> None:
    login(phone, "ohjaaja@example.org", after=f"{VERIFY}?next=/fi/")
    expect(phone.get_by_role("heading", level=1)).to_have_text("Miten varmasti tunnemme sinut")
    axe(phone)
    no_sideways_scroll(phone)
    phone.get_by_role("link", name="Pyydä kirje").click()
    phone.get_by_role("button", name="Lähettäkää kirje").click()
    axe(phone)
    no_sideways_scroll(phone)
    for label, text in {
        "Nimesi": "Olli Ohjaaja",
        "Katuosoite": "Koulutie 2",
        "Postinumero": "83999",
        "Postitoimipaikka": "Kuparila",
    }.items():
        phone.get_by_label(label).fill(text)
    phone.get_by_role("button", name="Lähettäkää kirje").click()
    expect(phone.get_by_text("Olet pyytänyt kirjeen.")).to_be_visible()

    login(page, "palvelupiste@example.org", after="/admin/people/letters/")
    axe(page, ".raati-people")
    page.locator("tr", has_text="odottaa tulostusta").last.locator("a").click()
    expect(page.get_by_text("Koulutie 2")).to_be_visible()
    axe(page, ".raati-people")
    page.locator("form[data-act='people.print_letter'] button").click()
    axe(page)
    code = page.locator(".code").inner_text()

    phone.reload()
    phone.get_by_label("Kirjeessä oleva koodi").fill(code)
    axe(phone)
    phone.get_by_role("button", name="Lähetä koodi").click()
    expect(phone.get_by_text("Henkilöllisyytesi on tarkistettu").first).to_be_visible()
    axe(phone)
    phone.get_by_role("link", name="Jatka siitä, mihin jäit").click()
    expect(phone).to_have_url("/fi/")
