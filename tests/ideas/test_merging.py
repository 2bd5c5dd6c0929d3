"""Combining duplicates: everybody counts once, nothing is lost, both addresses work."""

import pytest
from django.contrib.auth.models import Permission
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wagtail.log_actions import registry as log_registry

from participation.core.models import Fact, Right
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.ideas.actions import (
    answer_idea,
    edit_idea,
    hide_idea,
    merge_idea,
    support_idea,
    withdraw_idea,
    withdraw_support,
)
from participation.ideas.models import Idea, Promise, Support
from tests.ideas.test_invariants import check

ANSWER = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}
NAMES = ("Eino", "Helmi", "Kalle", "Liisa")


def supporters(idea: Idea) -> set[str]:
    return set(Support.objects.filter(idea=idea).values_list("person__display_name", flat=True))


def support(town, idea: Idea, *names: str) -> None:
    for name in names:
        support_idea(actor=town.resident(name), idea=idea)


def used(name: str) -> int:
    row = Right.objects.filter(act="support", person__display_name=name).first()
    return row.used if row else 0


@pytest.fixture
def pair(town):
    """Aino's idea and Oili's, which says the same."""
    return town.idea(title="Penkki rantaan"), town.idea(
        town.resident("Oili"), title="Istuin rantaan"
    )


def test_supports_move_and_nobody_counts_twice(town, staff, pair):
    stays, goes = pair
    support(town, stays, "Eino", "Helmi")
    support(town, goes, "Helmi", "Kalle", "Aino")
    merged = merge_idea(actor=staff["communications"], idea=goes, into=stays)
    assert supporters(stays) == {"Eino", "Helmi", "Kalle"}
    assert merged.support_count == 3
    goes.refresh_from_db()
    assert (goes.support_count, goes.merged_into, supporters(goes)) == (0, stays, set())
    # Helmi had supported both; Aino's own idea is not Aino's to support.
    assert [used(name) for name in ("Eino", "Helmi", "Kalle", "Aino")] == [1, 1, 1, 0]
    check()


def test_what_was_combined_is_told_once_and_logged(town, staff, pair):
    stays, goes = pair
    merge_idea(actor=staff["communications"], idea=goes, into=stays, version=0)
    fact = Fact.objects.get(name="idea_merged")
    assert fact.data == {"into": stays.public_id, "moved": 0}
    logs = [log_registry.get_logs_for_instance(idea).get().action for idea in (goes, stays)]
    assert logs == ["raati.ideas.merge", "raati.ideas.take_in"]


def test_chains_are_flattened(town, staff, pair):
    first, second = pair
    third = town.idea()
    merge_idea(actor=staff["communications"], idea=second, into=first)
    merge_idea(actor=staff["communications"], idea=first, into=third)
    assert set(Idea.objects.filter(merged_into=third)) == {first, second}


@pytest.mark.parametrize(
    ("case", "code"),
    [
        ("itself", "itself"),
        ("board", "board"),
        ("hidden", "hidden"),
        ("withdrawn", "withdrawn"),
        ("merged", "merged"),
        ("answered", "answered"),
        ("again", "merged"),
        ("stale", "version"),
    ],
)
def test_what_cannot_be_combined_is_refused(town, staff, pair, case, code):
    officer, version = staff["communications"], 0
    into, idea = pair
    support(town, idea, "Eino")
    if case == "itself":
        into = idea
    elif case == "board":
        into = town.idea(component=town.new_board("Toinen").component)
    elif case == "hidden":
        hide_idea(actor=officer, idea=into, reason="rules")
    elif case == "withdrawn":
        withdraw_idea(actor=town.resident(), idea=into)
    elif case == "merged":
        merge_idea(actor=officer, idea=into, into=town.idea())
    elif case == "answered":
        answer_idea(actor=officer, idea=idea, **ANSWER)
        version = None
    elif case == "again":
        merge_idea(actor=officer, idea=idea, into=into)
        idea, into, version = idea, town.idea(), None
    else:
        version = 7
    before = Support.objects.count()
    with pytest.raises(RuleBroken, match=code):
        merge_idea(actor=officer, idea=idea, into=into, version=version)
    assert Support.objects.count() == before
    check()


def test_an_unanswered_idea_joins_an_answered_one(town, staff, pair):
    stays, goes = pair
    answer_idea(actor=staff["communications"], idea=stays, **ANSWER)
    support(town, goes, "Eino")
    merge_idea(actor=staff["communications"], idea=goes, into=stays)
    assert supporters(stays) == {"Eino"}


def test_combining_is_for_who_handles_both(town, staff, pair):
    stays, goes = pair
    Idea.objects.filter(pk=goes.pk).update(service_area=town.services["kaupunkirakenne"])
    for actor in (town.resident("Eino"), staff["moderator"], staff["service_area"]):
        with pytest.raises(Refused):
            merge_idea(actor=actor, idea=goes, into=stays)
    Idea.objects.filter(pk=stays.pk).update(service_area=town.services["kaupunkirakenne"])
    merge_idea(actor=staff["service_area"], idea=goes, into=stays)


