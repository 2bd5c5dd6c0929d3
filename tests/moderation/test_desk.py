"""Moderation in the administration: the queues, one case, acts on many, the log as a file."""

import pytest
from django.contrib.auth.models import Permission
from django.test import Client

from participation.core.models import Person
from participation.ideas.models import Idea
from participation.moderation import actions
from participation.moderation.models import Appeal, Ban, Case

QUEUE = "/admin/moderation/"


def signed_in(actor) -> Client:
    client = Client()
    actor.user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(actor.user)
    return client


@pytest.fixture
def mio(staff):
    return signed_in(staff["moderator"])


def page_of(case) -> str:
    return f"{QUEUE}{case.public_id}/"


def test_the_queue_shows_what_waits_and_the_menu_how_much(mio, case):
    page = mio.get(QUEUE).content.decode()
    assert "Penkki rantaan" in page
    assert page_of(case) in page
    assert "(1)" in mio.get("/admin/").content.decode()


def test_danger_is_in_the_queue_of_its_own_readers_only(mio, report, guardian, staff):
    case = report(reason="danger").case
    assert "Penkki rantaan" not in mio.get(QUEUE).content.decode()
    assert "Penkki rantaan" not in mio.get(f"{QUEUE}?show=danger").content.decode()
    assert mio.get(page_of(case), follow=True).status_code == 404
    turvo = signed_in(guardian)
    assert "Penkki rantaan" in turvo.get(f"{QUEUE}?show=danger").content.decode()
    assert turvo.get(page_of(case)).status_code == 200


@pytest.mark.parametrize("role", ["service_area", "youth_worker"])
def test_others_have_no_queue(case, staff, role):
    client = signed_in(staff[role])
    for path in (QUEUE, page_of(case)):
        assert client.get(path).status_code in (302, 403, 404)
    assert client.post(f"{QUEUE}bulk/", {"act": "leave"}).status_code in (302, 403)
    assert client.post(f"{QUEUE}export/", {"kind": "csv"}).status_code in (302, 403)


@pytest.mark.parametrize(
    "query",
    ["show=mine", "show=held", "show=flag", "show=again", "show=decided", "show=nonsense",
     "kind=idea", "kind=user", "place=xyz", "page=99999", "page=x", "show=reported&kind=idea"],
)  # fmt: skip
def test_every_filter_answers(mio, case, query):
    assert mio.get(f"{QUEUE}?{query}").status_code == 200


def test_the_number_of_questions_does_not_grow_with_the_queue(
    mio, town, ideas, report, django_assert_max_num_queries
):
    for number in range(12):
        report(f"v{number}", thing=town.idea())
    mio.get(QUEUE)
    with django_assert_max_num_queries(22):
        mio.get(QUEUE)


def decide(client, case, **given):
    fields = {"what": "hide", "reason": "rules", "version": str(case.version), **given}
    data = {f"decide-{name}": value for name, value in fields.items()}
    return client.post(page_of(case), {"task": "decide", **data})


def test_a_decision_is_taken_from_the_page_and_read_in_its_history(mio, case, idea):
    page = mio.get(page_of(case)).content.decode()
    assert "Rannalla ei voi istua." in page
    assert decide(mio, case, words="Säännöt", note="Kollegoille").status_code == 303
    assert Idea.objects.get(pk=idea.pk).hidden_at
    page = mio.get(page_of(case)).content.decode()
    assert "Kollegoille" in page


def test_a_form_left_incomplete_says_so_and_keeps_the_words(mio, case, idea):
    answer = decide(mio, case, reason="", words="Näin sanoin.")
    assert answer.status_code == 409
    assert "Näin sanoin." in answer.content.decode()
    assert Idea.objects.get(pk=idea.pk).is_visible


