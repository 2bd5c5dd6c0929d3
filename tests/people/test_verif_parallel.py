"""One natural person, one account, and five tries: with real connections at once."""

from collections import Counter

import pytest

from participation.core import clock
from participation.core.actors import Actor
from participation.people.identity import IdentityTaken, digests
from participation.people.letters import MOST_TRIES, Answer, use_letter_code
from participation.people.models import IdentityKey, Letter, Verification
from participation.people.verifying import verify_by_claims
from participation.people.verifying_facts import Facts
from tests.ideas.test_parallel import _room_for_many, at_once  # noqa: F401

from .helpers_verif import member
from .test_letters import printed, wrong

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]
AT_ONCE = 12


@pytest.fixture
def people() -> list[Actor]:
    return [member(f"Kuparilalainen{number}") for number in range(AT_ONCE)]


def test_many_accounts_of_one_person_at_once_and_one_is_verified(people):
    known_as = digests("oid.1", "town")

    def act(number: int):
        return verify_by_claims(
            actor=people[number], provider="town", facts=Facts(), known_as=known_as
        )

    answers = at_once(act, AT_ONCE)
    assert Counter(type(answer) for answer in answers) == {
        Verification: 1,
        IdentityTaken: AT_ONCE - 1,
    }
    assert IdentityKey.objects.count() == Verification.objects.count() == 1


def test_many_identities_for_one_account_at_once_and_one_stays():
    aino = member("Aino")

    def act(number: int):
        known_as = digests(f"oid.{number}", "town")
        return verify_by_claims(actor=aino, provider="town", facts=Facts(), known_as=known_as)

    at_once(act, AT_ONCE)
    assert IdentityKey.objects.count() == 1


def test_guesses_at_once_are_all_counted():
    aino = member("Aino")
    letter, code = printed(aino)
    answers = at_once(lambda number: use_letter_code(actor=aino, code=wrong(code)), AT_ONCE)
    assert sum(isinstance(answer, Answer) for answer in answers) == MOST_TRIES
    assert Letter.objects.get(pk=letter.pk).done_at <= clock.now()
    assert not Verification.objects.exists()
