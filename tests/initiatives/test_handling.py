"""The registry's side: the clock, what was done, reminders, letters, the export."""

import io
import json
import zipfile
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import tablib
from django.conf import settings
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from participation.core import clock, sending
from participation.core.absences import name_deputy
from participation.core.models import Component
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.core.rules import RuleBroken
from participation.initiatives import law
from participation.initiatives.actions import (
    deliver_initiative,
    export_initiative,
    hide_initiative,
    record_pending,
    remind,
    restore_initiative,
    sign_initiative,
)
from participation.initiatives.export import zip_of
from participation.initiatives.models import EntryKind, Initiative, State
from participation.initiatives.tasks import remind as clock_reminds
from participation.initiatives.threshold import due_on
from tests.ideas.conftest import make_staff

from .conftest import CONTACT, pending, record

HELSINKI = ZoneInfo("Europe/Helsinki")


def local(year: int, month: int, day: int, hour: int = 12) -> datetime:
    return datetime(year, month, day, hour, tzinfo=HELSINKI)


def with_enough(town, title: str = "Valot"):
    row = town.gathering(title=title)
    for name in ("Eino", "Helmi", "Kalle", "Liisa"):
        town.sign(row, name)
    return row


def delivered_with_enough(town):
    return deliver_initiative(actor=town.resident(), initiative=with_enough(town))


@pytest.mark.parametrize(
    ("pending_on", "due"),
    [
        (local(2026, 8, 31), date(2027, 2, 28)),
        (local(2026, 10, 24, 23), date(2027, 4, 24)),
        (local(2026, 10, 25, 3), date(2027, 4, 25)),
        (local(2026, 9, 30, 23), date(2027, 3, 30)),
        (local(2026, 12, 31, 23), date(2027, 6, 30)),
    ],
)
def test_the_clock_runs_from_the_pending_day_over_summer_time_and_new_year(town, pending_on, due):
    with clock.frozen(pending_on - timedelta(days=3)):
        town.publish(opens_at=None)
        row = delivered_with_enough(town)
        assert row.reached.at < pending_on
    with clock.frozen(pending_on):
        then = make_staff("Vanhempi", Role.COMMUNICATIONS)
        assert pending(then, row).due_on == due


@given(
    st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    st.one_of(st.none(), st.integers(1, 24)),
    st.integers(1, 24),
)
def test_the_due_date_is_the_law_s_or_an_earlier_promise(day, own, months):
    page = Component(settings={"own_months": own, "months": months})
    promised = law.months_after(day, own) if own else None
    assert due_on(page, day, reached=False) == promised
    by_law = law.months_after(day, months)
    assert due_on(page, day, reached=True) == min(by_law, promised or by_law)


def test_a_small_initiative_is_due_only_if_the_municipality_promises(town, registry):
    row = town.delivered()
    assert pending(registry, row).due_on is None
    town.publish(own_months=3)
    row.refresh_from_db()
    again = record_pending(actor=registry, initiative=row, on=clock.today(), register_number="2")
    assert again.due_on == law.months_after(clock.today(), 3)


def test_putting_the_day_right_reminds_anew_and_is_logged_with_both_days(town, registry):
    with clock.shifted(timedelta(days=-200)):
        town.publish(opens_at=None)
        row = town.delivered()
    town.publish(own_months=1)
    row.refresh_from_db()
    row = pending(registry, row, clock.today() - timedelta(days=100))
    assert clock_reminds() == 1
    row.refresh_from_db()
    row = pending(registry, row, clock.today() - timedelta(days=90))
    assert clock_reminds() == 1
    assert clock_reminds() == 0


def test_a_day_before_the_delivery_is_refused(town, registry):
    with pytest.raises(RuleBroken, match="day"):
        pending(registry, town.delivered(), clock.today() - timedelta(days=1))


def test_what_was_done_is_public_and_ends_the_matter(town, registry):
    row = pending(registry, town.delivered())
    record(registry, row, EntryKind.TAKEN_UP)
    record(registry, row, EntryKind.ANSWERED)
    row.refresh_from_db()
    assert (row.state, row.taken_up_on) == (State.ANSWERED, clock.today())
    with pytest.raises(RuleBroken, match="state"):
        record(registry, row, EntryKind.CLOSED)
    record(registry, row, EntryKind.STEP)
    assert row.entries.count() == 3


def test_a_second_editor_is_told(town, registry):
    row = pending(registry, town.delivered())
    with pytest.raises(RuleBroken, match="version"):
        record(registry, row, version=row.version - 1)
    record(registry, row, version=row.version)