def test_a_second_moderator_is_told_and_keeps_the_words(mio, case, second):
    actions.assign_case(actor=second, case=case, person=second.person)
    answer = decide(mio, case, words="Minun päätökseni.")
    assert answer.status_code == 409
    assert "Minun päätökseni." in answer.content.decode()
    assert not Ban.objects.exists()


def test_a_ban_is_given_with_a_decision_and_ended_early(mio, case, author):
    from participation.core import clock

    until = (clock.today().replace(day=1)).replace(year=clock.today().year + 1, month=1)
    decide(mio, case, until=until.isoformat(), everywhere="on")
    ban = Ban.objects.get()
    assert ban.component is None
    assert Person.objects.get(pk=author.person.pk).barred_until == ban.until
    given = {"task": "lift", "lift-ban": ban.public_id, "lift-why": "Sovittu"}
    assert mio.post(page_of(case), given).status_code == 303
    assert Person.objects.get(pk=author.person.pk).barred_until is None


def test_words_are_taken_out_on_the_page(mio, case, idea):
    answer = decide(
        mio, case, what="redact", reason="personal", title=idea.title, text="Rannalla […]."
    )
    assert answer.status_code == 303
    assert Idea.objects.get(pk=idea.pk).text == "Rannalla […]."


def test_a_case_is_given_to_a_colleague(mio, case, second):
    given = {"assign-person": second.person.public_id, "assign-version": str(case.version)}
    assert mio.post(page_of(case), {"task": "assign", **given}).status_code == 303
    assert Case.objects.get(pk=case.pk).assigned_to == second.person


def test_whoever_decided_first_does_not_get_the_form_for_the_new_decision(
    mio, case, staff, second, author
):
    decide(mio, case)
    decision = case.decisions.get()
    actions.ask_again(actor=author, decision=decision, words="Ei ollut.")
    given = {"task": "again", "again-outcome": "changed", "again-answer": "Totta."}
    assert mio.post(page_of(case), given).status_code in (302, 403)
    sisko = signed_in(second)
    assert "Ei ollut." in sisko.get(page_of(case)).content.decode()
    assert sisko.post(page_of(case), given).status_code == 303
    assert Appeal.objects.get().outcome == "changed"


def test_many_are_approved_or_left_and_what_does_not_fit_is_told(mio, town, report, staff):
    cases = [report(f"v{n}", thing=town.idea()).case for n in range(3)]
    actions.decide_case(actor=staff["communications"], case=cases[0], what="hide", reason="law")
    given = {"act": "leave", "case": [each.public_id for each in cases], "query": "show=open"}
    answer = mio.post(f"{QUEUE}bulk/", given, follow=True)
    assert Case.objects.filter(decisions__what="leave").count() == 2
    assert answer.status_code == 200


def test_the_log_leaves_as_a_file_without_people_and_without_formulas(mio, town, report, staff):
    case = report(thing=town.idea(title="=1+1")).case
    actions.decide_case(actor=staff["moderator"], case=case, what="hide", reason="rules")
    answer = mio.post(f"{QUEUE}export/", {"kind": "csv", "query": "show=decided"})
    text = answer.content.decode("utf-8-sig")
    assert case.public_id in text
    assert "Mio" not in text
    assert "Aino" not in text
    assert mio.post(f"{QUEUE}export/", {"kind": "exe"}).status_code == 303
    assert mio.post(f"{QUEUE}export/", {"kind": "xlsx"}).content[:2] == b"PK"


def test_a_case_of_another_place_is_none_of_a_moderator_s_business(town, report, staff):
    from participation.core.roles import Role
    from tests.ideas.conftest import make_staff

    elsewhere = town.new_board("Muu taulu")
    own = make_staff("Paikka", Role.MODERATOR, component=elsewhere.component)
    case = report().case
    client = signed_in(own)
    assert "Penkki rantaan" not in client.get(QUEUE).content.decode()
    assert client.get(page_of(case), follow=True).status_code == 404
    decide(client, case)
    assert not case.decisions.exists()
