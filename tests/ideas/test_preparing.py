"""Answers before they are published."""

import threading

import pytest
from django.db import connection
from wagtail.models import ModelLogEntry

from participation.core import personal_data
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    answer_idea,
    discard_prepared,
    hide_idea,
    mark_ready,
    prepare_answer,
    publish_answer,
    publish_prepared,
)
from participation.ideas.models import Answer, AnswerDraft, Idea, State

WORDS = {"outcome": "accepted", "text": {"fi": "Tulee."}, "role": {"fi": "Puutarhuri"}}


def prepare(town, actor, idea=None, **more):
    idea = idea or town.idea()
    prepare_answer(actor=actor, idea=idea, **{**WORDS, "is_ready": True, **more})
    return idea


def test_a_prepared_answer_changes_nothing_that_others_see(town, staff):
    idea = prepare(town, staff["communications"])
    idea.refresh_from_db()
    assert (idea.state, idea.official_answer, idea.steps.count()) == (State.RECEIVED, None, 1)


def test_a_half_written_answer_is_kept_but_not_called_ready(town, staff):
    idea = prepare(town, staff["communications"], outcome="", role={}, is_ready=False)
    with pytest.raises(RuleBroken) as broken:
        mark_ready(actor=staff["communications"], idea=idea)
    assert broken.value.code == "outcome"
    assert not idea.answer_draft.is_ready


def test_an_incomplete_answer_is_not_saved_as_ready(town, staff):
    with pytest.raises(RuleBroken):
        prepare(town, staff["communications"], role={})
    assert not AnswerDraft.objects.exists()


def test_nothing_at_all_is_not_kept(town, staff):
    with pytest.raises(RuleBroken) as broken:
        prepare(town, staff["communications"], outcome="", text={}, is_ready=False)
    assert broken.value.code == "empty"


def test_publishing_what_was_prepared_answers_the_idea_and_clears_the_table(town, staff):
    idea = prepare(town, staff["communications"])
    publish_prepared(actor=staff["communications"], idea=idea)
    idea = Idea.objects.get(pk=idea.pk)
    assert (idea.state, str(idea.answer.text)) == (State.ACCEPTED, "Tulee.")
    assert not AnswerDraft.objects.exists()


@pytest.mark.parametrize("ready", [False, None])
def test_only_what_is_ready_is_published(town, staff, ready):
    idea = town.idea()
    if ready is not None:
        prepare(town, staff["communications"], idea, is_ready=ready)
    with pytest.raises(RuleBroken):
        publish_prepared(actor=staff["communications"], idea=idea)
    assert not Answer.objects.exists()


def test_the_second_editor_is_told_and_overwrites_nothing(town, staff):
    idea = prepare(town, staff["communications"])
    with pytest.raises(RuleBroken) as broken:
        prepare(town, staff["administrator"], idea, text={"fi": "Toinen."}, draft_version=0)
    assert broken.value.code == "version"
    assert str(idea.answer_draft.text) == "Tulee."
    prepare(town, staff["administrator"], idea, text={"fi": "Toinen."}, draft_version=1)
    idea.answer_draft.refresh_from_db()
    assert str(idea.answer_draft.text) == "Toinen."


def test_the_same_words_twice_are_one_save(town, staff):
    idea = prepare(town, staff["communications"], draft_version=0)
    prepare(town, staff["communications"], idea, draft_version=0)
    assert idea.answer_draft.version == 1


def test_an_answer_published_meanwhile_is_not_replaced_unseen(town, staff):
    idea = prepare(town, staff["communications"])
    answer_idea(
        actor=staff["administrator"],
        idea=idea,
        outcome="declined",
        text={"fi": "Ei."},
        role={"fi": "Johtaja"},
    )
    with pytest.raises(RuleBroken) as broken:
        publish_prepared(actor=staff["communications"], idea=idea)
    assert broken.value.code == "version"
    assert str(Answer.objects.get().text) == "Ei."
    assert AnswerDraft.objects.exists()
    # Looked at and saved again, it may replace it.
    prepare(town, staff["communications"], idea, version=1)
    publish_prepared(actor=staff["communications"], idea=idea)
    assert str(Answer.objects.get().text) == "Tulee."


def test_publishing_other_words_lets_go_of_what_was_prepared(town, staff):
    idea = prepare(town, staff["communications"])
    with pytest.raises(RuleBroken):
        publish_answer(actor=staff["communications"], idea=idea, draft_version=0, **WORDS)
    publish_answer(actor=staff["communications"], idea=idea, draft_version=1, **WORDS)
    assert not AnswerDraft.objects.exists()
    assert Answer.objects.exists()


def test_discarding_leaves_its_words_in_the_log(town, staff):
    idea = prepare(town, staff["communications"])
    discard_prepared(actor=staff["communications"], idea=idea, draft_version=1)
    discard_prepared(actor=staff["communications"], idea=idea, draft_version=1)
    assert not AnswerDraft.objects.exists()
    entry = ModelLogEntry.objects.get(action="raati.ideas.discard_prepared")
    assert entry.data["before"]["text"] == {"fi": "Tulee."}


@pytest.mark.parametrize("role", ["moderator", "youth_worker", "service_area"])
def test_who_does_not_handle_an_idea_does_not_prepare_its_answer(town, staff, role):
    idea = prepare(town, staff["communications"])
    for act, more in (
        (prepare_answer, WORDS),
        (mark_ready, {}),
        (discard_prepared, {}),
        (publish_prepared, {}),
        (publish_answer, {"draft_version": 1, **WORDS}),
    ):
        with pytest.raises(Refused):
            act(actor=staff[role], idea=idea, **more)
    assert AnswerDraft.objects.get().version == 1


def test_a_service_area_publishes_in_its_own(town, staff):
    idea = town.idea()
    idea.service_area = town.services["kaupunkirakenne"]
    idea.save()
    prepare(town, staff["service_area"], idea)
    publish_prepared(actor=staff["service_area"], idea=idea)
    assert Answer.objects.exists()


def test_nothing_is_prepared_or_published_for_a_hidden_idea(town, staff):
    idea = prepare(town, staff["communications"])
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    for act, more in ((prepare_answer, WORDS), (mark_ready, {}), (publish_prepared, {})):
        with pytest.raises(RuleBroken):
            act(actor=staff["communications"], idea=idea, **more)


def test_the_privacy_table_knows_what_the_desk_keeps():
    kept = {source.model._meta.label for source in personal_data.sources()}
    assert {"raati_ideas.AnswerDraft", "raati_ideas.Note", "raati_ideas.SavedView"} <= kept


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_who_publish_the_same_at_once_answer_once(town, staff):
    idea = prepare(town, staff["communications"])
    told, start = [], threading.Barrier(2)

    def publish(actor):
        start.wait()
        try:
            publish_prepared(actor=actor, idea=idea)
            told.append("done")
        except RuleBroken as broken:
            told.append(broken.code)
        finally:
            connection.close()

    both = [
        threading.Thread(target=publish, args=(staff[role],))
        for role in ("communications", "administrator")
    ]
    for each in both:
        each.start()
    for each in both:
        each.join()
    assert sorted(told) == ["done", "no_draft"]
    assert Answer.objects.get().version == 1
