"""Row A1: every address, asked by everybody, answers as the table says."""

import logging
import os
from unittest import mock

import pytest
from django.template.base import Template
from django.utils.safestring import SafeString

from participation.moderation import policies
from participation.moderation.models import Case

from . import table
from .addresses import all_addresses, page_types_without_a_page
from .cast import ROLES
from .visiting import LOOKED_UP, THE_LOG, visit

WRITES = os.environ.get("RAATI_ACCESS_TABLE") == "write"


@pytest.fixture(autouse=True)
def _undrawn():
    """Answers without their pages: what they lead to is asked in test_crawl.py."""
    logging.disable(logging.CRITICAL)
    with mock.patch.object(Template, "render", return_value=SafeString("")):
        yield
    logging.disable(logging.NOTSET)


@pytest.mark.parametrize("role", ROLES.values())
def test_every_address_answers_as_the_table_says(things, role):
    browser, found, wrote = things.world.cast.browser(role), {}, {}
    for address in all_addresses(things):
        for method in table.METHODS:
            letter = table.NOT_ASKED
            if table.is_asked(role, address):
                letter, _answer, changed = visit(browser, method, address.path)
                if method == "GET" and changed - THE_LOG - LOOKED_UP:
                    wrote[address.name] = changed
            found.setdefault(address.name, []).append(letter)
    if WRITES:
        table.write(role, found)
    known = table.column(role)
    new = [f"{'  '.join(letters)}  {name}" for name, letters in found.items() if name not in known]
    assert not new, "new here; read what each role gets, then write the table:\n" + "\n".join(new)
    assert not set(known) - set(found), "no longer there"
    other = {name: (known[name], letters) for name, letters in found.items()}
    assert not {name: pair for name, pair in other.items() if pair[0] != pair[1]}
    assert not [name for name, letters in found.items() if "X" in letters], "an error of ours"
    assert not wrote, "reading changes nothing"


def test_every_type_of_page_is_in_the_town(things):
    assert not page_types_without_a_page(things)


def test_without_a_policy_another_letter_stands_there(things, monkeypatch):
    """The fault put in on purpose: the table notices it."""
    danger = next(a for a in all_addresses(things) if a.name == "/admin/moderation/{danger}/")
    browser = things.world.cast.browser("moderator")
    known = table.column("moderator")[danger.name][0]
    assert visit(browser, "GET", danger.path)[0] == known
    monkeypatch.setattr(policies, "cases_for", lambda _actor: Case.objects.all())
    assert visit(browser, "GET", danger.path)[0] != known