def test_only_the_registry_s_people_handle(town, registry):
    row = town.delivered()
    for actor in (town.resident(), make_staff("Noora", Role.YOUTH_WORKER)):
        for act in (
            lambda actor: pending(actor, row),
            lambda actor: record(actor, row),
            lambda actor: hide_initiative(actor=actor, initiative=row, reason="law"),
            lambda actor: restore_initiative(actor=actor, initiative=row, reason="x"),
            lambda actor: export_initiative(actor=actor, initiative=row, reason="Arkistoon"),
        ):
            with pytest.raises(Refused):
                act(actor)
    with pytest.raises(Refused):
        remind(actor=registry)


def test_hiding_keeps_names_and_restoring_brings_it_back(town, registry):
    row = town.gathering()
    row = hide_initiative(actor=registry, initiative=row, reason="personal", note="Soitettu.")
    assert not row.is_visible
    assert row.signatures.count() == 1
    with pytest.raises(RuleBroken, match="reason"):
        restore_initiative(actor=registry, initiative=row, reason="")
    assert restore_initiative(actor=registry, initiative=row, reason="Korjattu.").is_visible


def letters(django_capture_on_commit_callbacks, act) -> list:
    mail.outbox.clear()
    with django_capture_on_commit_callbacks(execute=True):
        act()
    sending.send_waiting()
    return mail.outbox


def test_the_maker_and_the_registry_are_written_to(
    town, registry, django_capture_on_commit_callbacks
):
    draft = town.gathering()
    sent = letters(
        django_capture_on_commit_callbacks,
        lambda: deliver_initiative(actor=town.resident(), initiative=draft),
    )
    assert {tuple(m.to) for m in sent} == {(CONTACT["email"],), ("kirjaamo@example.org",)}
    draft.refresh_from_db()
    (told,) = letters(django_capture_on_commit_callbacks, lambda: pending(registry, draft))
    assert told.to == [CONTACT["email"]]
    assert "KU/12/2026" in told.body
    draft.refresh_from_db()
    (told,) = letters(django_capture_on_commit_callbacks, lambda: record(registry, draft))
    assert "Valot tulevat" in told.body
    assert f"http://testserver/fi/aloitteet/{draft.public_id}" in told.body


def test_a_title_cannot_write_headers(town, registry, django_capture_on_commit_callbacks):
    row = town.delivered(title="Valot\r\nBcc: x@example.org")
    (told,) = letters(django_capture_on_commit_callbacks, lambda: pending(registry, row))
    assert "\n" not in told.subject
    assert told.recipients() == [CONTACT["email"]]


def test_whoever_gave_no_e_mail_is_not_written_to(
    town, registry, django_capture_on_commit_callbacks
):
    row = town.delivered(contact={**CONTACT, "email": ""})
    assert letters(django_capture_on_commit_callbacks, lambda: pending(registry, row)) == []


def test_a_letter_that_could_not_be_sent_goes_later_with_the_same_id(
    town, registry, django_capture_on_commit_callbacks, monkeypatch
):
    row = town.delivered()
    ids = []

    def broken(letter, *given, **more):
        ids.append(letter.extra_headers["Message-ID"])
        raise OSError("The mail server is away.")

    with monkeypatch.context() as away:
        away.setattr("django.core.mail.EmailMessage.send", broken)
        assert letters(django_capture_on_commit_callbacks, lambda: pending(registry, row)) == []
    with clock.shifted(timedelta(hours=1)):
        sending.send_waiting()
    (last,) = mail.outbox
    assert "KU/12/2026" in last.body
    assert last.extra_headers["Message-ID"] == ids[0]


def test_what_is_due_is_told_once_before_and_once_after(
    town, registry, django_capture_on_commit_callbacks
):
    town.publish(own_months=2)
    row = pending(registry, town.delivered())
    told = []
    for days in (0, 20, 35, 36, 58, 59, 61, 62, 65, 66, 100):
        with clock.frozen(local(*row.pending_on.timetuple()[:3]) + timedelta(days=days)):
            sent = letters(django_capture_on_commit_callbacks, clock_reminds)
            told += [(days, *m.to) for m in sent if m.to != ["viivi@example.org"]]
    due = (row.due_on - row.pending_on).days
    before = [t for t in told if t[0] <= due]
    after = [t for t in told if t[0] > due]
    assert [to for _day, to in before] == ["kirjaamo@example.org"]
    assert sorted(to for _day, to in after) == [CONTACT["email"], "kirjaamo@example.org"]
    assert before[0][0] == 35
    assert {day for day, _to in after} == {next(d for d in (61, 62, 65) if d > due)}


