"""The forms: nothing typed is lost, nothing forged is heard, anything may be typed."""

import io
import re

import pytest
from django.test import Client
from PIL import Image

from participation.core import clock
from participation.ideas.actions import support_idea
from participation.ideas.models import Idea
from tests.ideas.conftest import make_person

NEW = "/fi/ideat/new/"
TYPED = {"title": "Penkki rantaan", "text": "Rannalla ei ole\npaikkaa istua.", "language": "fi"}


def text(response) -> str:
    return response.content.decode()


def hidden(response) -> dict[str, str]:
    found = re.findall(
        r'<input type="hidden" name="(key|owner)"(?: value="([^"]*)")?', text(response)
    )
    return dict(found)


@pytest.fixture
def aino(town, client):
    actor = town.resident()
    client.force_login(actor.user)
    return actor


def send(client, **fields):
    return client.post(NEW, {**hidden(client.get(NEW)), **TYPED, **fields})


def test_a_member_sends_and_is_thanked(town, aino, client):
    answer = send(client, theme="puistot", area="keskusta")
    idea = Idea.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, f"/fi/ideat/{idea.public_id}/sent/")
    assert (idea.theme, idea.area, idea.language) == (
        town.themes["puistot"],
        town.areas["keskusta"],
        "fi",
    )
    page = text(client.get(answer["Location"]))
    assert f"/fi/ideat/{idea.path_name}/" in page
    assert "data-draft-sent" in page


def test_sending_twice_leads_to_the_same_page(town, aino, client):
    fields = {**hidden(client.get(NEW)), **TYPED}
    answers = [client.post(NEW, fields) for _twice in range(2)]
    assert answers[0]["Location"] == answers[1]["Location"]
    assert Idea.objects.count() == 1


def test_the_same_key_with_another_text_keeps_what_was_typed(town, aino, client):
    fields = {**hidden(client.get(NEW)), **TYPED}
    client.post(NEW, fields)
    answer = client.post(NEW, {**fields, "title": "Aivan muuta"})
    assert answer.status_code == 409
    assert 'value="Aivan muuta"' in text(answer)
    assert hidden(answer)["key"] != fields["key"]
    assert client.post(NEW, {**fields, **hidden(answer), "title": "Aivan muuta"}).status_code == 303


@pytest.mark.parametrize("key", ["", "x", "a" * 65, "<svg>", "' OR 1=1", "ä" * 20])
def test_a_broken_key_costs_no_text(town, aino, client, key):
    answer = client.post(NEW, {**TYPED, "key": key})
    assert answer.status_code in (409, 422)
    assert "paikkaa istua." in text(answer)
    assert not Idea.objects.exists()


def test_a_visitor_writes_signs_in_and_presses_send(town, client):
    page = client.get(NEW)
    assert page.status_code == 200
    assert 'name="photo"' not in text(page)
    answer = client.post(NEW, {**hidden(page), **TYPED, "theme": "puistot", "shown_name": "Helmi"})
    assert answer.status_code == 303
    assert "next=%2Ffi%2Fideat%2Fnew%2F" in answer["Location"]
    assert not Idea.objects.exists()
    client.force_login(make_person("uusi", shown=False).user)
    page = client.get(NEW)
    assert 'value="Penkki rantaan"' in text(page)
    assert "paikkaa istua." in text(page)
    assert '<option value="puistot" selected>' in text(page)
    assert 'value="Helmi"' in text(page)
    assert client.post(NEW, {**hidden(page), **TYPED, "shown_name": "Helmi"}).status_code == 303
    assert Idea.objects.get().author_name == "Helmi"
    assert "Penkki rantaan" not in text(client.get(NEW))


def test_a_session_that_ends_while_writing_costs_nothing(town, aino, client):
    page = client.get(NEW)
    client.logout()
    answer = client.post(NEW, {**hidden(page), **TYPED})
    assert answer.status_code == 303
    client.force_login(aino.user)
    assert 'value="Penkki rantaan"' in text(client.get(NEW))


def test_the_next_user_of_the_browser_does_not_see_the_draft(town, aino, client):
    page = client.get(NEW)
    client.logout()
    client.post(NEW, {**hidden(page), **TYPED})
    client.force_login(town.resident("Eino").user)
    assert "Penkki rantaan" not in text(client.get(NEW))


def test_a_form_of_somebody_else_is_not_sent_in_my_name(town, aino, client):
    page = client.get(NEW)
    client.force_login(town.resident("Eino").user)
    answer = client.post(NEW, {**hidden(page), **TYPED})
    assert answer.status_code == 403
    assert not Idea.objects.exists()


