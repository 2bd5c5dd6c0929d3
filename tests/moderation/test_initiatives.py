"""Initiatives in the moderators' queue: reported, hidden, shown again, in floods of signatures."""

from datetime import timedelta

import pytest
from django.test import Client

from participation.core import clock, own_rows
from participation.core.moderatable import kind_of
from participation.core.receipts import new_key
from participation.core.roles import Role
from participation.initiatives import actions as initiatives
from participation.initiatives.models import Initiative, Signature
from participation.moderation import actions, tasks
from participation.moderation.models import Case, Source, What
from tests.ideas.conftest import make_person, make_staff
from tests.initiatives.conftest import registry, town

from .test_desk import page_of, signed_in

__all__ = ["registry", "town"]


@pytest.fixture
def kind():
    return kind_of(Initiative._meta.label)


@pytest.fixture
def moderator(town):
    return make_staff("Mio", Role.MODERATOR)


@pytest.fixture
def row(town):
    return town.gathering(title="Valot latupohjalle")


@pytest.fixture
def case(kind, row, town):
    report = actions.report_thing(
        actor=town.resident("Bertta"), kind=kind, thing=row, key=new_key(), reason="abuse"
    )
    return report.case


def test_its_page_leads_to_a_report_and_the_desk_to_a_decision(client, row, moderator, case):
    page = client.get(f"/fi/aloitteet/{row.path_name}/").content.decode()
    assert f"/fi/moderation/report/initiative/{row.public_id}/" in page
    mio = signed_in(moderator)
    desk = mio.get(page_of(case))
    assert "Valot latupohjalle" in desk.content.decode()
    # The registry's desk is not a moderator's: the link leads to the page.
    assert desk.context["address"] == f"/fi/aloitteet/{row.path_name}/"
    given = {"decide-what": "hide", "decide-reason": "rules", "decide-version": case.version}
    assert mio.post(page_of(case), {"task": "decide", **given}).status_code == 303
    assert client.get(f"/fi/aloitteet/{row.path_name}/").status_code == 410


def test_its_maker_reads_why_asks_again_and_it_is_shown_again(
    case, row, town, moderator, registry, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        decision = actions.decide_case(
            actor=moderator, case=case, what=What.HIDE, reason="not_ours"
        )
    aino = Client()
    aino.force_login(town.resident().user)
    mine = aino.get(f"/fi/aloitteet/{row.public_id}/mine/").content.decode()
    assert f"/moderation/decisions/{decision.public_id}/" in mine
    appeal = actions.ask_again(actor=town.resident(), decision=decision, words="Kyllä koskee.")
    actions.decide_again(actor=registry, appeal=appeal, outcome="changed", answer="Totta.")
    assert Initiative.objects.visible().filter(pk=row.pk).exists()


def test_what_is_hidden_on_the_registry_s_desk_enters_the_history_once(
    row, registry, town, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        initiatives.hide_initiative(actor=registry, initiative=row, reason="law")
    case = Case.objects.get()
    decision = case.decisions.get()
    assert (case.source, decision.what, decision.by) == (Source.DESK, "hide", registry.person)
    actions.ask_again(actor=town.resident(), decision=decision, words="Ei ole.")


def test_a_premoderated_one_is_approved_from_the_queue(
    town, moderator, django_capture_on_commit_callbacks
):
    town.publish(premoderated=True)
    with django_capture_on_commit_callbacks(execute=True):
        row = town.gathering()
    actions.approve_case(actor=moderator, case=Case.objects.get())
    assert Initiative.objects.visible().get() == row


def test_danger_hides_it_at_once_and_its_withdrawal_closes_what_waited(
    kind, row, town, django_capture_on_commit_callbacks
):
    actions.report_thing(
        actor=town.resident("Bertta"), kind=kind, thing=row, key=new_key(), reason="danger"
    )
    assert Initiative.objects.get(pk=row.pk).waits
    town.publish(premoderated=True)
    with django_capture_on_commit_callbacks(execute=True):
        other = town.gathering(town.resident("Eino"))
    with django_capture_on_commit_callbacks(execute=True):
        initiatives.withdraw_initiative(actor=town.resident("Eino"), initiative=other)
    held = Case.objects.get(subject_id=other.public_id)
    assert held.closed_at


def test_a_flood_of_signatures_is_shown_to_a_person_who_removes_some(
    client, row, moderator, settings
):
    settings.RAATI_BURST_SUPPORTS = 8
    form = {"name": "E", "home": "here"}
    for number in range(8):
        browser = Client(REMOTE_ADDR="192.0.2.50")
        browser.force_login(make_person(f"joukko{number}").user)
        answer = browser.post(f"/fi/aloitteet/{row.public_id}/sign/", form)
        assert answer.status_code == 303
    sources = set(Signature.objects.exclude(source="").values_list("source", flat=True))
    assert len(sources) == 1
    assert tasks.flag_bursts() == 1
    case = Case.objects.get()
    assert (case.evidence["what"], case.evidence["number"]) == ("voices", 8)
    crowd = Signature.objects.exclude(source="").values_list("person__public_id", flat=True)
    given = {
        "decide-what": "remove",
        "decide-persons": list(crowd)[:6],
        "decide-words": "Nimet tulivat yhdestä osoitteesta minuuteissa.",
        "decide-version": str(case.version),
    }
    mio = signed_in(moderator)
    assert mio.post(page_of(case), {"task": "decide", **given}).status_code == 303
    row.refresh_from_db()
    assert row.signature_count == 3
    public = client.get(f"/fi/aloitteet/{row.path_name}/").content.decode()
    assert "Nimet tulivat yhdestä osoitteesta minuuteissa." in public
    with clock.shifted(timedelta(days=31)):
        own_rows.forget_old()
    assert not Signature.objects.exclude(source="").exists()
