"""Bursts in the database: seen by the clock, shown to a person, removed in the open."""

from datetime import timedelta

import pytest
from django.test import Client

from participation.core import clock, own_rows
from participation.core.models import Person
from participation.ideas.models import Idea, Support
from participation.moderation import actions, tasks
from participation.moderation.models import Case, Source, What
from tests.ideas.conftest import make_person

from .test_desk import page_of, signed_in


@pytest.fixture
def crowd(idea, settings):
    """Twelve accounts made within minutes support the idea from one address."""
    settings.RAATI_BURST_SUPPORTS = 10
    settings.RAATI_BURST_SHARE = 0.7
    people = []
    for number in range(12):
        person = make_person(f"joukko{number}")
        client = Client(REMOTE_ADDR="192.0.2.50")
        client.force_login(person.user)
        assert client.post(f"/fi/ideat/{idea.public_id}/support/").status_code in (200, 302, 303)
        people.append(person)
    return people


def test_supports_from_the_site_carry_a_coded_trace_and_no_address(crowd, idea):
    sources = set(Support.objects.filter(idea=idea).values_list("source", flat=True))
    assert len(sources) == 1
    assert "192" not in sources.pop()[:3]


def test_the_clock_flags_the_crowd_once_and_touches_no_support(crowd, idea):
    assert tasks.flag_bursts() == 1
    tasks.flag_bursts()
    case = Case.objects.get()
    assert (case.source, case.evidence["number"]) == (Source.FLAG, 12)
    assert Support.objects.filter(idea=idea).count() == 12
    idea.refresh_from_db()
    assert idea.support_count == 12


def test_few_supports_are_nobody_s_business(crowd, settings):
    settings.RAATI_BURST_SUPPORTS = 30
    assert tasks.flag_bursts() == 0


def test_what_a_person_has_left_is_not_flagged_again(crowd, staff):
    tasks.flag_bursts()
    actions.decide_case(actor=staff["moderator"], case=Case.objects.get(), what=What.LEAVE)
    assert tasks.flag_bursts() == 0


def test_a_moderator_sees_how_they_came_and_removes_some_in_public(client, crowd, idea, staff):
    tasks.flag_bursts()
    case = Case.objects.get()
    mio = signed_in(staff["moderator"])
    page = mio.get(page_of(case)).content.decode()
    assert crowd[0].public_id in page
    assert "joukko0" not in page
    given = {
        "decide-what": "remove",
        "decide-persons": [person.public_id for person in crowd[:9]],
        "decide-words": "Tilit tehtiin minuuteissa samasta paikasta.",
        "decide-version": str(case.version),
    }
    assert mio.post(page_of(case), {"task": "decide", **given}).status_code == 303
    idea.refresh_from_db()
    assert idea.support_count == 3
    public = client.get(f"/fi/ideat/{idea.path_name}/").content.decode()
    assert "Tilit tehtiin minuuteissa samasta paikasta." in public


def test_the_trace_is_gone_after_a_month(crowd):
    with clock.shifted(timedelta(days=31)):
        own_rows.forget_old()
    assert not Support.objects.exclude(source="").exists()


def test_nobody_is_barred_by_being_flagged(crowd):
    tasks.flag_bursts()
    assert not Person.objects.filter(barred_until__isnull=False).exists()


def send(number: int) -> None:
    """Somebody with a new account sends an idea from the school's address."""
    client = Client(REMOTE_ADDR="192.0.2.50")
    client.force_login(make_person(f"oppilas{number}").user)
    form = client.get("/fi/ideat/new/").context["form"]
    given = {"key": form["key"].value(), "owner": form["owner"].value(), "title": f"Uusi {number}",
             "text": "Kiitos.", "language": "fi"}  # fmt: skip
    assert client.post("/fi/ideat/new/", given).status_code == 303


def test_a_flood_of_new_ideas_is_one_case_that_names_them_and_stops_nobody(town, staff, settings):
    settings.RAATI_BURST_THINGS = 6
    for number in range(6):
        send(number)
    assert tasks.flag_bursts() == 1
    send(6)
    tasks.flag_bursts()
    case = Case.objects.get()
    assert (case.evidence["what"], case.evidence["number"]) == ("things", 7)
    assert Idea.objects.visible().count() == 7
    page = signed_in(staff["moderator"]).get(page_of(case)).content.decode()
    assert all(f"Uusi {number}" in page for number in range(7))
    assert "192.0.2" not in page
    assert "decide-persons" not in page
    actions.decide_case(actor=staff["moderator"], case=case, what=What.LEAVE)
    assert tasks.flag_bursts() == 0
    with clock.shifted(timedelta(days=31)):
        own_rows.forget_old()
    assert not Idea.objects.exclude(source="").exists()


def test_a_flood_of_reports_stands_in_the_reported_thing_s_own_case(report, staff, settings):
    settings.RAATI_BURST_REPORTS = 5
    for number in range(5):
        case = report(f"visitor{number}", source="one").case
    assert tasks.flag_bursts() == 1
    case.refresh_from_db()
    assert (case.source, case.evidence["what"], case.evidence["number"]) == ("report", "reports", 5)
    page = signed_in(staff["moderator"]).get(page_of(case)).content.decode()
    assert "Ilmoituksia lyhyessä ajassa: 5" in page
