"""Checks of identities at the desk and by an identity service, and taking them back."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from wagtail.models import ModelLogEntry

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Area
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.core.rules import RuleBroken
from participation.people.birth import Born
from participation.people.identity import (
    IdentityTaken,
    digests,
    forget_free,
    hold_identity,
    require_free,
)
from participation.people.models import IdentityKey, Status, Verification
from participation.people.verifying import revoke_verification, verify_at_desk, verify_by_claims
from participation.people.verifying_ages import around, at_least
from participation.people.verifying_facts import Facts

from .helpers_verif import member, official

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 22)
RESIDENT = Facts(status=Status.RESIDENT)


@pytest.fixture(autouse=True)
def _in_english():
    with translation.override("en"):
        yield


def in_force(actor: Actor) -> list[Verification]:
    return list(Verification.objects.in_force(clock.now()).filter(person=actor.person))


def by_service(actor: Actor, identifier: str = "oid.1", facts: Facts = RESIDENT):
    return verify_by_claims(
        actor=actor, provider="town", facts=facts, known_as=digests(identifier, "town")
    )


class TestDesk:
    def test_the_desk_attests_what_it_saw_and_the_log_keeps_no_age(self):
        aino, outi = member("Aino"), official()
        area = Area.objects.create(slug="keskusta", name={"fi": "Keskusta"})
        facts = Facts(status=Status.RESIDENT, area=area, born=at_least(18, ON))
        verify_at_desk(actor=outi, person=aino.person, facts=facts, saw_document=True)
        (proof,) = in_force(aino)
        assert (proof.status, proof.area, proof.by) == ("resident", area, outi.person)
        assert (proof.born_from, proof.born_to) == (None, date(2008, 11, 22))
        entry = ModelLogEntry.objects.get(action="raati.people.verify_at_desk")
        assert entry.user == outi.user
        assert entry.data == {"status": "resident", "area": "keskusta", "age": "attested"}

    @pytest.mark.parametrize("role", [Role.COMMUNICATIONS, Role.MODERATOR, Role.YOUTH_WORKER])
    def test_other_roles_verify_nobody(self, role):
        aino = member("Aino")
        with pytest.raises(Refused):
            verify_at_desk(
                actor=official(role=role), person=aino.person, facts=RESIDENT, saw_document=True
            )
        assert not in_force(aino)

    def test_nobody_verifies_themselves(self):
        outi = official()
        with pytest.raises(Refused):
            verify_at_desk(actor=outi, person=outi.person, facts=RESIDENT, saw_document=True)

    def test_without_a_document_nothing_is_attested(self):
        aino = member("Aino")
        with pytest.raises(RuleBroken, match="document"):
            verify_at_desk(actor=official(), person=aino.person, facts=RESIDENT, saw_document=False)

    def test_impossible_ages_are_refused(self):
        facts = Facts(born=Born(date(2010, 1, 1), date(2000, 1, 1)))
        with pytest.raises(RuleBroken, match="age"):
            verify_at_desk(
                actor=official(), person=member("Aino").person, facts=facts, saw_document=True
            )

    def test_a_tombstone_is_not_verified(self):
        aino = member("Aino")
        aino.person.user = None
        aino.person.save()
        with pytest.raises(RuleBroken, match="account"):
            verify_at_desk(actor=official(), person=aino.person, facts=RESIDENT, saw_document=True)

    def test_a_proof_ends_to_the_instant_also_over_summer_time(self, settings):
        settings.RAATI_VERIFICATION_DAYS = 200
        aino = member("Aino")
        verify_at_desk(actor=official(), person=aino.person, facts=RESIDENT, saw_document=True)
        (proof,) = in_force(aino)
        with clock.frozen(proof.until - timedelta(seconds=1)):
            assert in_force(aino)
        with clock.frozen(proof.until):
            assert not in_force(aino)

    def test_taken_back_with_a_reason(self):
        aino, outi = member("Aino"), official()
        proof = verify_at_desk(actor=outi, person=aino.person, facts=RESIDENT, saw_document=True)
        with pytest.raises(RuleBroken, match="reason"):
            revoke_verification(actor=outi, verification=proof, reason=" ")
        with pytest.raises(Refused):
            revoke_verification(actor=aino, verification=proof, reason="x")
        for _twice in range(2):
            revoke_verification(actor=outi, verification=proof, reason="Väärä henkilö")
        assert not in_force(aino)
        entry = ModelLogEntry.objects.get(action="raati.people.revoke_verification")
        assert entry.data["reason"] == "Väärä henkilö"


class TestOnePersonOneAccount:
    def test_a_second_account_is_refused_kindly(self):
        by_service(member("Aino"))
        other = member("Anni")
        with pytest.raises(IdentityTaken, match="already verified another account"):
            by_service(other)
        assert not in_force(other)

    def test_the_same_account_again_makes_no_second_proof(self):
        aino = member("Aino")
        assert by_service(aino) is not None
        assert by_service(aino) is None
        assert IdentityKey.objects.count() == 1

    def test_one_account_is_not_two_people_s(self):
        aino = member("Aino")
        by_service(aino)
        with pytest.raises(IdentityTaken, match="somebody else"):
            by_service(aino, "oid.2")

    def test_two_services_may_know_one_person(self):
        aino = member("Aino")
        by_service(aino)
        known_as = digests("learner.7", "school")
        verify_by_claims(actor=aino, provider="school", facts=RESIDENT, known_as=known_as)
        assert len(in_force(aino)) == 2

    def test_a_held_identity_waits_for_its_day_then_is_taken_over(self):
        aino, again = member("Aino"), member("Aino2")
        by_service(aino)
        until = clock.now() + timedelta(days=30)
        hold_identity(aino.person, until)
        with pytest.raises(IdentityTaken, match="still open"):
            by_service(again)
        with pytest.raises(IdentityTaken):
            require_free(None, digests("oid.1", "town"))
        with clock.frozen(until):
            require_free(None, digests("oid.1", "town"))
            by_service(again)
        key = IdentityKey.objects.get()
        assert (key.person, key.held_until) == (again.person, None)

    def test_what_is_held_for_an_erased_person_goes_when_its_time_is_over(self):
        aino = member("Aino")
        by_service(aino)
        until = clock.now() + timedelta(days=1)
        hold_identity(aino.person, until)
        aino.person.erased_at = clock.now()
        aino.person.save()
        assert forget_free() == 0
        with clock.frozen(until):
            assert forget_free() == 1

    def test_the_desk_can_free_an_identity_for_another_account(self):
        aino, other = member("Aino"), member("Anni")
        proof = by_service(aino)
        revoke_verification(actor=official(), verification=proof, reason="Vanha tili", release=True)
        assert by_service(other) is not None

    def test_a_changed_key_still_knows_everybody(self, settings):
        aino = member("Aino")
        by_service(aino)
        before = IdentityKey.objects.get().digest
        settings.RAATI_IDENTITY_OLD_KEYS = [settings.RAATI_IDENTITY_KEY]
        settings.RAATI_IDENTITY_KEY = "another-key-for-identities"
        with pytest.raises(IdentityTaken):
            by_service(member("Anni"))
        by_service(aino)
        assert IdentityKey.objects.get().digest not in ("", before)

    def test_the_identifier_is_in_no_digest(self):
        for digest in digests("010200A9999", "town"):
            assert "010200A9999" not in digest
            assert len(digest) <= 64


class TestRenewal:
    def test_a_new_age_makes_a_new_proof_and_two_never_tell_the_birthday(self):
        aino = member("Aino")
        birthday = date(2008, 11, 25)
        for day in (date(2026, 11, 24), date(2026, 11, 25)):
            at = clock.now().replace(year=day.year, month=day.month, day=day.day, hour=10)
            with clock.frozen(at):
                by_service(aino, facts=Facts(born=around(birthday, day)))
                (proof,) = in_force(aino)
                assert (proof.born_from, proof.born_to) == (
                    around(birthday, day).earliest,
                    around(birthday, day).latest,
                )
        rows = Verification.objects.exclude(born_from=None)
        assert rows.count() == 1

    def test_an_old_proof_is_renewed_before_it_ends(self):
        aino = member("Aino")
        first = by_service(aino)
        with clock.shifted(timedelta(days=31)):
            second = by_service(aino)
            assert second.until > first.until
            assert len(in_force(aino)) == 1
