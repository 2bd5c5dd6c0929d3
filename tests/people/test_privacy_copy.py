"""A copy of one's own data: complete by the registry, for its person alone, and for a week."""

import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model

from participation.core import clock, own_rows, personal_data
from participation.core.actors import Actor
from participation.core.models import Person, PrivateFile
from participation.ideas.models import Idea
from participation.people.models import DataExport
from participation.people.privacy.actions import ask_export
from participation.people.privacy.exporting import forget_copies, make_copies, zip_of

from .helpers_priv import EMAIL, LEGAL_NAME, NAME, STREET, everything

pytestmark = pytest.mark.django_db


@pytest.fixture
def aino(town):
    user = get_user_model().objects.create_verified(EMAIL, "osallistu-2026")
    return Person.objects.create(user=user, display_name=NAME)


def opened(data: bytes) -> tuple[dict, dict[str, str], list[str]]:
    """The kinds of data, the pages, and all names in the archive."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    read = {name: archive.read(name) for name in archive.namelist()}
    kinds = {
        name.removeprefix("data/").removesuffix(".json"): json.loads(data)
        for name, data in read.items()
        if name.endswith(".json")
    }
    pages = {n: data.decode() for n, data in read.items() if n.endswith(".html")}
    return kinds, pages, list(read)


def test_everything_that_a_source_knows_is_in_the_copy(town, aino):
    """P11: by the registry, so that a source which is entered tomorrow is in it, too."""
    everything(town, aino)
    kinds, _pages, _names = opened(zip_of(aino))
    for source in personal_data.sources():
        number = own_rows.rows_of(source, aino).count()
        told = kinds.get(source.label, {"rows": []})["rows"]
        assert len(told) == number, source.label
    present = {
        *("accounts.User", "account.EmailAddress", "raati_core.Person", "raati_core.Follow"),
        *("raati_core.PrivateFile", "raati_core.OutgoingMail", "raati_ideas.Idea"),
        *("raati_ideas.IdeaRevision", "raati_ideas.Support", "raati_initiatives.Initiative"),
        *("raati_initiatives.Contact", "raati_initiatives.Signature", "raati_people.Profile"),
        *("raati_people.Verification", "raati_people.Letter", "raati_people.DataExport"),
        "home.AccessibilityFeedback",
    }
    assert present <= set(kinds)


def test_each_word_that_was_sent_is_there_in_json_and_to_read(town, aino):
    everything(town, aino)
    kinds, pages, names = opened(zip_of(aino))
    text = json.dumps(kinds, ensure_ascii=False)
    written = ("Kaksi penkkiä rantaan", "Penkki rantaan", "Vihreä ranta", "Valot latupohjalle")
    for word in (*written, "Ei aukea.", EMAIL, NAME, LEGAL_NAME, STREET):
        assert word in text
        assert all(word in page for page in pages.values()), word
    assert set(pages) == {"fi.html", "sv.html", "en.html"}
    assert any(name.startswith("files/") and name.endswith(".webp") for name in names)


def test_nobody_else_is_in_it_and_no_secret(town, aino):
    made = everything(town, aino)
    olli = made["theirs"].author
    data = zip_of(aino)
    archive = zipfile.ZipFile(io.BytesIO(data))
    whole = b"\n".join(archive.read(name) for name in archive.namelist()).decode(errors="replace")
    for word in (olli.user.email, "Olli", aino.user.password, olli.public_id):
        assert word not in whole.replace("Ollin idea", "")
    assert "Ollin idea" in whole
    Idea.objects.filter(pk=made["theirs"].pk).update(hidden_at=clock.now(), hidden_reason="rules")
    kinds, _pages, _names = opened(zip_of(aino))
    assert "Ollin idea" not in json.dumps(kinds)


def test_a_copy_is_made_once_and_fetched_by_its_person_only(town, aino, client):
    row = ask_export(actor=Actor.member(aino))
    assert ask_export(actor=Actor.member(aino)) == row
    client.force_login(aino.user)
    address = f"/fi/me/data/copy/{row.public_id}/"
    assert client.get(address).status_code == 404
    assert make_copies() == 1
    assert make_copies() == 0
    answer = client.get(address)
    assert answer["Content-Type"] == "application/zip"
    assert "no-store" in answer["Cache-Control"]
    assert answer["Content-Disposition"].startswith("attachment")
    assert opened(b"".join(answer.streaming_content))[0]["raati_core.Person"]
    file = PrivateFile.objects.get()
    assert client.get(f"/files/{file.public_id}/", follow=True).status_code == 404
    client.force_login(town.resident("Olli").user)
    assert client.get(address).status_code == 404
    client.logout()
    assert client.get(address).status_code == 303


def test_an_old_session_does_not_fetch_a_copy(town, aino, client):
    row = ask_export(actor=Actor.member(aino))
    make_copies()
    client.force_login(aino.user)
    with clock.shifted(timedelta(minutes=11)):
        assert client.get(f"/fi/me/data/copy/{row.public_id}/").status_code == 303


def test_a_copy_is_gone_after_seven_days(town, aino, client, django_capture_on_commit_callbacks):
    row = ask_export(actor=Actor.member(aino))
    make_copies()
    stored = PrivateFile.objects.get().file
    with clock.shifted(timedelta(days=6, hours=23)):
        assert forget_copies() == 0
    with clock.shifted(timedelta(days=7, minutes=1)):
        client.force_login(aino.user)
        assert client.get(f"/fi/me/data/copy/{row.public_id}/").status_code == 404
        with django_capture_on_commit_callbacks(execute=True):
            assert forget_copies() == 1
    assert not DataExport.objects.exists()
    assert not PrivateFile.objects.exists()
    assert not stored.storage.exists(stored.name)


def test_the_page_says_when_a_copy_is_made_and_where_it_is(town, aino, client):
    client.force_login(aino.user)
    assert client.get("/en/me/data/copy/").status_code == 200
    assert client.post("/en/me/data/copy/")["Location"] == "/en/me/data/"
    assert "is being made" in client.get("/en/me/data/").content.decode()
    make_copies()
    answer = client.get("/en/me/data/")
    assert f"/en/me/data/copy/{DataExport.objects.get().public_id}/" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
