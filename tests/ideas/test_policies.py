"""Who may do what: every role against every act, as a table."""

import pytest

from participation.core.actors import Actor
from participation.core.policies import Refused
from participation.ideas import policies
from participation.ideas.desk.rights import ideas_for, works_here
from tests.ideas.conftest import make_staff

ROLES = ("guest", "resident", "author", "communications", "service_area", "moderator",
         "youth_worker", "administrator")  # fmt: skip

#: Who may; everybody else is refused.
MATRIX = {
    "may_send": {"resident", "author", "communications", "service_area", "moderator",
                 "youth_worker", "administrator"},
    "may_support": {"resident", "communications", "service_area", "moderator", "youth_worker",
                    "administrator"},
    "may_change_own": {"author"},
    "may_handle own area": {"communications", "service_area", "administrator"},
    "may_handle other area": {"communications", "administrator"},
    "may_handle no area": {"communications", "administrator"},
    "may_hide": {"communications", "moderator", "administrator"},
}  # fmt: skip


@pytest.fixture
def people(town, staff):
    return {
        "guest": Actor.guest(),
        "resident": town.resident("Eino"),
        "author": town.resident("Aino"),
        **staff,
    }


def allows(act: str, actor: Actor, town) -> bool:
    name, _space, area = act.partition(" ")
    idea = town.idea()
    if area in ("own area", "other area"):
        slug = "kaupunkirakenne" if area == "own area" else "hyvinvointi"
        idea.service_area = town.services[slug]
    try:
        getattr(policies, name)(actor, idea.component if name == "may_send" else idea)
    except Refused:
        return False
    return True


@pytest.mark.parametrize("act", MATRIX)
def test_each_role_may_exactly_what_the_table_says(act, people, town):
    assert {role for role in ROLES if allows(act, people[role], town)} == MATRIX[act]


def test_a_visitor_is_offered_to_sign_in(town):
    idea = town.idea()
    for policy in (policies.may_support, policies.may_change_own):
        with pytest.raises(Refused) as refused:
            policy(Actor.guest(), idea)
        assert refused.value.sign_in


@pytest.mark.parametrize(
    ("role", "allowed"),
    [("communications", True), ("youth_worker", True), ("service_area", False)],
)
def test_only_some_staff_enter_ideas_for_others(role, allowed, staff, town):
    scribe = Actor.on_behalf(staff[role].person, "paper")
    try:
        policies.may_send(scribe, town.component)
    except Refused:
        assert not allowed
    else:
        assert allowed


def test_the_desk_shows_each_role_its_ideas(town, staff):
    own = town.idea(title="Oma alue")
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    other = town.idea(title="Toinen alue")
    seen = {role: set(ideas_for(actor)) for role, actor in staff.items()}
    assert seen["communications"] == seen["moderator"] == seen["administrator"] == {own, other}
    assert seen["service_area"] == {own}
    assert seen["youth_worker"] == set()
    assert not works_here(staff["youth_worker"])


def test_a_role_for_one_board_shows_that_board_only(town):
    there = town.new_board("Toinen taulu")
    here = town.idea()
    elsewhere = town.idea(component=there.component)
    officer = make_staff("Ville", "communications", component=town.component)
    assert set(ideas_for(officer)) == {here}
    policies.may_handle(officer, here)
    with pytest.raises(Refused):
        policies.may_handle(officer, elsewhere)