def test_moved_supports_reach_the_threshold_and_promises_stay(town, staff, pair):
    stays, goes = pair
    town.publish(threshold=2)
    support(town, goes, "Eino", "Helmi")
    support(town, stays, "Kalle")
    assert not Promise.objects.filter(idea=stays).exists()
    merge_idea(actor=staff["communications"], idea=goes, into=stays)
    assert {promise.idea for promise in Promise.objects.all()} == {stays, goes}
    assert Promise.objects.get(idea=stays).kept_at is None


def test_both_addresses_lead_to_the_one_and_both_texts_are_read(town, staff, pair, client):
    stays, goes = pair
    merge_idea(actor=staff["communications"], idea=goes, into=stays)
    here = f"/fi/ideat/{stays.path_name}/"
    for address in (f"/fi/ideat/{goes.path_name}/", f"/fi/ideat/{goes.public_id}/"):
        assert client.get(address).url.partition("?")[0] == here
    assert client.get(f"/o/{goes.public_id}/").url.partition("?")[0].endswith(here)
    page = client.get(here).content.decode()
    assert "Istuin rantaan" in page
    assert "Oili" in page
    board = client.get("/fi/ideat/").content.decode()
    assert "Istuin rantaan" not in board
    client.force_login(town.resident("Oili").user)
    assert "Yhdistetty toiseen ideaan" in client.get("/fi/ideat/mine/").content.decode()


def test_words_that_were_combined_can_still_be_hidden(town, staff, pair, client):
    stays, goes = pair
    merge_idea(actor=staff["communications"], idea=goes, into=stays)
    hide_idea(actor=staff["moderator"], idea=goes, reason="personal")
    assert "Istuin" not in client.get(f"/fi/ideat/{stays.path_name}/").content.decode()
    assert client.get(f"/fi/ideat/{goes.path_name}/").status_code == 410
    assert client.get(f"/fi/o/{goes.public_id}/").status_code == 404


def test_a_combined_idea_is_neither_changed_nor_supported(town, staff, pair):
    stays, goes = pair
    merge_idea(actor=staff["communications"], idea=goes, into=stays)
    goes.refresh_from_db()
    oili = town.resident("Oili")
    with pytest.raises(RuleBroken, match="gone"):
        support_idea(actor=town.resident("Eino"), idea=goes)
    with pytest.raises(RuleBroken, match="merged"):
        edit_idea(actor=oili, idea=goes, title="a", text="b", theme=None, area=None)
    with pytest.raises(RuleBroken, match="merged"):
        withdraw_idea(actor=oili, idea=goes)
    check()


def test_the_desk_combines_after_saying_that_there_is_no_way_back(town, staff, pair, client):
    stays, goes = pair
    user = staff["communications"].user
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    address = f"/admin/ideas/{goes.public_id}/merge/"
    answer = client.get(address, {"q": "rantaan penkki"})
    assert answer.status_code == 200, answer.headers
    page = answer.content.decode()
    assert "Tätä ei voi perua." in page
    assert stays.public_id in page
    for wrong in ("", goes.public_id, "nonsense", "\x00", "1" * 9999):
        assert client.post(address, {"into": wrong, "version": 0}).status_code == 422
    assert client.post(address, {"into": stays.public_id, "version": 5}).status_code == 409
    answer = client.post(address, {"into": stays.public_id, "version": 0})
    assert answer.status_code == 303
    assert answer.url == f"/admin/ideas/{stays.public_id}/"


@pytest.mark.django_db
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    given_to=st.lists(st.tuples(st.integers(0, 2), st.sampled_from(NAMES)), max_size=12),
    mergers=st.lists(st.permutations([0, 1, 2]), max_size=3),
)
def test_distinct_supporters_are_preserved(town, staff, given_to, mergers):
    """Whatever is combined with whatever: who wanted one of them wants what stays."""
    town.publish(support_limit=2)
    with transaction.atomic():
        ideas = [town.idea(town.resident(name)) for name in ("Eino", "Helmi", "Oili")]
        for number, name in given_to:
            _try(support_idea, actor=town.resident(name), idea=ideas[number])
        for source, target, _rest in mergers:
            goes, stays = Idea.objects.get(pk=ideas[source].pk), ideas[target]
            before = supporters(goes) | supporters(stays)
            own = {stays.author.display_name}
            if _try(merge_idea, actor=staff["communications"], idea=goes, into=stays):
                assert supporters(stays) == before - own
                check()
        for number, name in given_to:
            _try(withdraw_support, actor=town.resident(name), idea=ideas[number])
        check()
        transaction.set_rollback(True)


def _try(act, **given) -> bool:
    try:
        act(**given)
    except (RuleBroken, Refused):
        return False
    return True
