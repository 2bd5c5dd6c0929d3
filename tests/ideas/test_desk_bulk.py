"""Acts on many ideas: one by one, each with its outcome told."""

import pytest
from wagtail.models import ModelLogEntry

from participation.ideas.actions import prepare_answer
from participation.ideas.desk import bulk
from participation.ideas.models import Answer, Idea

DESK = "/admin/ideas/"
BULK = f"{DESK}bulk/"
WORDS = {"outcome": "accepted", "text": {"fi": "Tulee."}, "role": {"fi": "Puutarhuri"}}


def text(response) -> str:
    return response.content.decode()


def ids(*ideas) -> list[str]:
    return [idea.public_id for idea in ideas]


def do(client, act: str, *ideas, **fields):
    return client.post(BULK, {"act": act, "idea": ids(*ideas), "go": "1", **fields}, follow=True)


def test_prepared_answers_are_published_and_the_others_are_told_why_not(town, staff, sign_in):
    ready, unready, none = town.idea(), town.idea(), town.idea()
    prepare_answer(actor=staff["communications"], idea=ready, is_ready=True, **WORDS)
    prepare_answer(actor=staff["communications"], idea=unready, **WORDS)
    client = sign_in("communications")
    asked = client.post(BULK, {"act": "publish", "idea": ids(ready, unready, none)})
    assert asked.status_code == 200
    assert not Answer.objects.exists()
    page = do(client, "publish", ready, unready, none)
    assert Answer.objects.get().idea == ready
    told = page.context
    assert [each[0] for each in told["done"]] == ids(ready)
    assert {each[0] for each in told["refused"]} == set(ids(unready, none))
    assert all(each[3] for each in told["refused"])
    # Sent once more, it does nothing twice.
    assert do(client, "publish", ready).context["refused"]
    assert Answer.objects.get().version == 1


def test_many_are_marked_as_ready(town, staff, sign_in):
    idea = town.idea()
    prepare_answer(actor=staff["communications"], idea=idea, **WORDS)
    do(sign_in("communications"), "ready", idea)
    idea.answer_draft.refresh_from_db()
    assert idea.answer_draft.is_ready


def test_many_are_assigned_and_what_is_left_empty_stays(town, staff, sign_in):
    one, two = town.idea(), town.idea()
    one.owner = staff["administrator"].person
    one.save()
    area = town.services["kaupunkirakenne"]
    do(sign_in("communications"), "assign", one, two, service_area=area.pk, due_on="24.12.2030")
    for idea in (one, two):
        idea.refresh_from_db()
        assert (idea.service_area, idea.due_on.isoformat()) == (area, "2030-12-24")
    assert (one.owner, two.owner) == (staff["administrator"].person, None)
    assert ModelLogEntry.objects.filter(action="raati.ideas.assign").count() == 2


def test_assigning_nothing_is_said_beside_the_form(town, sign_in):
    idea = town.idea()
    answer = sign_in("communications").post(
        BULK, {"act": "assign", "idea": ids(idea), "go": "1", "due_on": "32.13.2027"}
    )
    assert answer.status_code == 422
    assert idea.public_id in text(answer)


def test_many_are_hidden_with_one_reason(town, sign_in):
    do(sign_in("moderator"), "hide", town.idea(), town.idea(), reason="advertising")
    assert not Idea.objects.visible().exists()
    assert set(Idea.objects.values_list("hidden_reason", flat=True)) == {"advertising"}


def test_a_role_does_to_many_only_what_it_does_to_one(town, staff, sign_in):
    idea = town.idea()
    prepare_answer(actor=staff["communications"], idea=idea, is_ready=True, **WORDS)
    page = do(sign_in("moderator"), "publish", idea)
    assert page.context["refused"]
    assert not Answer.objects.exists()


def test_a_foreign_idea_among_them_is_not_found_and_nothing_is_done(town, sign_in):
    own, foreign = town.idea(), town.idea()
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    client = sign_in("service_area")
    for chosen in (ids(own, foreign), ["nope"], ["1 OR 1=1"]):
        answer = client.post(
            BULK, {"act": "assign", "idea": chosen, "go": "1", "due_on": "1.1.2030"}, follow=True
        )
        assert answer.status_code == 404
        assert foreign.title not in text(answer)
    own.refresh_from_db()
    assert own.due_on is None


def test_all_that_match_are_those_one_may_see(town, sign_in):
    own = town.idea()
    town.idea()
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    asked = sign_in("service_area").post(BULK, {"act": "assign", "scope": "all", "query": ""})
    assert asked.context["ideas"] == [own]


def test_all_that_match_are_bounded_and_the_rest_is_named(town, sign_in, monkeypatch):
    monkeypatch.setattr(bulk, "MOST", 2)
    for _number in range(3):
        town.idea()
    client = sign_in("communications")
    asked = client.post(BULK, {"act": "hide", "scope": "all", "query": ""})
    assert (len(asked.context["ideas"]), asked.context["left_out"]) == (2, 1)
    many = client.post(BULK, {"act": "hide", "idea": ["a", "b", "c"]})
    assert many.status_code == 303


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"act": "delete", "idea": "x"},
        {"act": "publish"},
        {"act": "hide", "scope": "all", "query": "state=nope"},
        {"act": "hide", "scope": "all", "query": "due_until=yesterday"},
    ],
)
def test_what_is_not_clear_is_not_done(town, sign_in, fields):
    town.idea()
    answer = sign_in("communications").post(BULK, {**fields, "go": "1", "reason": "rules"})
    assert answer.status_code == 303
    assert answer["Location"].startswith(DESK)
    assert Idea.objects.visible().count() == 1


def test_one_s_outcomes_are_not_shown_to_others(town, staff, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    page = do(client, "hide", idea, reason="rules").redirect_chain[-1][0]
    assert idea.title in text(client.get(page))
    other = sign_in("moderator")
    assert idea.title not in text(other.get(page, follow=False))
    assert client.get(BULK).status_code == 405
