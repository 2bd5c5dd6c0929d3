"""Actions, actors, receipts, rights and facts: each mechanism by itself."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from participation.core import clock, facts, policies, receipts, rights
from participation.core.actions import action, registry
from participation.core.actors import Actor
from participation.core.facts import FactSignal
from participation.core.models import AuthorKind, Fact, Person, Receipt, Right
from participation.core.profile import set_display_name
from participation.core.rules import RuleBroken, reason_of

pytestmark = pytest.mark.django_db

thing_done = FactSignal("test_thing_done")


@action("test.act")
def act_and_fail(*, actor, then=None):
    thing_done.tell(subject=actor.person)
    if then:
        raise then
    return actor.person


def test_an_action_makes_the_person_at_the_first_act(user):
    actor = Actor.signed_in(user)
    assert actor.person is None
    person = act_and_fail(actor=actor)
    assert person.user == user
    assert act_and_fail(actor=Actor.signed_in(user)) == person


def test_reading_makes_no_person(user):
    assert Actor.signed_in(user).grants == []
    assert not Person.objects.exists()


def test_what_an_action_raises_undoes_everything_it_wrote(user):
    with pytest.raises(RuleBroken):
        act_and_fail(actor=Actor.signed_in(user), then=RuleBroken("no", "No."))
    assert not Fact.objects.exists()
    assert not Person.objects.exists()


def test_an_action_takes_its_arguments_by_name_only(member):
    with pytest.raises(TypeError):
        act_and_fail(member)


def test_two_actions_cannot_share_a_name():
    assert registry["test.act"] is act_and_fail
    with pytest.raises(ValueError, match=r"test\.act"):
        action("test.act")(lambda *, actor: None)


def test_every_kind_of_actor_has_a_ref_of_its_own(person):
    actors = [
        Actor.member(person),
        Actor.guest("abc"),
        Actor.kiosk("tablet", person),
        Actor.system("clock"),
    ]
    assert len({actor.ref for actor in actors}) == len(actors)
    assert Actor.on_behalf(person, "paper").kind == AuthorKind.ON_BEHALF


def test_a_guest_is_refused_with_an_offer_to_sign_in(member):
    policies.require_member(member)
    with pytest.raises(policies.Refused) as refused:
        policies.require_member(Actor.guest())
    assert refused.value.sign_in


def test_the_reason_of_a_rule_can_be_shown_before_the_attempt():
    def rule(number):
        if number > 1:
            raise RuleBroken("many", "Too many.")

    assert reason_of(rule, 1) == ""
    assert reason_of(rule, 2) == "Too many."


def test_a_name_is_set_once_and_told(member):
    set_display_name(actor=member, name="  Aino   K. ")
    set_display_name(actor=member, name="Aino K.")
    assert Person.objects.get().display_name == "Aino K."
    assert Fact.objects.filter(name="display_name_changed").count() == 1


# Receipts


def send(member, content="a", key="key-of-the-form"):
    with transaction.atomic():
        return receipts.once(
            actor=member, key=key, act="test.send", content={"t": content}, make=lambda: "made"
        )


def test_a_repeated_key_gets_the_first_answer(member):
    assert send(member) == ("made", True)
    assert send(member) == ("made", False)


def test_a_key_with_other_content_is_refused(member):
    send(member)
    with pytest.raises(RuleBroken):
        send(member, content="b")


@pytest.mark.parametrize("key", ["", "short", "x" * 65, "käyttäjä-avain", "a b c d e f g"])
def test_what_is_no_key_is_refused(member, key):
    with pytest.raises(RuleBroken):
        send(member, key=key)


def test_keys_of_two_people_do_not_meet(member):
    send(member)
    other = get_user_model().objects.create_user("olli@example.org", "a-long-password")
    stranger = Actor.signed_in(other).settled()
    assert send(stranger) == ("made", True)


def test_old_receipts_are_forgotten(member):
    send(member)
    with clock.shifted(timedelta(days=29)):
        assert receipts.forget_old() == 0
    with clock.shifted(timedelta(days=31)):
        assert receipts.forget_old() == 1
    assert not Receipt.objects.exists()


# Rights


def test_rights_end_at_the_limit_and_can_be_given_back(component, person):
    def take():
        rights.take(component=component, person=person, act="support", limit=2)

    take()
    take()
    with pytest.raises(RuleBroken) as broken:
        take()
    assert broken.value.code == "limit"
    rights.give_back(component=component, person=person, act="support")
    take()
    assert rights.used(component=component, person=person, act="support") == 2


def test_without_a_limit_use_is_still_counted(component, person):
    for _ in range(3):
        rights.take(component=component, person=person, act="idea", limit=None)
    assert Right.objects.get().used == 3


def test_a_limit_of_nothing_gives_nothing(component, person):
    with pytest.raises(RuleBroken):
        rights.take(component=component, person=person, act="support", limit=0)


def test_giving_back_what_was_not_used_stays_at_nothing(component, person):
    rights.give_back(component=component, person=person, act="support")
    assert rights.used(component=component, person=person, act="support") == 0


# Facts


@pytest.fixture
def heard():
    """Receivers of the test fact: what they heard, and a switch that breaks them."""
    state = {"facts": [], "broken": False}

    def receiver(fact, **kwargs):
        if state["broken"]:
            raise RuntimeError("The receiver is broken.")
        state["facts"].append(fact.pk)

    thing_done.connect(receiver)
    yield state
    thing_done.disconnect(receiver)


def test_a_fact_outside_a_transaction_is_a_mistake(person, monkeypatch):
    connection = transaction.get_connection()
    monkeypatch.setattr(connection, "in_atomic_block", False)
    with pytest.raises(RuntimeError):
        thing_done.tell(subject=person)


def test_receivers_run_after_the_commit(member, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=False) as callbacks:
        act_and_fail(actor=member)
    assert heard["facts"] == []
    callbacks[0]()
    fact = Fact.objects.get()
    assert heard["facts"] == [fact.pk]
    assert fact.done_at is not None


def test_a_fact_whose_process_died_before_delivery_is_delivered_by_the_clock(member, heard):
    act_and_fail(actor=member)
    assert facts.deliver_waiting() == 0
    with clock.shifted(timedelta(minutes=1)):
        assert facts.deliver_waiting() == 1
        assert facts.deliver_waiting() == 0
    assert len(heard["facts"]) == 1


def test_a_broken_receiver_is_tried_again_later_and_breaks_nothing(
    member, heard, django_capture_on_commit_callbacks
):
    heard["broken"] = True
    with django_capture_on_commit_callbacks(execute=True):
        act_and_fail(actor=member)
    fact = Fact.objects.get()
    assert fact.done_at is None
    assert "broken" in fact.error
    heard["broken"] = False
    with clock.shifted(timedelta(minutes=1)):
        assert facts.deliver_waiting() == 1
    fact.refresh_from_db()
    assert (fact.error, heard["facts"]) == ("", [fact.pk])


def test_tries_grow_apart_and_end(member, heard):
    heard["broken"] = True
    act_and_fail(actor=member)
    start = clock.now()
    for _ in range(facts.MAX_ATTEMPTS + 5):
        start += timedelta(days=3)
        with clock.frozen(start):
            facts.deliver_waiting()
    assert Fact.objects.get().attempts == facts.MAX_ATTEMPTS


def test_only_finished_facts_are_forgotten(member, heard, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        act_and_fail(actor=member)
    act_and_fail(actor=member)
    with clock.shifted(timedelta(days=31)):
        assert facts.forget_done() == 1
    assert Fact.objects.get().done_at is None
