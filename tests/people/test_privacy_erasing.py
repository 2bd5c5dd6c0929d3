"""Erase me: nothing names the person any more, and every count and thread stays as it was."""

from datetime import timedelta

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.contrib.sessions.models import Session
from django.urls import reverse
from django.utils import translation
from wagtail.models import ModelLogEntry

from participation.core import clock, personal_data
from participation.core.actors import Actor
from participation.core.models import Follow, OutgoingMail, Person, PrivateFile, RoleGrant
from participation.core.policies import Refused
from participation.core.roles import Role, grant_role
from participation.core.rules import RuleBroken
from participation.ideas.models import Idea, IdeaRevision, Support
from participation.initiatives.models import Contact, Initiative, Signature
from participation.people.models import DataExport, IdentityKey, Letter, Verification
from participation.people.privacy.actions import erase_person
from participation.people.privacy.exporting import make_copies

from .conftest import make_person, make_staff
from .helpers_priv import EMAIL, LEGAL_NAME, NAME, STREET, everything, tables_with

pytestmark = pytest.mark.django_db
#: What stands under a formal initiative, for the registry only.
LEGAL_TABLES = {"raati_initiatives_contact", "raati_initiatives_signature"}


@pytest.fixture
def aino(town):
    make_staff("Asta", Role.ADMINISTRATOR)
    user = get_user_model().objects.create_verified(EMAIL, "osallistu-2026")
    return Person.objects.create(user=user, display_name=NAME)


@pytest.mark.django_db(transaction=True)
def test_nothing_names_an_erased_person_and_no_count_changes(town, aino, client):
    """P10, over every table of the database; the law keeps what stands under an initiative."""
    made = everything(town, aino)
    client.post("/fi/accounts/login/", {"login": EMAIL, "password": "osallistu-2026"})
    session = client.session.session_key
    make_copies()
    assert len(tables_with(EMAIL, NAME, STREET)) > 5
    counted = (Idea.objects.count(), Support.objects.count(), IdeaRevision.objects.count())
    supports = Idea.objects.get(pk=made["theirs"].pk).support_count
    stored = [f.file for f in PrivateFile.objects.exclude(file="")]
    assert len(stored) == 2

    assert erase_person(actor=Actor.member(aino), person=aino)

    assert tables_with(EMAIL, NAME, STREET) == {}
    assert not Session.objects.filter(session_key=session).exists()
    assert set(tables_with(LEGAL_NAME)) == LEGAL_TABLES
    assert (Idea.objects.count(), Support.objects.count(), IdeaRevision.objects.count()) == counted
    assert Idea.objects.get(pk=made["theirs"].pk).support_count == supports
    assert Initiative.objects.filter(pk=made["initiative"].pk).exists()
    assert not Initiative.objects.filter(pk=made["draft"].pk).exists()
    assert not any(file.storage.exists(file.name) for file in stored)


def test_the_person_stays_as_a_row_without_a_name(town, aino):
    everything(town, aino)
    user_id = aino.user_id
    erase_person(actor=Actor.member(aino), person=aino)
    aino.refresh_from_db()
    assert (aino.display_name, aino.user, bool(aino.erased_at)) == ("", None, True)
    assert not get_user_model().objects.filter(pk=user_id).exists()
    for model in (Follow, OutgoingMail, DataExport):
        assert not model.objects.filter(person=aino).exists()
    assert Letter.objects.get().done_at is not None
    assert Verification.objects.get().school == ""
    assert Contact.objects.filter(person=aino).count() == 1
    assert Signature.objects.filter(person=aino).count() == 1


def test_a_deleted_user_is_called_so_in_every_language(town, aino):
    idea = everything(town, aino)["idea"]
    erase_person(actor=Actor.member(aino), person=aino)
    idea = Idea.objects.get(pk=idea.pk)
    words = []
    for code in ("fi", "sv", "en"):
        with translation.override(code):
            words.append(idea.author_text)
    assert words == ["Poistettu käyttäjä", "Raderad användare", "Deleted user"]


def test_twice_is_once_and_nobody_erases_somebody_else(town, aino):
    olli = make_person("Olli")
    with pytest.raises(Refused):
        erase_person(actor=Actor.member(olli), person=aino)
    with pytest.raises(Refused):
        erase_person(actor=Actor.on_behalf(olli, "phone"), person=aino)
    assert erase_person(actor=Actor.member(aino), person=aino)
    assert not erase_person(actor=Actor.system("again"), person=aino)


def test_an_administrator_erases_at_a_persons_request_and_the_log_names_nobody(town, aino):
    asta = Person.objects.get(display_name="Asta")
    erase_person(actor=Actor.on_behalf(asta, "phone"), person=aino)
    entry = ModelLogEntry.objects.get(action="raati.people.erase")
    assert (entry.user, entry.label) == (asta.user, aino.public_id)
    assert tables_with(EMAIL, NAME) == {}