def test_errors_stand_beside_their_fields_and_above(town, aino, client):
    answer = send(client, title="", text="")
    assert answer.status_code == 422
    page = text(answer)
    assert "data-focus" in page
    assert 'href="#id_title"' in page
    assert 'id="id_title_error"' in page
    assert 'aria-invalid="true"' in page


def test_a_closed_board_says_so_instead_of_a_form(town, aino, client):
    page = client.get(NEW)
    town.publish(closes_at=clock.now())
    assert 'name="title"' not in text(client.get(NEW))
    answer = client.post(NEW, {**hidden(page), **TYPED})
    assert answer.status_code == 409
    assert "paikkaa istua." in text(answer)
    assert not Idea.objects.exists()


def test_forged_fields_are_not_heard(town, aino, client):
    eino = town.resident("Eino").person
    send(
        client,
        author=eino.pk,
        author_name="Pormestari",
        state="done",
        support_count="500",
        created_at="2020-01-01",
        answered_by="1",
        is_staff="1",
        service_area="1",
        public_id="23456789bcdf",
        hidden_at="",
        component="x",
    )
    idea = Idea.objects.get()
    assert (idea.author, idea.author_name, idea.state) == (aino.person, "Aino", "received")
    assert (idea.support_count, idea.service_area) == (0, None)
    assert idea.created_at.year > 2025
    assert idea.public_id != "23456789bcdf"


KEPT = {
    "markup": "<svg/onload=alert(1)>",
    "attribute": '"><img src=x onerror=alert(1)>',
    "template": "{{7*7}} {% debug %} ${7*7}",
    "script": "</script><!--",
    "formula": '=HYPERLINK("http://evil")',
    "plus": "+1",
    "family": "👨‍👩‍👧‍👦 leikkipuisto",
    "sami": "Čáppa lávlla",
    "arabic": "مقعد على الشاطئ",
    "cyrillic": "Скамейка",
    "sql": "' OR 1=1-- % _ \\",
    "null": "null",
    "undefined": "undefined",
    "none": "None",
    "zero": "0",
    "true": "true",
    "admin": "admin",
    "link": "[a](//evil) ![b](https://evil/x.png) [c](javascript:alert(1))",
    "ansi": "\x1b[31mrivi",
    "header": "otsikko Bcc: x@y",
}


@pytest.mark.parametrize("name", KEPT)
def test_anything_may_be_typed_and_is_shown_harmlessly(town, aino, client, name):
    answer = send(client, title=KEPT[name], text=KEPT[name])
    assert answer.status_code == 303
    idea = Idea.objects.get()
    assert idea.title == KEPT[name].replace("\x1b", "")
    for address in ("", f"{idea.path_name}/", "mine/", f"{idea.public_id}/mine/",
                    f"{idea.public_id}/sent/", f"{idea.public_id}/edit/"):  # fmt: skip
        page = client.get(f"/fi/ideat/{address}")
        assert page.status_code == 200
        main = text(page).split("<main")[1].split("</main>")[0]
        assert "<svg/" not in main
        assert "<img src=x" not in main
        assert "javascript:alert" not in re.findall(r'href="([^"]*)"', main)
        assert 'src="https://evil' not in main


def test_nfd_is_stored_as_nfc(town, aino, client):
    send(client, title="A\u0308iti")
    assert Idea.objects.get().title == "Äiti"


def test_direction_marks_are_taken_out(town, aino, client):
    send(client, title="abc\u202egpj.exe")
    assert Idea.objects.get().title == "abcgpj.exe"


@pytest.mark.parametrize(
    "value",
    [
        "a\x00b",
        "\u200b\u200d",
        "\u00a0",
        "   ",
        "e" + "\u0301" * 100,
        "a" * 1_000_000,
        "\n" * 100_000,
        "[" * 50_000,
        "<b>" * 50_000,
    ],
)
@pytest.mark.parametrize("field", ["title", "text"])
def test_what_cannot_be_kept_is_a_kind_refusal(town, aino, client, field, value):
    answer = send(client, **{field: value})
    assert answer.status_code == 422
    assert not Idea.objects.exists()


@pytest.mark.parametrize("field", ["theme", "area", "language"])
@pytest.mark.parametrize("value", ["nope", "-1", "1;2", "\x00", "a" * 9000, "ｆｉ", "<svg>"])
def test_choices_that_are_not_offered_are_refused(town, aino, client, field, value):
    answer = send(client, **{field: value})
    assert answer.status_code == 422
    assert "paikkaa istua." in text(answer)


