"""What waits for a moderator is its author's alone; what moderators do to an idea."""

import pytest
from django.test import Client

from participation.core.actors import Actor
from participation.core.models import Fact
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas import actions
from participation.ideas.models import Idea, Support, SupportRemoval

SYSTEM = Actor.system("tests")


def names() -> list[str]:
    return list(Fact.objects.order_by("pk").values_list("name", flat=True))


@pytest.fixture
def held(town):
    town.publish(premoderated=True)
    return town.idea(title="Odottava penkki")


def test_an_idea_of_a_premoderated_board_waits_and_is_not_told_as_sent(held):
    assert held.waits
    assert not Idea.objects.visible().exists()
    assert "idea_held" in names()
    assert "idea_sent" not in names()


def test_approval_shows_it_and_tells_it_as_sent_now(held, staff):
    actions.approve_idea(actor=staff["moderator"], idea=held)
    assert Idea.objects.visible().get() == held
    assert names()[-2:] == ["idea_approved", "idea_sent"]


def test_approving_twice_says_that_it_does_not_wait_any_more(held, staff):
    actions.approve_idea(actor=staff["moderator"], idea=held)
    with pytest.raises(RuleBroken) as broken:
        actions.approve_idea(actor=staff["moderator"], idea=held)
    assert broken.value.code == "not_held"


def test_an_edit_of_an_approved_idea_waits_again_and_is_not_sent_twice(held, town, staff):
    actions.approve_idea(actor=staff["moderator"], idea=held)
    edited = actions.edit_idea(
        actor=town.resident(), idea=held, title="Uusi penkki", text="Toinen.", theme=None, area=None
    )
    assert edited.waits
    actions.approve_idea(actor=staff["moderator"], idea=edited)
    assert names().count("idea_sent") == 1


def test_the_author_may_edit_and_withdraw_while_it_waits(held, town):
    edited = actions.edit_idea(
        actor=town.resident(), idea=held, title="Uusi penkki", text="Toinen.", theme=None, area=None
    )
    assert edited.waits
    assert actions.withdraw_idea(actor=town.resident(), idea=edited).withdrawn_at


def test_nobody_supports_what_waits(held, town):
    with pytest.raises(RuleBroken) as broken:
        actions.support_idea(actor=town.resident("Bertta"), idea=held)
    assert broken.value.code == "gone"


def test_staff_who_enter_an_idea_for_somebody_have_looked_at_it(held, town, staff):
    scribe = Actor.on_behalf(staff["communications"].person, "paper")
    assert not town.idea(author=scribe, shown_name="Veikko").waits


def test_a_hidden_idea_that_waited_waits_again_when_it_is_restored(held, staff):
    actions.hide_idea(actor=staff["moderator"], idea=held, reason="rules")
    restored = actions.restore_idea(actor=staff["moderator"], idea=held, reason="Erehdys")
    assert restored.waits


def test_holding_back_twice_is_once(town):
    idea = town.idea()
    actions.hold_idea(actor=SYSTEM, idea=idea)
    actions.hold_idea(actor=SYSTEM, idea=idea)
    assert names().count("idea_held") == 1


def test_its_own_address_says_no_more_than_that_it_waits(client, held):
    answer = client.get(f"/fi/ideat/{held.path_name}/")
    assert answer.status_code == 404
    assert "Odottava" not in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


def test_its_author_sees_it_as_waiting(held, town):
    client = Client()
    client.force_login(town.resident().user)
    page = client.get(f"/fi/ideat/{held.public_id}/mine/").content.decode()
    assert "Odottava penkki" in page
    assert f"/{held.public_id}/edit/" in page


def redacted(actor, idea, **fields):
    given = {"title": idea.title, "text": "Soita [poistettu].", "reason": "personal", **fields}
    return actions.redact_idea(actor=actor, idea=idea, **given)


def test_words_taken_out_leave_a_mark_and_no_earlier_version(client, town, staff):
    idea = town.idea(text="Soita minulle 040 123 4567.")
    actions.edit_idea(
        actor=town.resident(), idea=idea, title=idea.title,
        text="Soita minulle 040 123 4567, kiitos.", theme=None, area=None,
    )  # fmt: skip
    idea = redacted(staff["moderator"], Idea.objects.get(pk=idea.pk))
    assert not idea.revisions.exists()
    page = client.get(f"/fi/ideat/{idea.path_name}/").content.decode()
    assert "040 123" not in page
    assert "[poistettu]" in page


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"text": "Rannalla ei ole paikkaa istua."}, "same"),
        ({"text": "x" * 300}, "longer"),
        ({"text": ""}, "content"),
        ({"reason": "whatever"}, "reason"),
    ],
)
def test_a_moderator_takes_words_out_and_writes_none(town, staff, fields, code):
    with pytest.raises(RuleBroken) as broken:
        redacted(staff["moderator"], town.idea(), **fields)
    assert broken.value.code == code


def test_removed_supports_are_counted_in_public_and_give_no_right_back(client, town, staff):
    town.publish(support_limit=1)
    idea, other = town.idea(), town.idea()
    crowd = [town.resident(name) for name in ("Bertta", "Cecilia", "Daavid")]
    for each in crowd:
        actions.support_idea(actor=each, idea=idea)
    actions.remove_supports(
        actor=staff["moderator"],
        idea=idea,
        persons=[each.person for each in crowd[:2]],
        reason="Tilit oli tehty samasta paikasta.",
    )
    idea.refresh_from_db()
    assert (idea.support_count, Support.objects.filter(idea=idea).count()) == (1, 1)
    page = client.get(f"/fi/ideat/{idea.path_name}/").content.decode()
    assert "Tilit oli tehty samasta paikasta." in page
    assert "Bertta" not in page
    with pytest.raises(RuleBroken) as broken:
        actions.support_idea(actor=crowd[0], idea=other)
    assert broken.value.code == "limit"


def test_a_removal_needs_supports_and_a_reason(town, staff):
    idea, supporter = town.idea(), town.resident("Bertta")
    actions.support_idea(actor=supporter, idea=idea)
    for persons, reason in (([], "Syy"), ([supporter.person], " ")):
        with pytest.raises(RuleBroken):
            actions.remove_supports(
                actor=staff["moderator"], idea=idea, persons=persons, reason=reason
            )
    assert Support.objects.filter(idea=idea).exists()
    assert not SupportRemoval.objects.exists()


@pytest.mark.parametrize("role", ["service_area", "youth_worker"])
def test_only_moderators_do_these_things(town, staff, role):
    idea, actor = town.idea(), staff[role]
    for act in (
        lambda: actions.hold_idea(actor=actor, idea=idea),
        lambda: actions.approve_idea(actor=actor, idea=idea),
        lambda: redacted(actor, idea),
        lambda: actions.remove_supports(actor=actor, idea=idea, persons=[], reason="Syy"),
    ):
        with pytest.raises(Refused):
            act()
