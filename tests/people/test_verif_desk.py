"""The service desk in the admin: who may, what it shows, and that each look is written down."""

from datetime import date

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import ModelLogEntry

from participation.core import clock
from participation.core.actors import Actor
from participation.core.roles import Role
from participation.people.letters import ask_letter
from participation.people.models import Letter, Verification

from .helpers_verif import PASSWORD, member, official
from .test_letters import HOME, is_forgotten

pytestmark = pytest.mark.django_db
DESK = "/admin/people/"


@pytest.fixture
def outi(client: Client) -> Actor:
    return at_desk(client, "Outi", Role.SERVICE_DESK)


def at_desk(client: Client, name: str, role: str) -> Actor:
    actor = official(name, role)
    client.post("/fi/accounts/login/", {"login": actor.user.email, "password": PASSWORD})
    return actor


def logged(action: str) -> int:
    return ModelLogEntry.objects.filter(action=f"raati.people.{action}").count()


@pytest.mark.parametrize("role", [Role.COMMUNICATIONS, Role.MODERATOR, Role.SERVICE_AREA])
def test_other_staff_see_nothing_of_it(client, role):
    at_desk(client, "Veera", role)
    aino = member("Aino")
    letter = ask_letter(actor=aino, address=HOME, language="fi")
    for path in ("", "history/", "letters/", f"letters/{letter.public_id}/", f"{aino.user.pk}/"):
        answer = client.post(DESK + path, {"text": "aino"}) if not path else client.get(DESK + path)
        assert answer.status_code in (302, 403), path
        assert "aino" not in answer.content.decode().lower()
    assert DESK not in client.get("/admin/").content.decode()
    assert not logged("view_person")


def test_searching_and_looking_are_in_the_log_without_the_words(client, outi):
    aino = member("Aino")
    html = client.post(DESK, {"text": "AINO@exa"}).content.decode()
    assert f"{DESK}{aino.user.pk}/" in html
    entry = ModelLogEntry.objects.get(action="raati.people.look_up")
    assert (entry.user, entry.data) == (outi.user, {"found": 1})
    client.get(f"{DESK}{aino.user.pk}/")
    entry = ModelLogEntry.objects.get(action="raati.people.view_person")
    assert entry.object_id == str(aino.person.pk)


@pytest.mark.parametrize("text", ["ai", " ", "\x00", "x" * 300])
def test_a_search_that_finds_everybody_or_nothing_is_refused(client, outi, text):
    assert client.post(DESK, {"text": text}).status_code == 422


def test_wildcards_are_letters(client, outi):
    member("Aino")
    assert "@example.org</a>" not in client.post(DESK, {"text": "%%%"}).content.decode()


