"""Tokens: bound, signed, the same for everybody where they stand in shared pages."""

import base64

from participation.core.models import Person
from participation.live import tokens

ANNA = Person(pk=4711, public_id="bcdfghjkmnpq")
BEN = Person(pk=4712, public_id="zzzzzzzzzzzz")


def test_a_token_is_held_by_its_person_alone():
    claim = tokens.read(tokens.make("room.a", ANNA))
    assert claim.stream == "room.a"
    assert claim.held_by(ANNA.public_id)
    assert not claim.held_by(BEN.public_id)
    assert not claim.held_by(None)


def test_a_token_without_a_person_is_the_same_for_everybody():
    assert tokens.make("room.a") == tokens.make("room.a")
    assert tokens.read(tokens.make("room.a")).held_by(None)


def test_a_token_does_not_tell_whose_it_is():
    payload = tokens.make("room.a", ANNA).split(":")[0]
    said = base64.urlsafe_b64decode(payload + "==").decode()
    assert ANNA.public_id not in said
    assert str(ANNA.pk) not in said


def test_a_token_of_another_site_is_nothing(settings):
    token = tokens.make("room.a")
    settings.SECRET_KEY = "another"
    tokens._signer = type(tokens._signer)(salt="raati.live.token")
    try:
        assert tokens.read(token) is None
    finally:
        settings.SECRET_KEY = "test-only-key"
        tokens._signer = type(tokens._signer)(salt="raati.live.token")
