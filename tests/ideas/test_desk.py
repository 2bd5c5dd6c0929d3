"""The staff's desk in the admin: list, one idea, every act with its right."""

from datetime import date, timedelta

import pytest

from participation.core import clock
from participation.ideas.actions import answer_idea, hide_idea, support_idea, withdraw_idea
from participation.ideas.models import Answer, Idea, State

DESK = "/admin/ideas/"


def text(response) -> str:
    return response.content.decode()


def page_of(idea) -> str:
    return f"{DESK}{idea.public_id}/"


def test_the_menu_shows_the_desk_to_who_works_there(town, sign_in):
    assert f'{DESK}"' in text(sign_in("communications").get("/admin/"))
    page = text(sign_in("youth_worker").get("/admin/"))
    assert f'{DESK}"' not in page
    assert f"{DESK}enter/" in page


@pytest.mark.parametrize(
    ("role", "status"),
    [
        ("communications", 200),
        ("service_area", 200),
        ("moderator", 200),
        ("administrator", 200),
        ("youth_worker", 302),
    ],
)
def test_only_staff_with_a_role_for_it_see_the_list(town, sign_in, role, status):
    assert sign_in(role).get(DESK).status_code == status


def test_residents_and_visitors_do_not_see_the_desk(town, client):
    idea = town.idea()
    for address in (DESK, page_of(idea)):
        assert client.get(address).status_code == 302
    client.force_login(town.resident("Eino").user)
    for address in (DESK, page_of(idea)):
        assert client.get(address).status_code == 302
        assert client.post(address, {"task": "hide", "hide-reason": "rules"}).status_code in (
            302,
            405,
        )
    idea.refresh_from_db()
    assert idea.is_visible


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("", {"Oma", "Myöhässä", "Vastattu", "Piilossa", "Peruttu"}),
        ("state=accepted", {"Vastattu"}),
        ("waiting=overdue", {"Myöhässä"}),
        ("waiting=hidden", {"Piilossa"}),
        ("waiting=withdrawn", {"Peruttu"}),
        ("waiting=unanswered", {"Oma", "Myöhässä"}),
        ("waiting=unowned", {"Oma"}),
        ("q=myöh", {"Myöhässä"}),
        ("state=nope", {"Oma", "Myöhässä", "Vastattu", "Piilossa", "Peruttu"}),
        ("ordering=user__password", {"Oma", "Myöhässä", "Vastattu", "Piilossa", "Peruttu"}),
        ("p=-1", {"Oma", "Myöhässä", "Vastattu", "Piilossa", "Peruttu"}),
    ],
)
def test_the_list_is_filtered_and_searched(town, staff, sign_in, query, shown):
    ideas = {
        title: town.idea(title=title)
        for title in ("Oma", "Myöhässä", "Vastattu", "Piilossa", "Peruttu")
    }
    ideas["Myöhässä"].owner = staff["service_area"].person
    ideas["Myöhässä"].due_on = clock.today() - timedelta(days=1)
    ideas["Myöhässä"].save()
    answer_idea(
        actor=staff["communications"],
        idea=ideas["Vastattu"],
        outcome=State.ACCEPTED,
        text={"fi": "Kyllä"},
        role={"fi": "Puutarhuri"},
    )
    hide_idea(actor=staff["moderator"], idea=ideas["Piilossa"], reason="rules")
    withdraw_idea(actor=town.resident(), idea=ideas["Peruttu"])
    page = text(sign_in("communications").get(f"{DESK}results/?{query}"))
    assert {title for title, idea in ideas.items() if page_of(idea) in page} == shown


def test_the_list_is_filtered_by_board_and_service_area(town, sign_in):
    other = town.new_board("Toinen taulu")
    here, there = town.idea(), town.idea(component=other.component)
    here.service_area = town.services["hyvinvointi"]
    here.save()
    client = sign_in("communications")
    assert page_of(there) in text(client.get(f"{DESK}results/?board={other.pk}"))
    assert page_of(here) not in text(client.get(f"{DESK}results/?board={other.pk}"))
    area = town.services["hyvinvointi"].pk
    page = text(client.get(f"{DESK}results/?service_area={area}"))
    assert page_of(here) in page
    assert page_of(there) not in page


def test_a_service_area_opens_its_own_ideas_only(town, sign_in):
    own, other = town.idea(), town.idea()
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    client = sign_in("service_area")
    assert client.get(page_of(own)).status_code == 200
    assert client.get(page_of(other), follow=True).status_code == 404
    answer = client.post(page_of(other), {"task": "move", "move-state": "considering"})
    assert answer.status_code in (302, 404)
    assert other.steps.count() == 1


