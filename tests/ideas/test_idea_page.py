"""An idea's page: one address, everything that happened, nothing that is hidden."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from participation.core.when import moment_text
from participation.ideas.actions import (
    answer_idea,
    assign_idea,
    edit_idea,
    hide_idea,
    move_idea,
    restore_idea,
    support_idea,
    withdraw_idea,
)
from participation.ideas.models import State

SECRET = "Rannalla ei ole paikkaa istua."


def text(response) -> str:
    return response.content.decode()


def address(idea) -> str:
    return f"/fi/ideat/{idea.path_name}/"


def test_the_page_tells_the_idea(town, client):
    idea = town.idea(title="Penkki rantaan", theme=town.themes["puistot"])
    page = text(client.get(address(idea)))
    assert '<h1 lang="fi">Penkki rantaan</h1>' in page
    assert SECRET in page
    assert "<bdi>Aino</bdi>" in page
    assert "Puistot" in page


@pytest.mark.parametrize("spelling", ["{id}", "{id}-", "{id}-jotain-muuta", "{id}-PENKKI"])
def test_other_spellings_lead_to_the_one_address(town, client, spelling):
    idea = town.idea(title="Penkki rantaan")
    page = client.get(f"/fi/ideat/{spelling.format(id=idea.public_id)}/")
    assert (page.status_code, page["Location"]) == (302, address(idea))


def test_a_title_without_latin_letters_has_an_address_too(town, client):
    idea = town.idea(title="مقعد على الشاطئ")
    assert client.get(f"/fi/ideat/{idea.public_id}/").status_code == 200


@pytest.mark.parametrize(
    "name", ["23456789bcdf", "1", "-1", "0", "23456789BCDF", "2345678", "a" * 300, "1.0"]
)
def test_unknown_ids_are_not_found(town, client, name):
    assert client.get(f"/fi/ideat/{name}/").status_code == 404


def test_another_boards_idea_is_not_found_here(town, client):
    other = town.new_board("Toinen taulu")
    idea = town.idea(component=other.component)
    for below in (idea.path_name, f"{idea.public_id}/mine", f"{idea.public_id}/mine/part"):
        assert client.get(f"/fi/ideat/{below}/").status_code == 404
    client.force_login(town.resident("Eino").user)
    for below in ("support", "withdraw-support", "edit", "withdraw"):
        assert client.post(f"/fi/ideat/{idea.public_id}/{below}/").status_code == 404


def test_steps_and_the_answer_are_shown_with_dates_and_roles(town, client, staff):
    idea = town.idea()
    officer = staff["communications"]
    assign_idea(actor=officer, idea=idea, service_area=None, owner=None, due_on=date(2026, 12, 15))
    assert "15.12.2026" in text(client.get(address(idea)))
    move_idea(actor=officer, idea=idea, state=State.CONSIDERING, note={"fi": "Kysytään."})
    answer_idea(
        actor=officer,
        idea=idea,
        outcome=State.PASSED_ON,
        passed_on_to="Elinvoimakeskus",
        text={"sv": "Vi **skickade** den vidare."},
        role={"fi": "Puistopuutarhuri"},
    )
    page = text(client.get(address(idea)))
    assert "Kysytään." in page
    assert "Elinvoimakeskus" in page
    assert "Puistopuutarhuri" in page
    assert '<div lang="sv">' in page
    assert "<strong>skickade</strong>" in page
    assert "Viivi" not in page


def test_an_edited_idea_says_so(town, client):
    idea = town.idea()
    edit_idea(actor=town.resident(), idea=idea, title="Kaksi", text="Toinen", theme=None, area=None)
    idea.refresh_from_db()
    with override("fi"):
        assert moment_text(idea.edited_at) in text(client.get(address(idea)))


def test_the_page_is_one_for_everyone(town, client):
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    anonymous = client.get(address(idea))
    client.force_login(eino.user)
    signed_in = client.get(address(idea))

    def without_tokens(response) -> str:
        return re.sub(r'data-live="[^"]+"', "", text(response))

    assert without_tokens(anonymous) == without_tokens(signed_in)
    for page in (anonymous, signed_in):
        assert page["Cache-Control"] == "public, max-age=0, s-maxage=2"
        assert "Cookie" not in page.get("Vary", "")
        assert not page.cookies
        assert "csrfmiddlewaretoken" not in text(page)


def test_no_page_names_the_supporters(town, client):
    idea = town.idea()
    people = [town.resident(name) for name in ("Eino", "Helmi")]
    for person in people:
        support_idea(actor=person, idea=idea)
    client.force_login(town.resident("Kalle").user)
    for below in ("", f"{idea.path_name}/", "mine/", f"mine/parts/?ids={idea.public_id}",
                  f"{idea.public_id}/mine/", f"{idea.public_id}/mine/part/"):  # fmt: skip
        page = text(client.get(f"/fi/ideat/{below}"))
        for each in people:
            for mark in (each.person.display_name, each.person.public_id, each.user.email):
                assert mark not in page, below


def test_the_page_asks_the_database_little_and_never_more(town, client, staff):
    idea = town.idea(theme=town.themes["puistot"], area=town.areas["keskusta"])

    def queries() -> int:
        client.get(address(idea))
        with CaptureQueriesContext(connection) as captured:
            assert client.get(address(idea)).status_code == 200
        return len(captured)

    before = queries()
    for number in range(5):
        move_idea(
            actor=staff["communications"],
            idea=idea,
            state=State.CONSIDERING,
            note={"fi": f"Vaihe {number}"},
        )
    assert queries() == before <= 12


@pytest.mark.parametrize("how", ["hidden", "withdrawn"])
def test_what_is_gone_is_gone_from_every_way_out(town, client, staff, how):
    idea = town.idea(title="Salainen otsikko")
    if how == "hidden":
        hide_idea(actor=staff["moderator"], idea=idea, reason="personal", note="Sisäinen huomio")
    else:
        withdraw_idea(actor=town.resident(), idea=idea)
    client.force_login(town.resident("Eino").user)
    for below in ("", "?sort=supported", f"{idea.path_name}/", f"{idea.public_id}/", "mine/",
                  f"mine/parts/?ids={idea.public_id}", f"{idea.public_id}/mine/",
                  f"{idea.public_id}/mine/part/", f"{idea.public_id}/sent/"):  # fmt: skip
        page = text(client.get(f"/fi/ideat/{below}"))
        for secret in ("Salainen otsikko", SECRET, "Sisäinen huomio", "Aino"):
            assert secret not in page, below
    assert client.get(f"/o/{idea.public_id}/", follow=True).status_code == 404
    page = client.get(f"/fi/ideat/{idea.path_name}/")
    assert page.status_code == 410
    assert "noindex" in text(page)


def test_a_hidden_idea_says_why(town, client, staff):
    idea = town.idea()
    hide_idea(actor=staff["moderator"], idea=idea, reason="advertising")
    with override("fi"):
        assert str(idea.__class__.objects.get().get_hidden_reason_display()) in text(
            client.get(address(idea))
        )
    restore_idea(actor=staff["moderator"], idea=idea, reason="Väärinkäsitys")
    assert client.get(address(idea)).status_code == 200


def test_the_permanent_address_leads_to_the_page(town, client):
    idea = town.idea()
    assert client.get(f"/o/{idea.public_id}/")["Location"].endswith(f"/{idea.path_name}/")


def test_a_picture_is_shown_while_its_idea_is(town, client, staff):
    idea = town.idea(photo=(b"webp", 4, 3), photo_alt="Ranta")
    file = f"/files/{idea.photo.public_id}/"
    assert f'src="{file}" alt="Ranta"' in text(client.get(address(idea)))
    answer = client.get(file)
    assert (answer.status_code, b"".join(answer)) == (200, b"webp")
    hide_idea(actor=staff["moderator"], idea=idea, reason="personal")
    assert client.get(file, follow=True).status_code == 404


def test_head_answers_like_get_without_a_body(town, client):
    idea = town.idea()
    assert client.head(address(idea)).status_code == 200
    assert client.post(address(idea)).status_code == 405
