"""What surrounds a view: drafts, caching, health, permanent addresses, dates, slots."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpResponse
from django.test import RequestFactory
from django.utils import translation
from i18nfield.strings import LazyI18nString
from wagtail import hooks

from participation.core import addresses, clock, drafts, health, jobs, when
from participation.core.ids import ALPHABET, new_public_id
from participation.core.models import Heartbeat, Person
from participation.core.shared import private_page, shared_page
from participation.core.slots import PREFIX
from participation.core.templatetags import raati


@pytest.fixture
def request_of(db, rf: RequestFactory):
    def make(user=None, session=None):
        from django.contrib.auth.models import AnonymousUser

        request = rf.get("/")
        request.user = user or AnonymousUser()
        request.session = session if session is not None else SessionStore()
        return request

    return make


def test_a_draft_comes_back_to_its_writer_and_to_nobody_else(request_of, person):
    session = SessionStore()
    own = drafts.owner_ref(request_of(person.user))
    drafts.keep(request_of(session=session), "send", {"title": "Kioski"}, owner=own)
    assert drafts.kept(request_of(session=session), "send") == {}
    assert drafts.kept(request_of(person.user, session), "send") == {"title": "Kioski"}
    drafts.drop(request_of(session=session), "send")
    assert drafts.kept(request_of(person.user, session), "send") == {}


def test_what_a_visitor_typed_is_there_after_signing_in(request_of, person):
    session = SessionStore()
    drafts.keep(request_of(session=session), "send", {"title": "Kioski"})
    assert drafts.kept(request_of(person.user, session), "send") == {"title": "Kioski"}


def test_old_and_long_drafts_do_not_fill_the_session(request_of):
    session = SessionStore()
    request = request_of(session=session)
    for number in range(9):
        drafts.keep(request, f"form {number}", {"text": "x" * 50_000})
    assert drafts.kept(request, "form 3") == {}
    assert len(drafts.kept(request, "form 8")["text"]) == drafts.MAX_LENGTH


def answer(request):
    return HttpResponse("x")


def test_shared_and_private_answers_say_so(rf):
    assert "s-maxage" in shared_page(answer)(rf.get("/"))["Cache-Control"]
    assert "no-store" in private_page(answer)(rf.get("/"))["Cache-Control"]


def test_an_answer_to_a_form_or_a_preview_is_never_shared(rf):
    assert "no-store" in shared_page(answer)(rf.post("/"))["Cache-Control"]
    preview = rf.get("/")
    preview.is_preview = True
    assert "no-store" in shared_page(answer)(preview)["Cache-Control"]


@pytest.mark.django_db
def test_live_answers_without_asking_anything(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert client.get("/healthz/live").status_code == 200


@pytest.fixture
def well(db):
    jobs.tick()


def test_ready_is_well_after_a_round_of_the_clock(client, well):
    assert client.get("/healthz/ready").status_code == 200


def test_ready_fails_when_the_clock_has_stopped(client, well):
    Heartbeat.objects.update(at=clock.now() - timedelta(minutes=10))
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert response.json() == {"status": "failing"}


@pytest.mark.parametrize("part", ["database", "migrations", "storage", "clock"])
def test_ready_tells_staff_which_part_is_broken(client, well, part, monkeypatch, django_user_model):
    def broken():
        raise OSError("out of order")

    monkeypatch.setitem(health._checks, part, broken)
    staff = django_user_model.objects.create_user("s@example.org", "pw", is_staff=True)
    client.force_login(staff)
    response = client.get("/healthz/ready")
    assert response.status_code == 503
    assert "out of order" in response.json()["parts"][part]


@pytest.mark.django_db
def test_a_broken_job_stops_no_other(monkeypatch):
    def broken():
        raise OSError("out of order")

    monkeypatch.setattr(jobs, "_jobs", {"broken": broken, "good": lambda: 3})
    answers = jobs.tick()
    assert answers["good"] == 3
    assert isinstance(answers["broken"], OSError)


def test_a_permanent_address_leads_to_the_thing(client, person, monkeypatch):
    monkeypatch.setattr(addresses, "_finders", {Person: lambda row: f"/fi/{row.public_id}/"})
    response = client.get(f"/o/{person.public_id}/")
    assert response["Location"] == f"/fi/{person.public_id}/"
    assert client.get("/o/nosuchthing/", follow=True).status_code == 404


def test_a_permanent_address_of_something_hidden_is_not_found(client, person, monkeypatch):
    monkeypatch.setattr(addresses, "_finders", {Person: lambda row: ""})
    assert client.get(f"/o/{person.public_id}/", follow=True).status_code == 404


def test_public_ids_are_random_and_spell_nothing():
    ids = {new_public_id() for _ in range(2_000)}
    assert len(ids) == 2_000
    assert set("".join(ids)) == set(ALPHABET)
    assert not set(ALPHABET) & set("aeiouy01l")


MOMENT = datetime(2022, 8, 30, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Tue 30 August 2022 at 17:30"), ("fi", "ti 30.8.2022"), ("sv", "tis 30.8.2022")],
)
def test_a_moment_is_written_as_the_language_does_in_local_time(language, text):
    with translation.override(language):
        assert when.moment_text(MOMENT).startswith(text)


def test_a_day_needs_no_time_zone():
    with translation.override("fi"):
        assert when.day_text(date(2022, 8, 30), weekday=False) == "30.8.2022"


def test_days_left_are_local_calendar_days():
    with clock.frozen(datetime(2026, 11, 20, 21, 30, tzinfo=UTC)):
        assert raati.days_left(datetime(2026, 11, 20, 22, 30, tzinfo=UTC)) == 1


def test_a_text_in_another_language_says_which():
    name = LazyI18nString({"fi": "Puistot <3", "sv": "Parker"})
    with translation.override("sv"):
        assert raati.i18n_text(name) == "Parker"
    with translation.override("en"):
        assert raati.i18n_text(name) == '<span lang="fi">Puistot &lt;3</span>'


def test_a_slot_draws_what_others_put_in_and_escapes_plain_text():
    name = f"{PREFIX}test.slot"
    with (
        hooks.register_temporarily(name, lambda context, thing: f"<b>{thing}", order=1),
        hooks.register_temporarily(name, lambda context, thing: "", order=2),
    ):
        assert raati.slot({}, "test.slot", "x") == "&lt;b&gt;x"
