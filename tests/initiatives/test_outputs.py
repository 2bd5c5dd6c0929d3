"""Every way out of an initiative: what is hidden or waits for a moderator is in none of them."""

from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client

from participation.core import clock, following, my_part, sending
from participation.core.actors import Actor
from participation.core.models import Follow
from participation.core.moderatable import kind_of
from participation.initiatives import actions
from participation.initiatives.models import Initiative
from participation.initiatives.streams import element, initiative_stream, list_stream
from participation.live.reading import read
from participation.live.registry import kind_of as stream_kind
from participation.notifications import digests, spreading
from participation.notifications.models import Notice
from participation.notifications.showing import shown

from .conftest import pending, record

PAGE = "/fi/aloitteet/"
TITLE, WORD = "Xylofonikioski", "balalaikka"
SYSTEM = Actor.system("tests")


def page(path, name=""):
    """What a visitor or somebody else gets at an address, and where it leads."""

    def ask(town, row):
        client = Client()
        if name:
            client.force_login(town.resident(name).user)
        answer = client.get(path.format(id=row.public_id), follow=True)
        return answer.content.decode() + str(answer.redirect_chain)

    return ask


def live(town, row):
    """What changed and what counts now, for readers whose pages are open."""
    streams = {
        list_stream(town.component): element(row, "tally"),
        initiative_stream(row.public_id): element(row, "count"),
    }
    told = [read(stream_kind(name), name, 0, [part], ["fi"]) for name, part in streams.items()]
    return "".join(str(each.changes) + str(each.hints) for each in told)


def my_deeds(town, row):
    return str(list(my_part.Deeds(town.resident("Eino").person)[:10]))


def follows(town, row):
    return str(following.shown(list(Follow.objects.filter(subject_id=str(row.pk)))))


def notices(town, row):
    return str(shown(Notice.objects.filter(person=town.resident("Eino").person)))


def digest(town, row):
    """The day's mail to a signer, as it would be sent now: its parts are drawn when it goes."""
    mail.outbox.clear()
    with clock.shifted(timedelta(days=2)):
        sending.send_waiting()
    return "".join(each.subject + each.body for each in mail.outbox if "eino@" in each.to[0])


#: Each output of an initiative, and how somebody else gets at it.
OUTPUTS = {
    "page": page(PAGE + "{id}/"),
    "list": page(PAGE),
    "sign": page(PAGE + "{id}/sign/", "Helmi"),
    "mine": page(PAGE + "{id}/mine/", "Helmi"),
    "signers' list": page(PAGE + "mine/", "Eino"),
    "my participation": my_deeds,
    "follows": follows,
    "permanent address": page("/o/{id}/"),
    "notices": notices,
    "digests": digest,
    "live": live,
}
#: A mail goes once: asked in a test of its own.
AGAIN_AND_AGAIN = [name for name in OUTPUTS if name != "digests"]


def telling(town, row) -> set[str]:
    """The outputs that tell of it, or of a part of it."""
    found = {name: OUTPUTS[name](town, row).casefold() for name in AGAIN_AND_AGAIN}
    return {n for n, text in found.items() if TITLE.casefold() in text or WORD in text}


@pytest.fixture
def row(town, registry, django_capture_on_commit_callbacks):
    """Signed, followed, delivered, taken up, and told to those who want to know."""
    row = town.gathering(title=TITLE, text=f"Sieltä saa {WORD}n.")
    town.sign(row, "Eino")
    Follow.objects.create(
        person=town.resident("Eino").person,
        component=row.component,
        subject_type=row._meta.label,
        subject_id=str(row.pk),
        at=clock.now(),
    )
    row = actions.deliver_initiative(actor=town.resident(), initiative=row)
    with django_capture_on_commit_callbacks(execute=True):
        record(registry, pending(registry, row), kind="step")
    spreading.spread_waiting()
    return Initiative.objects.get(pk=row.pk)


def test_the_table_names_every_output_and_no_other():
    assert set(kind_of(Initiative._meta.label).outputs) == set(OUTPUTS)


def test_what_is_hidden_or_waits_is_nowhere_and_comes_back_everywhere(town, registry, row):
    # A delivered one has no form to sign any more, and its count stands still.
    everywhere = {*AGAIN_AND_AGAIN} - {"sign", "live"}
    assert telling(town, row) >= everywhere
    actions.hide_initiative(actor=registry, initiative=row, reason="law")
    assert telling(town, row) == set()
    actions.restore_initiative(actor=registry, initiative=row, reason="Erehdys")
    assert telling(town, row) >= everywhere
    actions.hold_initiative(actor=SYSTEM, initiative=row)
    assert telling(town, row) == set()
    actions.approve_initiative(actor=registry, initiative=row)
    assert telling(town, row) >= everywhere


@pytest.mark.parametrize("hide", [False, True])
def test_a_digest_that_was_queued_tells_nothing_of_what_was_hidden_since(town, registry, row, hide):
    with clock.shifted(timedelta(days=1)):
        digests.build()
    if hide:
        actions.hide_initiative(actor=registry, initiative=row, reason="law")
    assert (TITLE in digest(town, row)) != hide


def test_a_gathering_one_is_neither_signed_nor_counted_live_while_it_waits(town, registry):
    row = town.gathering(title=TITLE, text=f"Sieltä saa {WORD}n.")
    assert {"sign", "list"} <= telling(town, row)
    assert element(row, "count") in live(town, row)
    actions.hold_initiative(actor=SYSTEM, initiative=row)
    assert telling(town, row) == set()
    assert element(row, "count") not in live(town, row).replace(element(row, "card"), "")


def test_a_new_one_of_a_premoderated_page_is_nowhere_until_it_is_approved(town, registry):
    town.publish(premoderated=True)
    row = town.gathering(title=TITLE, text=f"Sieltä saa {WORD}n.")
    row.refresh_from_db()
    assert (row.waits, row.signature_count) == (True, 1)
    assert telling(town, row) == set()
    actions.approve_initiative(actor=registry, initiative=row)
    assert "page" in telling(town, row)
