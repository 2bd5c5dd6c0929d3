"""Phases near their end: what they lack, on the desk; who is told a week and a day before."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core import mail

from participation.core import clock, desk, sending
from participation.core.actors import Actor
from participation.core.models import Absence
from participation.core.roles import Role
from participation.notifications.models import Notice
from participation.processes.models import ProcessPage
from participation.processes.tasks import remind
from tests.home.conftest import person_with
from tests.home.trees import CLOSES


def titles(person) -> list[str]:
    panel = desk.panel_for(Actor.member(person), "phases")
    return [item.title for item in desk.look(Actor.member(person), panel, 5).items] if panel else []


@pytest.fixture
def told(django_capture_on_commit_callbacks):
    def look(day: str) -> list[tuple[str, str]]:
        with clock.frozen(datetime.fromisoformat(f"{day}:00+00:00")):
            with django_capture_on_commit_callbacks(execute=True):
                remind()
            sending.send_waiting()
        found = [(each.to[0].split("@")[0], each.subject) for each in mail.outbox]
        mail.outbox.clear()
        return found

    return look


def test_its_owner_is_told_a_week_and_a_day_before_once_each(tree, noon, editor, told):
    owner = person_with("omistaja@example.org", Role.YOUTH_WORKER)
    ProcessPage.objects.filter(pk=tree.process.pk).update(owner=owner.user)
    subject = "Vaihe ”Ideat” päättyy pian"
    # It ends on the first of December at ten in the morning.
    expected = {
        "2026-11-23T21": [],
        # Midnight at home.
        "2026-11-23T22": [("omistaja", subject)],
        "2026-11-25T06": [],
        "2026-11-30T06": [("omistaja", subject)],
        "2026-12-01T07": [],
        "2026-12-01T09": [],
    }
    for moment, mails in expected.items():
        assert told(moment) == mails, moment
        assert told(moment) == []
    assert [(n.person, n.kind) for n in Notice.objects.all()] == [
        (owner, "processes.phase_ending")
    ] * 2


def test_without_an_owner_it_is_communications_or_who_stands_in(tree, noon, editor, told):
    deputy = person_with("sijainen@example.org", Role.MODERATOR)
    Absence.objects.create(
        person=editor,
        deputy=deputy,
        first_day=datetime(2026, 11, 24, tzinfo=UTC),
        last_day=datetime(2026, 11, 26, tzinfo=UTC),
        named_at=clock.now(),
    )
    assert [who for who, _subject in told("2026-11-24T06")] == ["sijainen"]
    assert [who for who, _subject in told("2026-11-30T06")] == ["viestinta"]


def test_what_was_moved_meanwhile_is_not_mailed(tree, noon, editor, told):
    with clock.frozen(datetime(2026, 11, 24, 6, tzinfo=UTC)):
        remind()
    page = ProcessPage.objects.get(pk=tree.process.pk)
    page.phases[1].value["closes"] = CLOSES + timedelta(days=30)
    page.save_revision().publish()
    assert told("2026-11-24T07") == []


def test_the_desk_says_what_is_missing(tree, noon, editor):
    actor = Actor.member(editor)
    panel = desk.panel_for(actor, "phases")
    before, now = desk.look(actor, panel, 5).items
    # The first is over and has results: not there; the second ends; the third begins.
    assert (before.title, now.title) == (
        "Hyvinvointisuunnitelma: Ideat",
        "Hyvinvointisuunnitelma: Päätös",
    )
    notes = [str(note) for note in before.notes]
    assert notes[0] == "päättyy ti 1.12.2026 klo 10.00"
    assert "tulokset kirjoittamatta" in notes
    assert any("kääntämättä" in note for note in notes)
    assert any(note.startswith("Puistot:") and "vastaatte" in note for note in notes)
    assert str(now.notes[0]) == "alkaa ti 1.12.2026 klo 10.00"
    assert before.href.startswith(f"/admin/pages/{tree.process.pk}/edit/")
    # Over, and nobody wrote what came of it.
    with clock.frozen(CLOSES + timedelta(days=2)):
        (late, *_rest) = desk.look(actor, panel, 5).items
        assert "tulokset kirjoittamatta" in str(late.late)
    assert titles(person_with("pekka@example.org", Role.SERVICE_AREA)) == []