def test_staff_assign_an_idea(town, staff, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    answer = client.post(
        page_of(idea),
        {
            "task": "assign",
            "assign-service_area": town.services["kaupunkirakenne"].pk,
            "assign-owner": staff["service_area"].person.public_id,
            "assign-due_on": "2026-12-15",
            "assign-version": "0",
        },
    )
    assert (answer.status_code, answer["Location"]) == (303, page_of(idea))
    idea.refresh_from_db()
    assert (idea.owner, idea.due_on) == (staff["service_area"].person, date(2026, 12, 15))
    assert "Viivi" in text(client.get(page_of(idea)))


ANSWER = {
    "task": "answer",
    "answer-outcome": "partly",
    "answer-text_fi": "Osa tulee.",
    "answer-text_sv": "En del kommer.",
    "answer-role_fi": "Puistopuutarhuri",
    "answer-version": "0",
}


def test_staff_answer_in_several_languages_and_everybody_reads_it(town, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    assert client.post(page_of(idea), ANSWER).status_code == 303
    idea.refresh_from_db()
    assert idea.state == State.PARTLY
    assert idea.answer.text.data == {"fi": "Osa tulee.", "sv": "En del kommer."}
    client.logout()
    page = text(client.get(f"/fi/ideat/{idea.path_name}/"))
    assert "Osa tulee." in page
    assert "Viivi" not in page


def test_the_second_of_two_is_told_and_loses_nothing(town, staff, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    answer_idea(
        actor=staff["administrator"],
        idea=idea,
        outcome=State.DECLINED,
        text={"fi": "Toisen vastaus."},
        role={"fi": "Johtaja"},
    )
    answer = client.post(page_of(idea), ANSWER)
    assert answer.status_code == 409
    page = text(answer)
    assert "Osa tulee." in page
    assert "Toisen vastaus." in page
    assert str(Answer.objects.get().text) == "Toisen vastaus."
    assert 'name="answer-version" value="1"' in page
    assert client.post(page_of(idea), {**ANSWER, "answer-version": "1"}).status_code == 303
    assert str(Answer.objects.get().text) == "Osa tulee."


@pytest.mark.parametrize(
    "fields",
    [
        {"answer-text_fi": "", "answer-text_sv": ""},
        {"answer-role_fi": ""},
        {"answer-outcome": ""},
        {"answer-outcome": "received"},
        {"answer-outcome": "passed_on"},
        {"answer-version": ""},
        {"answer-version": "-1"},
        {"answer-version": "1e309"},
        {"answer-version": "9" * 5000},
        {"answer-text_fi": "a\x00b"},
        {"answer-role_fi": "a" * 500},
    ],
)
def test_an_incomplete_answer_comes_back_with_its_text(town, sign_in, fields):
    idea = town.idea()
    answer = sign_in("communications").post(page_of(idea), {**ANSWER, **fields})
    assert answer.status_code in (409, 422)
    assert not Answer.objects.exists()
    if "answer-text_fi" not in fields:
        assert "Osa tulee." in text(answer)


def test_staff_move_an_idea_with_a_note(town, sign_in):
    idea = town.idea()
    fields = {"task": "move", "move-state": "considering", "move-note_fi": "Kysytään."}
    assert (
        sign_in("communications").post(page_of(idea), {**fields, "move-version": "0"}).status_code
        == 303
    )
    assert str(idea.steps.last().note) == "Kysytään."


def test_a_moderator_hides_and_restores_but_does_not_answer(town, sign_in):
    idea = town.idea()
    client = sign_in("moderator")
    assert 'value="answer"' not in text(client.get(page_of(idea)))
    assert client.post(page_of(idea), ANSWER).status_code == 302
    assert not Answer.objects.exists()
    fields = {"task": "hide", "hide-reason": "personal", "hide-note": "Nimi"}
    assert client.post(page_of(idea), fields).status_code == 303
    assert not Idea.objects.visible().exists()
    fields = {"task": "restore", "restore-reason": "Lupa saatu"}
    assert client.post(page_of(idea), fields).status_code == 303
    assert Idea.objects.visible().exists()
    assert "Lupa saatu" in text(client.get(page_of(idea)))


def test_a_forged_task_is_refused(town, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    for task in ("", "delete", "restore", "__class__"):
        assert client.post(page_of(idea), {"task": task}).status_code == 302
    idea.refresh_from_db()
    assert idea.is_visible


def test_what_residents_typed_is_harmless_on_the_desk(town, sign_in):
    nasty = '"><img src=x onerror=alert(1)></script>{{7*7}}'
    idea = town.idea(title=nasty, text=nasty)
    client = sign_in("communications")
    for address in (DESK, page_of(idea)):
        assert "<img src=x" not in text(client.get(address))


def test_no_supporter_is_named_on_the_desk(town, sign_in):
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    client = sign_in("communications")
    for address in (DESK, page_of(idea)):
        page = text(client.get(address))
        assert "Eino" not in page
        assert eino.person.public_id not in page


def test_the_list_asks_the_database_as_often_for_one_as_for_many(
    town, sign_in, django_assert_max_num_queries
):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client = sign_in("communications")
    town.idea()
    client.get(f"{DESK}results/")
    with CaptureQueriesContext(connection) as one:
        client.get(f"{DESK}results/")
    for number in range(12):
        town.idea(town.resident(f"P{number}"))
    with CaptureQueriesContext(connection) as many:
        client.get(f"{DESK}results/")
    assert len(many) <= len(one)


def test_editors_place_a_board_with_its_settings(town, client, django_user_model):
    admin = django_user_model.objects.create_superuser("a@example.org", "osallistu-2026")
    client.force_login(admin)
    page = client.get(f"/admin/pages/{town.board.pk}/edit/")
    assert page.status_code == 200
    for name in ("support_limit", "idea_limit", "themes", "areas", "opens_at", "closes_at"):
        assert f'name="{name}"' in text(page)
