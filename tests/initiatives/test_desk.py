"""The registry's desk in the admin, and the report to the council."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Permission
from wagtail.models import ModelLogEntry

from participation.core import clock
from participation.core.roles import Role
from participation.initiatives.models import Initiative, State
from tests.ideas.conftest import make_staff

from .conftest import CONTACT, pending, record

DESK = "/admin/initiatives/"


def html(response) -> str:
    return response.content.decode()


def page_of(row: Initiative) -> str:
    return f"{DESK}{row.public_id}/"


@pytest.fixture
def desk(client, registry):
    return sign_in(client, registry)


def sign_in(client, actor):
    actor.user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(actor.user)
    return client


def test_the_menu_and_the_list_are_for_the_registry_s_people(town, desk):
    row, draft = town.delivered(), town.draft(title="Salainen luonnos")
    assert DESK in html(desk.get("/admin/"))
    assert row.title in html(desk.get(DESK))
    assert draft.title not in html(desk.get(DESK))
    assert desk.get(page_of(draft), follow=True).status_code == 404


@pytest.mark.parametrize("role", [Role.MODERATOR, Role.SERVICE_AREA, Role.YOUTH_WORKER])
def test_other_staff_see_nothing_of_it(town, client, role):
    row = town.delivered()
    other = sign_in(client, make_staff("Mio", role))
    assert DESK not in html(other.get("/admin/"))
    for where in (DESK, page_of(row), f"{DESK}report/"):
        assert other.get(where).status_code == 302
    assert other.post(f"{page_of(row)}export/").status_code in (302, 403)


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Uusi", "Myöhässä", "Vastattu"}),
        ("state=answered", {"Vastattu"}),
        ("waiting=pending", {"Uusi"}),
        ("waiting=overdue", {"Myöhässä"}),
        ("waiting=unanswered", {"Uusi", "Myöhässä"}),
        ("waiting=hidden", set()),
        ("q=myöh", {"Myöhässä"}),
        ("state=draft", {"Uusi", "Myöhässä", "Vastattu"}),
        ("ordering=author__user__password", {"Uusi", "Myöhässä", "Vastattu"}),
    ],
)
def test_the_list_filters_what_waits(town, registry, desk, query, shown):
    town.publish(own_months=1)
    town.delivered(title="Aloite Uusi")
    pending(registry, town.delivered(title="Aloite Myöhässä"))
    record(registry, pending(registry, town.delivered(title="Aloite Vastattu")))
    with clock.shifted(timedelta(days=50)):
        page = html(desk.get(f"{DESK}results/?{query}"))
    assert {n for n in ("Uusi", "Myöhässä", "Vastattu") if f"Aloite {n}" in page} == shown


def test_pending_and_answer_are_recorded_on_the_page(town, desk):
    row = town.delivered()
    today = clock.today().isoformat()
    wrong = {"task": "pending", "pending-on": "1.1.2001", "pending-version": "0"}
    assert desk.post(page_of(row), wrong).status_code in (409, 422)
    given = {
        "task": "pending",
        "pending-on": today,
        "pending-register_number": "KU/7",
        "pending-prepared_by_0": "Tekninen johtaja",
        "pending-version": "0",
    }
    assert desk.post(page_of(row), given).status_code == 303
    again = desk.post(page_of(row), {**given, "pending-register_number": "KU/8"})
    assert again.status_code == 409
    said = {
        "task": "record",
        "record-kind": "answered",
        "record-on": today,
        "record-text_0": "Valot tulevat.",
        "record-role_0": "Kunnanhallitus",
        "record-version": "1",
    }
    assert desk.post(page_of(row), {**said, "record-text_0": ""}).status_code in (409, 422)
    assert desk.post(page_of(row), said).status_code == 303
    row.refresh_from_db()
    assert (row.state, row.register_number) == (State.ANSWERED, "KU/7")
    assert str(row.entries.get().text) == "Valot tulevat."
    assert str(row.prepared_by) == "Tekninen johtaja"


def test_a_task_that_does_not_fit_is_refused(town, desk):
    row = town.gathering()
    for task in ("pending", "record", "restore", "nope", ""):
        assert desk.post(page_of(row), {"task": task}).status_code in (302, 403)
    assert "pending-on" not in html(desk.get(page_of(row)))


def test_hiding_and_showing_again(town, desk):
    row = town.gathering()
    desk.post(page_of(row), {"task": "hide", "hide-reason": "personal"})
    row.refresh_from_db()
    assert not row.is_visible
    desk.post(page_of(row), {"task": "restore", "restore-reason": "Korjattu"})
    row.refresh_from_db()
    assert row.is_visible


def test_the_export_is_a_post_that_the_log_tells_of(town, desk, registry):
    row = town.delivered()
    assert desk.get(f"{page_of(row)}export/").status_code == 405
    assert desk.post(f"{page_of(row)}export/").status_code == 409
    answer = desk.post(f"{page_of(row)}export/", {"reason": "Kirjaamoon"})
    assert answer.headers["Content-Type"] == "application/zip"
    assert "no-store" in answer.headers["Cache-Control"]
    entry = ModelLogEntry.objects.get(action="raati.initiatives.export")
    assert entry.user == registry.user
    assert CONTACT["name"] not in str(entry.data)
    gathering = f"{page_of(town.gathering())}export/"
    assert desk.post(gathering, {"reason": "Kirjaamoon"}).status_code == 409


def test_the_report_lists_the_year_s_initiatives_and_what_was_done(town, registry, desk):
    noon = clock.now().replace(month=6, day=15)
    last = noon.replace(year=noon.year - 1)
    with clock.frozen(last):
        town.publish(opens_at=None)
        old, answered = town.delivered(title="Vanha auki"), town.delivered(title="Vanha vastattu")
        then = make_staff("Vanhempi", Role.COMMUNICATIONS)
        pending(then, old)
        record(then, pending(then, answered))
    new = town.delivered(title="Uusi")
    town.gathering(title="Kerää vielä")
    this, before = (
        html(desk.get(f"{DESK}report/")),
        html(desk.get(f"{DESK}report/?year={last.year}")),
    )
    assert new.title in this
    assert old.title in this
    assert "Vanha vastattu" not in this
    assert "Kerää vielä" not in this
    assert "Vanha vastattu" in before
    assert "Valot tulevat" in before
    for asked in ("x", "0000", "9999", "20262026", "²²²²"):
        assert desk.get(f"{DESK}report/", {"year": asked}).status_code == 200
    for secret in (CONTACT["name"], CONTACT["email"]):
        assert secret not in this + before


def test_the_list_costs_the_same_for_one_and_for_many(town, desk, django_assert_max_num_queries):
    for _each in range(6):
        town.delivered()
    desk.get(DESK)
    with django_assert_max_num_queries(16):
        desk.get(f"{DESK}results/")
