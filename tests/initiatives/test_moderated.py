"""What moderators do to an initiative, and what stays as it is: the law's clock, names, numbers."""

from datetime import timedelta

import pytest

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact, Person
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.core.rules import RuleBroken
from participation.initiatives import actions
from participation.initiatives.export import metadata, page
from participation.initiatives.models import Crossing, Initiative, Original, Signature, State
from tests.ideas.conftest import make_staff

from .conftest import pending, record

SYSTEM = Actor.system("tests")


@pytest.fixture
def moderator(town):
    return make_staff("Mio", Role.MODERATOR)


def reached(town):
    """Signed by five residents, as many as the page asks for."""
    row = town.gathering()
    for name in ("Eino", "Helmi", "Kalle", "Liisa"):
        town.sign(row, name)
    return Initiative.objects.get(pk=row.pk)


def hide(moderator, row, reason="rules"):
    return actions.hide_initiative(actor=moderator, initiative=row, reason=reason)


def redact(moderator, row, **given):
    fields = {"title": row.title, "text": "Talvella on […].", "reason": "personal", **given}
    return actions.redact_initiative(actor=moderator, initiative=row, **fields)


def test_hiding_keeps_signatures_their_number_and_the_crossing(town, moderator):
    row = hide(moderator, reached(town))
    assert (row.signature_count, row.resident_count, row.reached.needed) == (5, 5, 5)
    with pytest.raises(RuleBroken):
        town.sign(row, "Olavi")
    assert Signature.objects.filter(initiative=row).count() == 5


def test_a_hidden_one_is_still_delivered_pending_reminded_of_and_answered(
    town, registry, moderator
):
    row = hide(moderator, reached(town))
    row = actions.deliver_initiative(actor=town.resident(), initiative=row)
    row = pending(registry, row)
    assert row.due_on is not None
    assert not Initiative.objects.visible().exists()
    with clock.shifted(timedelta(days=200)):
        assert actions.remind(actor=Actor.system("clock")) == 1
        record(registry, row)
    assert Initiative.objects.get(pk=row.pk).state == State.ANSWERED
    assert "initiative_overdue" in set(Fact.objects.values_list("name", flat=True))


def test_a_moderator_moderates_and_does_not_keep_the_register(town, moderator):
    row = actions.deliver_initiative(actor=town.resident(), initiative=reached(town))
    assert hide(moderator, row).hidden_at
    for act in (
        lambda: pending(moderator, row),
        lambda: actions.export_initiative(actor=moderator, initiative=row, reason="Arkistoon"),
    ):
        with pytest.raises(Refused):
            act()
    with pytest.raises(Refused):
        hide(make_staff("Noora", Role.YOUTH_WORKER), row)


def test_words_leave_the_page_and_stay_with_the_registry(client, town, registry, moderator):
    row = town.gathering(text="Talvella on pimeää. Soita 040 123 4567.")
    row = actions.deliver_initiative(actor=town.resident(), initiative=row)
    row = redact(moderator, row)
    redact(moderator, row, text="Talvella […].")
    shown = client.get(f"/fi/aloitteet/{row.path_name}/").content.decode()
    assert "040 123" not in shown
    assert "kirjaamolla" in shown
    dossier = actions.export_initiative(actor=registry, initiative=row, reason="Arkistoon")
    assert "040 123" in page(dossier)
    assert metadata(dossier)["title"] == row.title
    assert Original.objects.get().text.endswith("4567.")


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"text": "Talvella on pimeää jo neljältä."}, "same"),
        ({"text": "x" * 300}, "longer"),
        ({"text": ""}, "content"),
        ({"reason": "whatever"}, "reason"),
    ],
)
def test_a_moderator_takes_words_out_and_writes_none(town, moderator, given, code):
    with pytest.raises(RuleBroken) as broken:
        redact(moderator, town.gathering(), **given)
    assert broken.value.code == code


def remove(moderator, row, *names, reason="Tilit tehtiin samasta paikasta."):
    chosen = Person.objects.filter(display_name__in=names)
    return actions.remove_signatures(actor=moderator, initiative=row, persons=chosen, reason=reason)


def test_removed_signatures_are_told_in_public_and_what_was_reached_stays(client, town, moderator):
    row = reached(town)
    removal = remove(moderator, row, "Eino", "Helmi", "Aino")
    row = Initiative.objects.get(pk=row.pk)
    # The maker's own name stays.
    assert (removal.count, row.signature_count, row.resident_count) == (2, 3, 3)
    assert Crossing.objects.filter(initiative=row).exists()
    shown = client.get(f"/fi/aloitteet/{row.path_name}/").content.decode()
    assert "Tilit tehtiin samasta paikasta." in shown
    assert "Eino" not in shown


@pytest.mark.parametrize(
    ("names", "reason", "code"), [((), "Syy", "none"), (("Eino",), " ", "reason")]
)
def test_a_removal_needs_signatures_and_a_reason(town, moderator, names, reason, code):
    row = reached(town)
    with pytest.raises(RuleBroken) as broken:
        remove(moderator, row, *names, reason=reason)
    assert broken.value.code == code
    assert Initiative.objects.get(pk=row.pk).signature_count == 5


def test_after_the_delivery_the_names_are_the_registry_s(town, moderator):
    row = actions.deliver_initiative(actor=town.resident(), initiative=reached(town))
    with pytest.raises(RuleBroken) as broken:
        remove(moderator, row, "Eino")
    assert broken.value.code == "state"
    assert Signature.objects.filter(initiative=row).count() == 5


def test_a_hidden_one_that_waited_waits_again_and_is_told_as_published_once(town, moderator):
    town.publish(premoderated=True)
    row = hide(moderator, town.gathering())
    row = actions.restore_initiative(actor=moderator, initiative=row, reason="Erehdys")
    assert row.waits
    for _twice in range(2):
        if row.waits:
            row = actions.approve_initiative(actor=moderator, initiative=row)
    with pytest.raises(RuleBroken):
        actions.approve_initiative(actor=moderator, initiative=row)
    names = list(Fact.objects.values_list("name", flat=True))
    assert names.count("initiative_published") == 1


def test_the_registry_gets_a_premoderated_one_at_once(town):
    town.publish(premoderated=True)
    row = actions.deliver_initiative(actor=town.resident(), initiative=town.draft())
    assert row.delivered_at
    assert Initiative.objects.get(pk=row.pk).waits


def test_holding_twice_is_once_and_a_draft_is_not_held(town):
    row = town.gathering()
    for _twice in range(2):
        actions.hold_initiative(actor=SYSTEM, initiative=row)
    assert list(Fact.objects.values_list("name", flat=True)).count("initiative_held") == 1
    with pytest.raises(RuleBroken):
        actions.hold_initiative(actor=SYSTEM, initiative=town.draft(town.resident("Eino")))