@pytest.mark.parametrize("name", ["Kaupunginjohtaja", "Aino ✔", "a\u202eb✔", "", "😀", "\u200b"])
def test_names_that_would_mislead_are_refused(town, client, name):
    client.force_login(make_person("uusi", shown=False).user)
    answer = client.post(NEW, {**hidden(client.get(NEW)), **TYPED, "shown_name": name})
    assert answer.status_code == 422
    assert not Idea.objects.exists()


def picture(form: str = "PNG") -> io.BytesIO:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "teal").save(out, form)
    out.seek(0)
    out.name = '"><svg onload=alert(1)>.png'
    return out


def test_a_picture_comes_with_its_description(town, aino, client):
    assert send(client, photo=picture()).status_code == 422
    assert send(client, photo=picture(), photo_alt="Ranta keväällä").status_code == 303
    idea = Idea.objects.get()
    assert (idea.photo.content_type, idea.photo.width) == ("image/webp", 40)
    page = text(client.get(f"/fi/ideat/{idea.path_name}/"))
    assert 'alt="Ranta keväällä"' in page


@pytest.mark.parametrize(
    "data",
    [b"", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"GIF89a/*<script>*/", b"\xff\xd8\xff"],
)
def test_what_is_no_picture_is_refused_and_the_text_kept(town, aino, client, data):
    file = io.BytesIO(data)
    file.name = "kuva.jpg"
    answer = send(client, photo=file, photo_alt="Ranta")
    assert answer.status_code == 422
    assert "paikkaa istua." in text(answer)


def test_an_author_edits_their_idea(town, aino, client):
    idea = town.idea()
    edit = f"/fi/ideat/{idea.public_id}/edit/"
    assert f'value="{idea.title}"' in text(client.get(edit))
    fields = {"title": "Kaksi penkkiä", "text": "Molemmin puolin.", "theme": "liikunta"}
    answer = client.post(edit, fields)
    assert (answer.status_code, answer["Location"]) == (303, f"/fi/ideat/{idea.public_id}/mine/")
    idea.refresh_from_db()
    assert (idea.title, idea.theme) == ("Kaksi penkkiä", town.themes["liikunta"])
    assert client.post(edit, {"title": "", "text": "x"}).status_code == 422
    support_idea(actor=town.resident("Eino"), idea=idea)
    assert client.get(edit).status_code == 409
    answer = client.post(edit, {**fields, "title": "Kolme"})
    assert answer.status_code == 409
    assert 'value="Kolme"' in text(answer)


def test_an_edit_survives_the_end_of_the_session(town, aino, client):
    idea = town.idea()
    edit = f"/fi/ideat/{idea.public_id}/edit/"
    owner = hidden(client.get(edit))["owner"]
    client.logout()
    answer = client.post(edit, {"title": "Kesken", "text": "Jäi kesken.", "owner": owner})
    assert answer.status_code == 303
    client.force_login(aino.user)
    assert 'value="Kesken"' in text(client.get(edit))


def test_an_author_withdraws_after_a_question(town, aino, client):
    idea = town.idea()
    withdraw = f"/fi/ideat/{idea.public_id}/withdraw/"
    assert client.get(withdraw).status_code == 200
    assert Idea.objects.visible().exists()
    for _twice in range(2):
        answer = client.post(withdraw)
        assert (answer.status_code, answer["Location"]) == (303, "/fi/ideat/mine/")
    assert not Idea.objects.visible().exists()


@pytest.mark.parametrize("name", ["edit", "withdraw"])
def test_strangers_and_visitors_do_not_get_at_it(town, client, name):
    idea = town.idea()
    address = f"/fi/ideat/{idea.public_id}/{name}/"
    fields = {"title": "Kaapattu", "text": "Kaapattu"}
    assert "next=" in client.post(address, fields)["Location"]
    client.force_login(town.resident("Eino").user)
    assert client.get(address).status_code == 403
    assert client.post(address, fields).status_code == 403
    idea.refresh_from_db()
    assert idea.is_visible
    assert idea.title != "Kaapattu"


def test_the_form_needs_its_token(town):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.resident().user)
    fields = {**hidden(strict.get(NEW)), **TYPED}
    answer = strict.post(NEW, fields, headers={"Origin": "https://evil.example"})
    assert answer.status_code == 403
    assert not Idea.objects.exists()
