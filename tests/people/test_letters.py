"""Letters with codes: asked, printed, used; what is guessed, old or taken back."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from participation.core import clock
from participation.core.actors import Actor
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.people import letters_codes
from participation.people.letters import (
    MOST_LETTERS,
    MOST_TRIES,
    WAITS,
    Address,
    ask_letter,
    cancel_letter,
    forget_old_letters,
    open_letter,
    print_letter,
    use_letter_code,
)
from participation.people.models import Letter, Method, Status, Verification
from participation.people.verifying_ages import at_least
from participation.people.verifying_facts import Facts

from .helpers_verif import member, official

HOME = Address("Aino Kuparinen", "Kaivoskatu 3 A 4", "83500", "Kuparila")
FACTS = Facts(status=Status.RESIDENT)


class TestCode:
    @pytest.mark.parametrize("text", ["123456789", "123 456 789", " 123-456-789\n", "１２３456789"])
    def test_however_it_is_grouped(self, text):
        assert letters_codes.typed(text) == "123456789"

    @pytest.mark.parametrize("text", ["", "12345678", "1234567890", "12345678x", "\0", "٠١٢٣٤٥٦٧٨"])
    def test_what_is_no_code(self, text):
        assert letters_codes.typed(text) == ""

    @settings(max_examples=50)
    @given(st.text())
    def test_no_text_raises(self, text):
        assert letters_codes.typed(text).isascii()

    def test_a_code_fits_its_own_letter_alone(self):
        code = letters_codes.new_code()
        kept = letters_codes.digest("a", code)
        assert letters_codes.fits("a", code, kept)
        assert not letters_codes.fits("b", code, kept)
        assert not letters_codes.fits("a", code, "")
        assert code not in kept
        assert letters_codes.grouped("123456789") == "123 456 789"


def asked(actor: Actor) -> Letter:
    return ask_letter(actor=actor, address=HOME, language="fi")


def printed(actor: Actor, facts: Facts = FACTS) -> tuple[Letter, str]:
    return print_letter(actor=official(), letter=asked(actor), facts=facts)


def wrong(code: str) -> str:
    return f"{(int(code) + 1) % 10**9:09}"


def is_forgotten(letter: Letter) -> bool:
    row = Letter.objects.get(pk=letter.pk)
    kept = (row.name, row.street, row.postcode, row.town, row.code_digest, row.status)
    return row.done_at is not None and not any(kept) and row.born_to is None


@pytest.mark.django_db
class TestLetter:
    def test_from_asking_to_the_proof(self):
        aino = member("Aino")
        today = clock.now().date()
        letter, code = printed(aino, Facts(status=Status.RESIDENT, born=at_least(18, today)))
        answer = use_letter_code(actor=aino, code=letters_codes.grouped(code))
        assert answer.proof is not None
        assert (answer.proof.method, answer.proof.status) == (Method.LETTER, Status.RESIDENT)
        assert answer.proof.born_to == at_least(18, today).latest
        assert answer.proof.by == letter.printed_by
        assert is_forgotten(letter)

    def test_the_code_itself_is_kept_nowhere(self):
        letter, code = printed(member("Aino"))
        row = Letter.objects.filter(pk=letter.pk).values().get()
        assert code not in str(row)

    def test_one_letter_at_a_time_and_not_too_many(self):
        aino = member("Aino")
        letter = asked(aino)
        with pytest.raises(RuleBroken, match="waiting"):
            asked(aino)
        for _again in range(MOST_LETTERS - 1):
            cancel_letter(actor=aino, letter=letter)
            letter = asked(aino)
        cancel_letter(actor=aino, letter=letter)
        with pytest.raises(RuleBroken, match="letters"):
            asked(aino)

    def test_five_wrong_codes_and_the_letter_is_over(self):
        aino = member("Aino")
        letter, code = printed(aino)
        left = [
            use_letter_code(actor=aino, code=wrong(code)).tries_left for _n in range(MOST_TRIES)
        ]
        assert left == [4, 3, 2, 1, 0]
        assert is_forgotten(letter)
        with pytest.raises(RuleBroken, match="no_letter"):
            use_letter_code(actor=aino, code=code)
        assert not Verification.objects.exists()
        assert asked(aino)

    def test_what_cannot_be_a_code_costs_no_try(self):
        aino = member("Aino")
        letter, _code = printed(aino)
        with pytest.raises(RuleBroken, match="code"):
            use_letter_code(actor=aino, code="12")
        assert Letter.objects.get(pk=letter.pk).tries == 0

    def test_another_s_code_is_worth_nothing(self):
        _letter, code = printed(member("Aino"))
        with pytest.raises(RuleBroken, match="no_letter"):
            use_letter_code(actor=member("Eero"), code=code)

    def test_before_it_is_printed_there_is_no_code(self):
        aino = member("Aino")
        asked(aino)
        with pytest.raises(RuleBroken, match="no_letter"):
            use_letter_code(actor=aino, code="123456789")

    def test_a_second_print_makes_a_new_code(self):
        aino = member("Aino")
        letter, code = printed(aino)
        _letter, newer = print_letter(actor=official("Olli"), letter=letter, facts=FACTS)
        assert use_letter_code(actor=aino, code=code).proof is None
        assert use_letter_code(actor=aino, code=newer).proof is not None

    def test_the_code_ends_to_the_instant_and_the_address_with_it(self):
        aino = member("Aino")
        letter, code = printed(aino)
        with clock.frozen(letter.expires_at):
            assert open_letter(aino.person) is None
            with pytest.raises(RuleBroken, match="expired"):
                use_letter_code(actor=aino, code=code)
            assert forget_old_letters() == 1
            assert is_forgotten(letter)
        assert forget_old_letters() == 0

    def test_whoever_asks_anew_after_the_end_needs_no_clock(self):
        aino = member("Aino")
        letter, _code = printed(aino)
        with clock.frozen(letter.expires_at):
            assert asked(aino)
            assert is_forgotten(letter)

    def test_a_letter_that_nobody_prints_is_forgotten(self):
        letter = asked(member("Aino"))
        with clock.shifted(WAITS - timedelta(minutes=1)):
            assert forget_old_letters() == 0
        with clock.shifted(WAITS):
            assert forget_old_letters() == 1
        assert is_forgotten(letter)

    def test_who_may_print_and_take_back(self):
        aino, eero, outi = member("Aino"), member("Eero"), official()
        letter = asked(aino)
        with pytest.raises(Refused):
            print_letter(actor=eero, letter=letter, facts=FACTS)
        with pytest.raises(Refused):
            cancel_letter(actor=eero, letter=letter, reason="x")
        with pytest.raises(RuleBroken, match="reason"):
            cancel_letter(actor=outi, letter=letter)
        cancel_letter(actor=outi, letter=letter, reason="Osoite ei ole Kuparilassa")
        assert is_forgotten(letter)
        with pytest.raises(RuleBroken, match="done"):
            print_letter(actor=outi, letter=letter, facts=FACTS)
        with pytest.raises(Refused):
            print_letter(actor=outi, letter=asked(outi), facts=FACTS)

    def test_a_visitor_gets_no_letter(self):
        with pytest.raises(Refused):
            asked(Actor.guest())
