"""Supporting and taking the support back."""

import pytest

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact, Right
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    hide_idea,
    support_idea,
    withdraw_idea,
    withdraw_support,
)
from participation.ideas.models import Idea, Support
from tests.ideas.conftest import make_person


def count(idea: Idea) -> int:
    idea.refresh_from_db()
    assert idea.support_count == Support.objects.filter(idea=idea).count()
    return idea.support_count


def used(actor: Actor) -> int:
    return sum(
        Right.objects.filter(person=actor.person, act="support").values_list("used", flat=True)
    )


def test_a_support_is_counted(town):
    idea = town.idea()
    assert support_idea(actor=town.resident("Eino"), idea=idea)
    assert count(idea) == 1


def test_supporting_twice_is_supporting_once(town):
    idea, eino = town.idea(), town.resident("Eino")
    assert support_idea(actor=eino, idea=idea)
    assert not support_idea(actor=eino, idea=idea)
    assert (count(idea), used(eino)) == (1, 1)


def test_supporting_again_with_the_last_right_used_is_no_refusal(town):
    town.publish(support_limit=1)
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    assert not support_idea(actor=eino, idea=idea)
    assert (count(idea), used(eino)) == (1, 1)


def test_each_person_supports_as_many_as_the_board_allows(town):
    town.publish(support_limit=2)
    eino = town.resident("Eino")
    for _each in range(2):
        support_idea(actor=eino, idea=town.idea())
    third = town.idea()
    with pytest.raises(RuleBroken, match="limit"):
        support_idea(actor=eino, idea=third)
    assert count(third) == 0
    withdraw_support(actor=eino, idea=Idea.objects.newest().last())
    assert support_idea(actor=eino, idea=third)


def test_limits_are_counted_board_by_board(town):
    town.publish(support_limit=1)
    other = town.new_board("Toinen taulu", support_limit=1)
    eino = town.resident("Eino")
    support_idea(actor=eino, idea=town.idea())
    assert support_idea(actor=eino, idea=town.idea(component=other.component))


def test_taking_back_twice_is_taking_back_once(town):
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    support_idea(actor=town.resident("Helmi"), idea=idea)
    assert withdraw_support(actor=eino, idea=idea)
    assert not withdraw_support(actor=eino, idea=idea)
    assert (count(idea), used(eino)) == (1, 0)


def test_taking_back_what_was_never_given_changes_nothing(town):
    idea = town.idea()
    support_idea(actor=town.resident("Helmi"), idea=idea)
    assert not withdraw_support(actor=town.resident("Eino"), idea=idea)
    assert count(idea) == 1


def test_nobody_supports_their_own_idea(town):
    idea = town.idea()
    with pytest.raises(Refused):
        support_idea(actor=town.resident(), idea=idea)
    assert count(idea) == 0


def test_a_visitor_cannot_support(town):
    idea = town.idea()
    with pytest.raises(Refused) as refused:
        support_idea(actor=Actor.guest("device"), idea=idea)
    assert refused.value.sign_in
    assert count(idea) == 0


@pytest.mark.parametrize("act", [support_idea, withdraw_support])
def test_a_closed_board_refuses_and_says_when_it_closed(town, act):
    idea, eino = town.idea(), town.resident("Eino")
    if act is withdraw_support:
        support_idea(actor=eino, idea=idea)
    with clock.frozen(town.board.closes_at), pytest.raises(RuleBroken, match="closed") as broken:
        act(actor=eino, idea=idea)
    assert str(town.board.closes_at.astimezone().year) in str(broken.value.reason)
    assert count(idea) == (act is withdraw_support)


def test_a_hidden_idea_takes_no_support_but_gives_it_back(town, staff):
    idea, eino = town.idea(), town.resident("Eino")
    support_idea(actor=eino, idea=idea)
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    with pytest.raises(RuleBroken, match="gone"):
        support_idea(actor=town.resident("Helmi"), idea=idea)
    assert not used(town.resident("Helmi"))
    assert withdraw_support(actor=eino, idea=idea)
    assert (count(idea), used(eino)) == (0, 0)


def test_a_withdrawn_idea_takes_no_support(town):
    idea = town.idea()
    withdraw_idea(actor=town.resident(), idea=idea)
    with pytest.raises(RuleBroken, match="gone"):
        support_idea(actor=town.resident("Eino"), idea=idea)


def test_an_archived_board_refuses(town):
    idea = town.idea()
    component = town.component
    component.archived_at = clock.now()
    component.save()
    with pytest.raises(RuleBroken, match="closed"):
        support_idea(actor=town.resident("Eino"), idea=idea)


def test_no_fact_names_a_supporter(town):
    eino = town.resident("Eino")
    support_idea(actor=eino, idea=town.idea())
    withdraw_support(actor=eino, idea=Idea.objects.get())
    told = Fact.objects.filter(name__in=["idea_supported", "support_withdrawn"])
    assert told.count() == 2
    for fact in told:
        assert eino.person.public_id not in str(fact.data)
        assert fact.data == {}
        assert fact.subject_type == "raati_ideas.Idea"


def test_the_first_act_of_a_user_makes_their_person(town, django_user_model):
    user = django_user_model.objects.create_verified("uusi@example.org", "osallistu-2026")
    idea = town.idea()
    support_idea(actor=Actor.signed_in(user), idea=idea)
    assert Support.objects.get().person.user == user


def test_the_row_of_a_support_is_unique_in_the_table(town):
    from django.db import IntegrityError, transaction

    idea, person = town.idea(), make_person("Eino")
    Support.objects.create(idea=idea, person=person, at=clock.now())
    with pytest.raises(IntegrityError), transaction.atomic():
        Support.objects.create(idea=idea, person=person, at=clock.now())
