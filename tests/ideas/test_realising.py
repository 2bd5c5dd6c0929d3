"""What became of an accepted idea: plan, milestones, and the answer as it was before."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils.translation import override

from participation.core.files import reencode
from participation.core.models import Fact, PrivateFile
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.when import euros_text
from participation.ideas.actions import (
    add_milestone,
    answer_idea,
    edit_milestone,
    hide_idea,
    move_idea,
    plan_idea,
    remove_milestone,
)
from participation.ideas.models import AnswerRevision, Idea, Milestone
from tests.core.test_files import picture

ANSWER = {"outcome": "accepted", "text": {"fi": "Penkki tulee."}, "role": {"fi": "Ohjaaja"}}
DAY = date(2026, 10, 5)


@pytest.fixture
def accepted(town, staff) -> Idea:
    idea = town.idea()
    answer_idea(actor=staff["communications"], idea=idea, **ANSWER)
    return Idea.objects.get(pk=idea.pk)


def page_of(client, idea: Idea, language: str = "fi") -> str:
    return client.get(f"/{language}/ideat/{idea.path_name}/").content.decode()


def test_cost_and_schedule_are_shown(accepted, staff, client):
    plan_idea(
        actor=staff["communications"],
        idea=accepted,
        cost=Decimal("12500.5"),
        schedule={"fi": "Keväällä 2027", "sv": "Våren 2027"},
        version=accepted.version,
    )
    page = page_of(client, accepted)
    assert "12\u00a0500,50\u00a0€" in page
    assert "Keväällä 2027" in page
    assert Fact.objects.filter(name="idea_planned").count() == 1


@pytest.mark.parametrize(
    ("language", "amount", "text"),
    [
        ("fi", "12500", "12\u00a0500\u00a0€"),
        ("sv", "0.5", "0,50\u00a0€"),
        ("en", "12500", "€12,500"),
    ],
)
def test_money_is_written_as_the_language_writes_it(language, amount, text):
    with override(language):
        assert euros_text(Decimal(amount)) == text


@pytest.mark.parametrize("cost", ["-1", "NaN", "Infinity", "1e30"])
def test_a_cost_that_is_none_is_refused(accepted, staff, cost):
    with pytest.raises(RuleBroken, match="cost"):
        plan_idea(
            actor=staff["communications"], idea=accepted, cost=Decimal(cost), schedule={"fi": "x"}
        )


def test_a_plan_is_for_what_will_be_done(town, staff):
    with pytest.raises(RuleBroken, match="accepted"):
        plan_idea(actor=staff["communications"], idea=town.idea(), cost=None, schedule="Pian")


def test_the_second_of_two_planners_is_told(accepted, staff):
    given = {"actor": staff["communications"], "idea": accepted, "cost": None}
    plan_idea(**given, schedule="Keväällä", version=accepted.version)
    with pytest.raises(RuleBroken, match="version"):
        plan_idea(**given, schedule="Syksyllä", version=accepted.version)


@pytest.fixture
def told(accepted, staff) -> Milestone:
    return add_milestone(
        actor=staff["communications"],
        idea=accepted,
        on=DAY,
        title={"fi": "Penkit tilattiin", "sv": "Bänkarna beställdes"},
        text={"fi": "Kuusi penkkiä."},
        photo=reencode(picture()),
        photo_alt="Penkki puun alla",
    )


def test_what_was_done_is_shown_with_its_picture(told, accepted, client):
    page = page_of(client, accepted)
    for words in ("Penkit tilattiin", "Kuusi penkkiä.", "5.10.2026", 'alt="Penkki puun alla"'):
        assert words in page
    assert client.get(f"/files/{told.photo.public_id}/").status_code == 200


def test_the_picture_of_a_hidden_idea_is_nobodys(told, accepted, staff, client):
    hide_idea(actor=staff["moderator"], idea=accepted, reason="rules")
    answer = client.get(f"/files/{told.photo.public_id}/", follow=True)
    assert answer.status_code == 404


def test_a_milestone_is_put_right_and_keeps_its_picture(told, accepted, staff):
    photo = told.photo
    given = {"actor": staff["communications"], "milestone": told, "on": DAY}
    changed = edit_milestone(**given, title={"fi": "Penkit tulivat"}, photo_alt="Penkki")
    assert (str(changed.title), changed.photo, changed.photo_alt) == (
        "Penkit tulivat",
        photo,
        "Penkki",
    )
    with pytest.raises(RuleBroken, match="alt"):
        edit_milestone(**given, title={"fi": "Penkit tulivat"})


def test_a_new_picture_replaces_the_old_file(told, staff, django_capture_on_commit_callbacks):
    old = told.photo
    with django_capture_on_commit_callbacks(execute=True):
        edit_milestone(
            actor=staff["communications"],
            milestone=told,
            on=DAY,
            title="x",
            photo=reencode(picture()),
            photo_alt="Toinen",
        )
    assert not PrivateFile.objects.filter(pk=old.pk).exists()
    assert not old.file.storage.exists(old.file.name)


def test_a_removed_milestone_takes_its_picture_along(
    told, accepted, staff, client, django_capture_on_commit_callbacks
):
    name, storage = told.photo.file.name, told.photo.file.storage
    with django_capture_on_commit_callbacks(execute=True):
        for _twice in range(2):
            remove_milestone(actor=staff["communications"], milestone=told)
    assert not storage.exists(name)
    assert "Penkit tilattiin" not in page_of(client, accepted)
    assert Fact.objects.filter(name="milestone_removed").count() == 1


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"title": {"fi": " "}}, "title"),
        ({"on": date(2199, 1, 1)}, "day"),
        ({"photo": (b"x", 1, 1)}, "alt"),
    ],
)
def test_an_incomplete_milestone_is_refused(accepted, staff, fields, code):
    given = {"on": DAY, "title": {"fi": "Penkki"}, **fields}
    with pytest.raises(RuleBroken, match=code):
        add_milestone(actor=staff["communications"], idea=accepted, **given)


def test_residents_tell_nothing_in_the_citys_name(told, accepted, town):
    eino = town.resident("Eino")
    for act in (
        lambda: plan_idea(actor=eino, idea=accepted, cost=None, schedule="x"),
        lambda: add_milestone(actor=eino, idea=accepted, on=DAY, title="x"),
        lambda: edit_milestone(actor=eino, milestone=told, on=DAY, title="x"),
        lambda: remove_milestone(actor=eino, milestone=told),
    ):
        with pytest.raises(Refused):
            act()


def test_the_desk_plans_tells_corrects_and_removes(accepted, staff, client, desk):
    desk("communications")
    address = f"/admin/ideas/{accepted.public_id}/realised/"
    assert client.get(address).status_code == 200
    plan = {"task": "plan", "plan-cost": "1 200,50", "plan-version": accepted.version}
    assert client.post(address, {**plan, "plan-schedule_fi": "Pian"}).status_code == 302
    accepted.refresh_from_db()
    assert accepted.cost == Decimal("1200.50")
    for wrong in ("-1", "1e400000", "NaN", "9" * 5000, "\x00"):
        assert client.post(address, {**plan, "plan-cost": wrong}).status_code == 422
    done = {"task": "milestone", "milestone-on": "2026-10-05", "milestone-title_fi": "Valmis"}
    assert client.post(address, done).status_code == 302
    one = accepted.milestones.get()
    there = f"{address}{one.public_id}/"
    late = client.post(there, {**done, "milestone-on": "2199-01-01"})
    assert late.status_code == 409
    assert 'value="Valmis"' in late.content.decode()
    assert client.post(there, {"task": "remove"}).status_code == 302
    assert not accepted.milestones.exists()


def test_a_mails_address_leads_to_the_form(accepted, client, desk):
    desk("communications")
    answer = client.get(f"/admin/ideas/{accepted.public_id}/answer/")
    assert answer.url == f"/admin/ideas/{accepted.public_id}/#answer-section"


def test_each_wording_of_an_answer_stays_readable(accepted, staff, client):
    for text in ("Penkki tulee kesällä.", "Penkki tulee syksyllä."):
        answer_idea(actor=staff["communications"], idea=accepted, **ANSWER | {"text": {"fi": text}})
    assert list(AnswerRevision.objects.values_list("version", flat=True)) == [2, 1]
    page = page_of(client, accepted)
    for text in ("Penkki tulee.", "Penkki tulee kesällä.", "Penkki tulee syksyllä."):
        assert text in page
    assert accepted.steps.count() == 2


def test_the_same_answer_again_is_no_change(accepted, staff):
    answer = answer_idea(actor=staff["communications"], idea=accepted, **ANSWER)
    assert (answer.version, AnswerRevision.objects.count()) == (1, 0)


def test_correcting_words_leaves_the_idea_where_it_has_come_to(accepted, staff):
    move_idea(actor=staff["communications"], idea=accepted, state="done")
    answer_idea(actor=staff["communications"], idea=accepted, **ANSWER | {"text": {"fi": "Tuli."}})
    accepted.refresh_from_db()
    assert accepted.state == "done"


def test_a_missing_translation_is_said(accepted, client, town):
    with override("fi"):
        assert accepted.answer.missing_languages == ["ruotsi", "englanti"]
    page = client.get(f"/fi/ideat/{accepted.path_name}/", headers={"accept-language": "sv"})
    assert '<div lang="fi">' not in page.content.decode()
    from participation.ideas.fragments import OfficialAnswer

    swedish = OfficialAnswer(Idea.objects.get(pk=accepted.pk)).html("sv")
    assert '<div lang="fi">' in swedish
    assert "finska" in swedish
