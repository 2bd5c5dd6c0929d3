"""The author's page: what was decided, why, and the one request for a new decision."""

import pytest
from django.test import Client

from participation.core import outbox
from participation.core.models import OutgoingMail
from participation.moderation import actions
from participation.moderation.models import Appeal, Outcome


@pytest.fixture
def decision(case, staff):
    return actions.decide_case(
        actor=staff["moderator"], case=case, what="hide", reason="personal",
        words="Puhelinnumero ei kuulu tänne.", note="Kolmas kerta",
    )  # fmt: skip


@pytest.fixture
def address(decision):
    return f"/fi/moderation/decisions/{decision.public_id}/"


@pytest.fixture
def page(client, author, address):
    client.force_login(author.user)
    return client.get(address)


def test_it_tells_what_why_and_in_whose_words_but_not_what_colleagues_noted(page):
    text = page.content.decode()
    assert "Puhelinnumero ei kuulu tänne." in text
    assert "Rannalla ei voi istua." in text
    assert "Kolmas kerta" not in text
    assert "Mio" not in text
    assert page["Cache-Control"] == "private, no-store"


def test_to_others_it_does_not_exist(address, town, staff):
    for actor in (town.resident("Bertta"), staff["moderator"]):
        client = Client()
        client.force_login(actor.user)
        assert client.get(address).status_code == 404
        assert client.post(address, {"words": "Minun!"}).status_code == 404


def test_a_visitor_signs_in_first_and_keeps_what_was_typed(client, address, author):
    answer = client.post(address, {"words": "Kirjoitin tämän ennen kirjautumista."})
    assert answer.status_code == 303
    assert "next=" in answer["Location"]
    session = client.session["raati_drafts"]
    assert "Kirjoitin tämän ennen kirjautumista." in str(session)


def test_the_author_asks_once(client, page, address):
    assert client.post(address, {"words": ""}).status_code == 422
    assert client.post(address, {"words": "Numero oli kaupungin vaihde."}).status_code == 303
    again = client.post(address, {"words": "Ja vielä kerran."})
    assert again.status_code == 409
    assert Appeal.objects.count() == 1
    assert "Numero oli kaupungin vaihde." in client.get(address).content.decode()


def test_the_answer_is_read_on_the_same_page(client, page, address, second):
    client.post(address, {"words": "Numero oli kaupungin vaihde."})
    actions.decide_again(
        actor=second, appeal=Appeal.objects.get(), outcome=Outcome.CHANGED, answer="Niinpä onkin."
    )
    assert "Niinpä onkin." in client.get(address).content.decode()


def test_the_author_is_mailed_about_both_and_the_mails_quote_nothing(decision, author, second):
    appeal = actions.ask_again(actor=author, decision=decision, words="Ei ollut.")
    actions.decide_again(actor=second, appeal=appeal, outcome=Outcome.STANDS, answer="Oli.")
    mails = OutgoingMail.objects.filter(kind__startswith="moderation.").order_by("pk")
    assert [(mail.kind, mail.person) for mail in mails] == [
        ("moderation.decision", author.person),
        ("moderation.answer", author.person),
    ]
    for mail in mails:
        message = outbox.render(mail)
        assert decision.public_id in message.text
        assert "Puhelinnumero" not in message.text


def test_the_author_finds_it_beside_the_idea(client, author, decision, idea, address):
    client.force_login(author.user)
    assert address in client.get(f"/fi/ideat/{idea.public_id}/mine/").content.decode()
