"""Logs hold nobody's words, names, addresses or codes, whatever people do (P15)."""

import logging

import pytest
from django.contrib.auth import get_user_model
from django.core import mail

from participation.core import sending
from participation.core.actors import Actor
from participation.core.models import Person
from participation.people.privacy.actions import erase_person
from participation.people.privacy.exporting import make_copies
from tests.accounts.conftest import mailed_code

from .helpers_priv import EMAIL, LEGAL_NAME, NAME, STREET, everything

pytestmark = pytest.mark.django_db(transaction=True)
PASSWORD = "sorsat uivat lammella"


def test_a_persons_whole_way_leaves_no_word_in_the_logs(town, client, caplog):
    """Signing in well and badly, taking part in every way, refusals, mails, a copy, the end."""
    caplog.set_level(logging.DEBUG)
    user = get_user_model().objects.create_verified(EMAIL, PASSWORD)
    person = Person.objects.create(user=user, display_name=NAME)
    for password in ("arvaan-vaarin-123", PASSWORD):
        client.post("/fi/accounts/login/", {"login": EMAIL, "password": password})
    client.post("/fi/accounts/login/code/", {"email": EMAIL})
    code = mailed_code() if mail.outbox else ""
    client.force_login(user)
    client.get("/fi/haku/", {"q": NAME})
    client.post(town.board.view_url("new"), {"title": STREET, "text": "x" * 6000})
    client.post("/fi/me/follow/nothing/", {"wanted": NAME})
    everything(town, person)
    make_copies()
    sending.send_waiting()
    erase_person(actor=Actor.member(person), person=person)
    told = "\n".join(caplog.handler.format(record) for record in caplog.records)
    assert len(caplog.records) > 10
    words = (EMAIL, NAME, LEGAL_NAME, STREET, PASSWORD, "arvaan-vaarin", "Kaksi penkkiä", code)
    ours = "\n".join(line for line in told.splitlines() if "django.db.backends" not in line)
    assert not [word for word in words if word and word.lower() in ours.lower()]