def test_somebody_who_never_took_part_is_verified(client, outi):
    account = get_user_model().objects.create_verified("uusi@example.org", PASSWORD)
    given = {
        "task": "verify",
        "verify-status": "resident",
        "verify-at_least": "18",
        "verify-under": "30",
        "verify-under_until": str(clock.today().year + 1),
        "verify-saw_document": "on",
    }
    assert client.post(f"{DESK}{account.pk}/", given).status_code == 303
    proof = Verification.objects.get()
    assert proof.person.user == account
    assert proof.by == outi.person
    assert proof.born_from == date(clock.today().year + 1 - 29, 1, 1)
    assert proof.born_to.year == clock.today().year - 18
    assert logged("verify_at_desk") == 1
    html = client.get(f"{DESK}{account.pk}/").content.decode()
    assert proof.public_id in html


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({}, "verify-saw_document"),
        ({"verify-saw_document": "on", "verify-years": "-1"}, "verify-years"),
        ({"verify-saw_document": "on", "verify-years": "1e9"}, "verify-years"),
        ({"verify-saw_document": "on", "verify-under": "20"}, "verify-under_until"),
        ({"verify-saw_document": "on", "verify-years": "12", "verify-at_least": "18"}, "years"),
        ({"verify-saw_document": "on", "verify-status": "king"}, "verify-status"),
        ({"verify-saw_document": "on", "verify-area": "999999"}, "verify-area"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(client, outi, fields, field):
    aino = member("Aino")
    answer = client.post(f"{DESK}{aino.user.pk}/", {"task": "verify", **fields})
    assert answer.status_code == 422
    assert field in answer.content.decode()
    assert not Verification.objects.exists()


def test_taking_back_at_the_desk(client, outi):
    aino = member("Aino")
    address = f"{DESK}{aino.user.pk}/"
    client.post(address, {"task": "verify", "verify-saw_document": "on"})
    proof = Verification.objects.get()
    asked = {"task": "revoke", "proof": proof.public_id, "revoke-reason": ""}
    assert client.post(address, asked).status_code == 422
    other = member("Eero")
    asked["revoke-reason"] = "Väärä henkilö"
    client.post(f"{DESK}{other.user.pk}/", asked)
    proof.refresh_from_db()
    assert proof.revoked_at is None
    assert client.post(address, asked).status_code == 303
    proof.refresh_from_db()
    assert proof.revoked_at is not None


def test_an_old_session_is_asked_again_before_it_sees_anybody(client, outi):
    aino = member("Aino")
    session = client.session
    session["raati_proved_at"] = 0
    session["account_authentication_methods"] = []
    session.save()
    for path in (
        f"{aino.user.pk}/",
        f"letters/{ask_letter(actor=aino, address=HOME, language='fi').public_id}/",
    ):
        answer = client.get(DESK + path)
        assert answer.status_code == 303
        assert "/accounts/" in answer["Location"]
    assert not logged("view_person")


def test_a_letter_is_printed_once_with_its_code(client, outi):
    aino = member("Aino")
    letter = ask_letter(actor=aino, address=HOME, language="sv")
    assert letter.public_id in client.get(f"{DESK}letters/").content.decode()
    address = f"{DESK}letters/{letter.public_id}/"
    assert HOME.street in client.get(address).content.decode()
    answer = client.post(address, {"task": "print", "print-status": "resident"})
    paper = answer.content.decode()
    assert '<html lang="sv">' in paper
    assert "/sv/me/verify/" in paper
    assert "no-store" in answer["Cache-Control"]
    code = paper.split('class="code">')[1].split("<")[0]
    assert code not in client.get(address).content.decode()
    own = Client()
    own.force_login(aino.user)
    own.post("/sv/me/verify/code/", {"code": code})
    assert Verification.objects.get().status == "resident"
    assert HOME.street not in client.get(address, follow=True).content.decode()


def test_a_letter_is_taken_back_with_a_reason(client, outi):
    letter = ask_letter(actor=member("Aino"), address=HOME, language="fi")
    address = f"{DESK}letters/{letter.public_id}/"
    assert client.post(address, {"task": "cancel", "cancel-reason": ""}).status_code == 422
    assert client.post(address, {"task": "cancel", "cancel-reason": "Muu kunta"}).status_code == 303
    assert is_forgotten(letter)


def test_lists_are_paginated_and_cost_the_same(client, outi, django_assert_max_num_queries):
    for number in range(3):
        client.post(
            f"{DESK}{member(f'M{number}').user.pk}/",
            {"task": "verify", "verify-saw_document": "on"},
        )
        ask_letter(actor=member(f"L{number}"), address=HOME, language="fi")
    assert Letter.objects.count() == 3
    for path in ("history/", "letters/", "history/?p=x", "letters/?p=99999999999"):
        client.get(DESK + path)
        with django_assert_max_num_queries(16):
            assert client.get(DESK + path).status_code == 200


def test_the_first_page_of_the_admin_tells_how_many_letters_wait(client, outi):
    ask_letter(actor=member("Aino"), address=HOME, language="fi")
    html = client.get("/admin/").content.decode()
    assert f"{DESK}letters/" in html
    assert DESK in html
