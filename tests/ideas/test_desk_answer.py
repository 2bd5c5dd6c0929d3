"""Preparing, looking at and publishing an answer on the desk; internal notes."""

import re

import pytest

from participation.ideas.actions import add_note, answer_idea, prepare_answer
from participation.ideas.models import Answer, AnswerDraft, Note

DESK = "/admin/ideas/"
FORM = {
    "answer-outcome": "accepted",
    "answer-text_fi": "Penkki tulee keväällä.",
    "answer-text_sv": "Bänken kommer i vår.",
    "answer-role_fi": "Puistopuutarhuri",
    "answer-version": "0",
    "answer-draft_version": "0",
}
SECRET = "Soitin naapurille, asia on arka."


def text(response) -> str:
    return response.content.decode()


def page_of(idea) -> str:
    return f"{DESK}{idea.public_id}/"


def key_in(page: str) -> str:
    return re.search(r'name="note-key" value="([^"]+)"', page)[1]


def test_an_answer_is_kept_as_prepared_and_published_later(town, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    half = {**FORM, "answer-outcome": "", "answer-role_fi": ""}
    assert client.post(page_of(idea), {**half, "task": "prepare"}).status_code == 303
    assert "Penkki tulee keväällä." in text(client.get(page_of(idea)))
    assert "Penkki tulee" not in text(client.get(f"/fi/ideat/{idea.path_name}/"))
    answer = client.post(page_of(idea), {**FORM, "task": "answer", "answer-draft_version": "1"})
    assert answer.status_code == 303
    assert not AnswerDraft.objects.exists()
    assert "Penkki tulee" in text(client.get(f"/fi/ideat/{idea.path_name}/"))


def test_what_is_missing_is_told_beside_its_field(town, sign_in):
    idea = town.idea()
    fields = {**FORM, "answer-role_fi": "", "answer-is_ready": "on", "task": "prepare"}
    answer = sign_in("communications").post(page_of(idea), fields)
    assert answer.status_code == 409
    assert answer.context["forms"]["answer"].errors["role_fi"]
    assert "Penkki tulee keväällä." in text(answer)


def test_a_colleague_s_prepared_answer_is_not_overwritten_unseen(town, staff, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    prepare_answer(
        actor=staff["administrator"], idea=idea, outcome="", text={"fi": "Kollegan."}, role={}
    )
    for task in ("prepare", "answer"):
        answer = client.post(page_of(idea), {**FORM, "task": task})
        assert answer.status_code == 409
        assert "Penkki tulee keväällä." in text(answer)
        assert "Kollegan." in text(answer)
        assert 'name="answer-draft_version" value="1"' in text(answer)
    assert str(AnswerDraft.objects.get().text) == "Kollegan."
    assert not Answer.objects.exists()


def test_the_prepared_answer_is_thrown_away(town, staff, sign_in):
    idea = town.idea()
    prepare_answer(
        actor=staff["communications"], idea=idea, outcome="", text={"fi": "Luonnos."}, role={}
    )
    fields = {"task": "discard", "discard-draft_version": "1"}
    assert sign_in("communications").post(page_of(idea), fields).status_code == 303
    assert not AnswerDraft.objects.exists()


def test_the_preview_draws_every_language_and_saves_nothing(town, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    answer = client.post(f"{page_of(idea)}preview/", FORM)
    assert answer.status_code == 200
    assert "Bänken kommer i vår." in text(answer)
    assert "no-store" in answer["Cache-Control"]
    assert not AnswerDraft.objects.exists()
    assert not Answer.objects.exists()
    nasty = {**FORM, "answer-text_fi": "<script>alert(1)</script>", "answer-outcome": "nope"}
    assert "<script>alert" not in text(client.post(f"{page_of(idea)}preview/", nasty))


def test_only_who_handles_an_idea_previews_its_answer(town, sign_in):
    idea = town.idea()
    assert sign_in("moderator").post(f"{page_of(idea)}preview/", FORM).status_code in (302, 403)
    answer = sign_in("service_area").post(f"{page_of(idea)}preview/", FORM, follow=True)
    assert answer.status_code == 404
    assert sign_in("communications").get(f"{page_of(idea)}preview/").status_code == 405


def test_the_top_of_the_page_says_what_waits(town, staff, sign_in):
    idea = town.idea()
    client = sign_in("communications")
    assert [wait.place for wait in client.get(page_of(idea)).context["waits"]] == ["assign"]
    answer_idea(
        actor=staff["communications"],
        idea=idea,
        outcome="accepted",
        text={"fi": "Tulee."},
        role={"fi": "Johtaja"},
    )
    (wait,) = client.get(page_of(idea)).context["waits"]
    assert wait.place == "answer"


@pytest.mark.parametrize("role", ["communications", "moderator"])
def test_colleagues_write_notes_and_a_second_press_writes_no_second(town, sign_in, role):
    idea = town.idea()
    client = sign_in(role)
    fields = {
        "task": "note",
        "note-text": SECRET,
        "note-key": key_in(text(client.get(page_of(idea)))),
    }
    for _press in range(2):
        assert client.post(page_of(idea), fields).status_code == 303
    assert Note.objects.count() == 1
    assert SECRET in text(client.get(page_of(idea)))
    assert client.post(page_of(idea), {**fields, "note-text": "Muu."}).status_code == 409
    assert client.post(page_of(idea), {**fields, "note-text": " "}).status_code == 422
    assert client.post(page_of(idea), {**fields, "note-text": "a\x00"}).status_code == 422


def test_a_note_and_a_prepared_answer_are_in_no_public_output(town, staff, sign_in, client):
    from participation.ideas import fragments
    from participation.live.models import Change

    idea = town.idea()
    add_note(actor=staff["communications"], idea=idea, text=SECRET, key="note-for-colleagues")
    prepare_answer(
        actor=staff["communications"], idea=idea, outcome="", text={"fi": SECRET}, role={}
    )
    files = sign_in("communications").post(f"{DESK}export/", {"kind": "csv"})
    assert SECRET not in text(files)
    client.logout()
    idea.refresh_from_db()
    base = "/fi/ideat/"
    pages = [
        base,
        f"{base}{idea.path_name}/",
        f"{base}{idea.public_id}/mine/",
        f"/o/{idea.public_id}/",
    ]
    pages += [f"{base}feed/", f"{base}mine/", f"/api/v1/ideas/{idea.public_id}/", "/api/v1/ideas/"]
    for address in pages:
        answer = client.get(address, follow=True)
        assert SECRET not in text(answer), address
    assert SECRET not in fragments.Article(idea).html("fi")
    assert SECRET not in str(list(Change.objects.values()))