@pytest.mark.parametrize("kind", [EntryKind.TAKEN_UP, EntryKind.ANSWERED, EntryKind.CLOSED])
def test_what_was_taken_up_is_not_reminded_of(town, registry, kind):
    town.publish(own_months=1)
    row = pending(registry, town.delivered())
    record(registry, row, kind)
    with clock.shifted(timedelta(days=100)):
        assert clock_reminds() == 0


def opened(town, registry, row) -> dict:
    dossier = export_initiative(actor=registry, initiative=row, reason="Arkistoon")
    archive = zipfile.ZipFile(io.BytesIO(zip_of(dossier)))
    assert archive.testzip() is None
    return {name: archive.read(name) for name in archive.namelist()}


def test_the_export_holds_the_whole_document(town, registry):
    row = town.gathering(title="Valot ladulle")
    town.sign(row, "Eino", is_resident=False)
    deliver_initiative(actor=town.resident(), initiative=row)
    row.refresh_from_db()
    record(registry, pending(registry, row))
    files = opened(town, registry, row)
    assert set(files) == {
        "initiative.html",
        "metadata.json",
        "signatures.csv",
        "signatures.xlsx",
    }
    about = json.loads(files["metadata.json"])
    assert about["maker"]["email"] == CONTACT["email"]
    assert (about["signatures"], about["signatures_of_residents"]) == (2, 1)
    assert about["register_number"] == "KU/12/2026"
    assert about["entries"][0]["kind"] == "answered"
    page = files["initiative.html"].decode()
    for text in ("Valot ladulle", "Aino Esimerkki", "Eino Esimerkki", "Valot tulevat"):
        assert text in page
    table = tablib.Dataset().load(files["signatures.xlsx"], format="xlsx")
    assert {row[0] for row in table} == {"Aino Esimerkki", "Eino Esimerkki"}


def test_no_cell_of_the_export_is_a_formula_and_no_name_is_markup(town, registry):
    row = town.gathering(title="<svg/onload=alert(1)>")
    names = ['=HYPERLINK("http://x")', "+1", "@SUM(A1)", "-2", "<script>alert(1)</script>"]
    for number, name in enumerate(names):
        sign_initiative(
            actor=town.resident(f"P{number}"),
            initiative=row,
            name=name,
            municipality="Kuparila",
            is_resident=True,
        )
    deliver_initiative(actor=town.resident(), initiative=row)
    files = opened(town, registry, row)
    for line in files["signatures.csv"].decode("utf-8-sig").splitlines():
        assert line.lstrip('"')[0] not in "=+-@"
    for cells in tablib.Dataset().load(files["signatures.xlsx"], format="xlsx"):
        assert str(cells[0])[0] not in "=+-@"
    page = files["initiative.html"].decode()
    assert "<script" not in page
    assert "<svg" not in page


def test_only_what_was_delivered_is_exported(town, registry):
    with pytest.raises(RuleBroken, match="state"):
        export_initiative(actor=registry, initiative=town.gathering(), reason="Arkistoon")


def test_the_letters_speak_the_initiative_s_language(
    town, registry, django_capture_on_commit_callbacks
):
    row = town.delivered(language="sv")
    (told,) = letters(django_capture_on_commit_callbacks, lambda: pending(registry, row))
    assert told.subject == "Ditt initiativ är anhängigt"
    assert settings.LANGUAGE_CODE == "fi"


def test_officials_are_told_on_the_day_and_again_when_nothing_is_done(
    town, registry, django_capture_on_commit_callbacks
):
    make_staff("Asta", Role.ADMINISTRATOR)
    stand_in = make_staff("Noora", Role.MODERATOR).person
    row = pending(registry, town.delivered())
    Initiative.objects.filter(pk=row.pk).update(due_on=date(2027, 9, 10))  # a Friday
    told = []
    for day in ("09-10", "09-11", "09-14", "09-15", "09-16", "09-23", "09-24", "10-15"):
        with clock.frozen(datetime.fromisoformat(f"2027-{day}T06:00+00:00")):
            if day == "09-24":
                name_deputy(
                    actor=registry,
                    deputy=stand_in,
                    first_day=clock.today(),
                    last_day=clock.today(),
                )
            sent = letters(django_capture_on_commit_callbacks, clock_reminds)
            told += [(day, m.to[0].split("@")[0]) for m in sent]
    told = [each for each in told if each[1] in ("viivi", "asta", "noora")]
    assert told[:2] == [("09-10", "viivi"), ("09-15", "viivi")]
    # The deputy's own mail that she stands in, and what was due.
    assert sorted(told[2:]) == [("09-24", "asta"), ("09-24", "noora"), ("09-24", "noora")]