def test_staff_lose_their_roles_and_their_work_falls_to_others(town, aino):
    grant_role(actor=Actor.system("t"), person=aino, role=Role.COMMUNICATIONS)
    service = town.services["hyvinvointi"]
    service.owner = aino
    service.save()
    idea = town.idea(town.resident("Olli"))
    Idea.objects.filter(pk=idea.pk).update(owner=aino)
    erase_person(actor=Actor.member(aino), person=aino)
    assert not RoleGrant.objects.in_force(clock.now()).filter(person=aino).exists()
    assert Idea.objects.get(pk=idea.pk).owner is None
    service.refresh_from_db()
    assert service.owner is None
    assert tables_with(EMAIL, NAME) == {}


def test_the_last_administrator_stays_and_is_told_why(town):
    asta = make_person("Asta")
    grant_role(actor=Actor.system("t"), person=asta, role=Role.ADMINISTRATOR)
    with pytest.raises(RuleBroken) as broken:
        erase_person(actor=Actor.member(asta), person=asta)
    assert broken.value.code == "last_administrator"
    make_staff("Toinen", Role.ADMINISTRATOR)
    assert erase_person(actor=Actor.member(asta), person=asta)


def test_an_identity_is_held_as_long_as_something_is_open(town, aino):
    IdentityKey.objects.create(digest="d" * 64, person=aino, at=clock.now())
    town.idea(Actor.member(aino))
    erase_person(actor=Actor.member(aino), person=aino)
    assert IdentityKey.objects.get().held_until == town.component.closes_at


def test_an_identity_is_free_at_once_where_nothing_is_open(town, aino):
    IdentityKey.objects.create(digest="d" * 64, person=aino, at=clock.now())
    erase_person(actor=Actor.member(aino), person=aino)
    assert IdentityKey.objects.get().held_until <= clock.now()


def test_a_hook_that_fails_leaves_everything_as_it_was(town, aino, monkeypatch):
    everything(town, aino)
    monkeypatch.setitem(personal_data._account_closers, "broken", lambda user: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        erase_person(actor=Actor.member(aino), person=aino)
    aino.refresh_from_db()
    assert aino.display_name == NAME
    assert PrivateFile.objects.filter(owner=aino).exists()


def test_the_page_tells_first_and_asks_for_a_tick(town, aino, client):
    everything(town, aino)
    client.force_login(aino.user)
    with translation.override("en"):
        html = client.get("/en/me/data/erase/").content.decode()
    for words in ("Ideas you sent", "Pictures you added", "Initiatives you signed"):
        assert words in html
    answer = client.post("/fi/me/data/erase/", {})
    assert answer.status_code == 422
    assert Person.objects.get(pk=aino.pk).erased_at is None
    answer = client.post("/fi/me/data/erase/", {"meant": "on"})
    assert (answer.status_code, answer["Location"]) == (303, "/fi/me/data/gone/")
    assert Person.objects.get(pk=aino.pk).erased_at is not None
    assert "_auth_user_id" not in client.session
    assert client.get("/fi/me/data/gone/").status_code == 200
    assert not UserSession.objects.exists()


def test_whoever_never_acted_can_go_too(town, client):
    make_staff("Asta", Role.ADMINISTRATOR)
    user = get_user_model().objects.create_verified("uusi@example.org", "osallistu-2026")
    client.force_login(user)
    assert client.get("/fi/me/data/erase/").status_code == 200
    client.post("/fi/me/data/erase/", {"meant": "on"})
    assert tables_with("uusi@example.org") == {}


@pytest.mark.parametrize("path", ["data/erase/", "data/copy/"])
def test_a_stolen_old_session_is_asked_again(town, aino, client, path):
    """A13."""
    client.force_login(aino.user)
    with clock.shifted(timedelta(minutes=11)):
        for send in (client.get, client.post):
            answer = send(f"/fi/me/{path}", {"meant": "on"})
            assert answer.status_code == 303
            assert "reauthenticate" in answer["Location"]
            assert f"next=%2Ffi%2Fme%2F{path.replace('/', '%2F')}" in answer["Location"]
    assert Person.objects.get(pk=aino.pk).erased_at is None
    assert not DataExport.objects.exists()


def test_the_administration_erases_at_a_persons_request(town, aino, client):
    asta = Person.objects.get(display_name="Asta").user
    asta.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(asta)
    address = reverse("raati_people_erase", args=[aino.user_id])
    assert EMAIL in client.get(address).content.decode()
    assert client.post(address, {"channel": "phone"}).status_code == 422
    assert client.post(address, {"channel": "phone", "sure": "on"}).status_code == 303
    assert tables_with(EMAIL, NAME) == {}


def test_nobody_else_erases_in_the_administration(town, aino, client):
    staff = make_staff("Viivi", Role.COMMUNICATIONS).user
    staff.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(staff)
    address = reverse("raati_people_erase", args=[aino.user_id])
    answer = client.post(address, {"channel": "phone", "sure": "on"})
    assert answer.status_code in (302, 403)
    assert Person.objects.get(pk=aino.pk).erased_at is None


def test_the_sockets_of_an_erased_person_are_closed(town, aino, monkeypatch):
    ended: list[int] = []
    monkeypatch.setitem(
        personal_data._account_closers, "sockets", lambda user: ended.append(user.pk)
    )
    user_id = aino.user_id
    erase_person(actor=Actor.member(aino), person=aino)
    assert ended == [user_id]
