"""Every form of the site, found by walking: any bytes in, a kind answer out, nothing lost.

The world is the loaded demo; what is sent is taken back. `tests/soak/soak_fuzz.py` sends
fifty thousand times what is sent here.
"""

import logging
import re
from collections.abc import Iterator

import pytest

from tests.architecture.house import ROOT

from .crawling import Seen, walk_all
from .fuzzing import Dice, forged, tries, uploads
from .people import Visitor
from .sending import broken_promises, send
from .values import FORGED, IDS, TEXTS

ACT = re.compile(r'data-act="([a-z]+\.[a-z_]+)"')
#: Forms in states in which nobody of the demo is, or behind a secret that only a mail holds:
#: the tests of their own rooms send to them.
ELSEWHERE = {
    "accounts.add_passkey",
    "accounts.connect",
    "accounts.disconnect",
    "accounts.resend_code",
    "accounts.second_step",
    "accounts.start_over",
    "core.end_absence",
    "core.retry_mail",
    "core.send_again",
    "core.trust_address",
    "home.answer_accessibility_feedback",
    "ideas.edit",
    "ideas.edit_milestone",
    "ideas.remove_milestone",
    "ideas.save_view",
    "initiatives.gather",
    "initiatives.withdraw_signature",
    "moderation.appeal",
    "moderation.lift_ban",
    "notifications.unmute",
    "notifications.unsubscribe",
    "people.ask_guardian",
    "people.cancel_codes",
    "people.give_consent",
    "people.record_consent",
    "people.use_code",
    "people.use_letter_code",
    "people.withdraw_consent",
}


@pytest.fixture(scope="module")
def seen(visitors: dict[str, Visitor]) -> Iterator[Seen]:
    log = logging.getLogger("django.request")
    log.setLevel(logging.CRITICAL)
    yield walk_all(visitors.values())
    log.setLevel(logging.NOTSET)


def test_the_walk_comes_to_every_form(seen):
    assert not seen.faults
    folders = [ROOT / name for name in ("participation", "site")]
    pages = (page.read_text() for folder in folders for page in folder.rglob("*.html"))
    written = {act for page in pages for act in ACT.findall(page)}
    found = {form.act for _who, form in seen.forms.values()}
    assert sorted(written - found - ELSEWHERE) == []


def test_any_bytes_get_a_kind_answer_and_nothing_typed_is_lost(seen, visitors):
    dice, found = Dice(), []
    for who, form in seen.forms.values():
        for data, files, what in tries(form, dice):
            (answer,) = send(visitors[who], form, data, files)
            for broken in broken_promises(form, data, answer):
                found.append(f"{who} {form.act or form.action} {what}: {broken}")
    assert not found, "\n".join(found)
    assert dice.used >= {*TEXTS, *IDS}


def test_any_file_gets_a_kind_answer(seen, visitors):
    found = []
    for who, form in seen.forms.values():
        for data, files, what in uploads(form, every=1 if form.act else 4):
            (answer,) = send(visitors[who], form, data, files)
            for broken in broken_promises(form, data, answer):
                found.append(f"{who} {form.act or form.action} {what}: {broken}")
    assert not found, "\n".join(found)


def test_fields_that_a_form_does_not_have_change_nothing(seen, visitors):
    found = []
    for who, form in seen.forms.values():
        if form.act and form.method == "post":
            extra = {name: [value] for name, value in FORGED.items() if name not in form.names()}
            (honest,) = send(visitors[who], form, form.filled())
            (lying,) = send(visitors[who], form, {**form.filled(), **extra})
            if difference := forged(honest, lying):
                found.append(f"{who} {form.act}: {difference}")
    assert not found, "\n".join(found)


def test_what_is_sent_twice_is_done_once(seen, visitors):
    found = []
    for who, form in seen.forms.values():
        if form.act and form.method == "post":
            first, second = send(visitors[who], form, form.filled(), times=2)
            # That staff looked at somebody's data is noted each time.
            again = (second.made() & first.made()) - {"wagtailcore_modellogentry"}
            if first.is_taken and again:
                found.append(f"{who} {form.act}: {sorted(again)}")
    assert not found, "\n".join(found)
