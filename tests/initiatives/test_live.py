"""What the live channel tells of initiatives, and what it never tells."""

import pytest
from wagtail.models import PageViewRestriction

from participation.initiatives.actions import hide_initiative, withdraw_signature
from participation.initiatives.streams import element, initiative_stream, list_stream
from participation.live.reading import read, version_of
from participation.live.registry import Ref, kind_of

from .conftest import CONTACT, pending, record


def told(stream: str, since: int, *shown: str):
    return read(kind_of(stream), stream, since, shown, ["fi"])


@pytest.mark.parametrize("part", ["count", "tally"])
def test_the_count_is_drawn_as_it_is_now(town, part):
    row = town.gathering()
    town.sign(row, "Eino")
    shown = element(row, part)
    for stream in (list_stream(town.component), initiative_stream(row.public_id)):
        drawn = told(stream, 0, shown).hints["fi"][shown]
        assert 'value="2"' in drawn
        assert ("data-announce" in drawn) == (part == "count")
    kind = kind_of(list_stream(town.component))
    before = kind.marks({"s": [shown]})
    withdraw_signature(actor=town.resident("Eino"), initiative=row)
    assert kind.marks({"s": [shown]}) != before


def test_what_was_done_arrives_on_the_open_page(town, registry):
    row = town.delivered()
    stream = initiative_stream(row.public_id)
    before = version_of(stream)
    record(registry, pending(registry, row))
    changes = told(stream, before).changes["fi"]
    assert "Valot tulevat" in changes[-1]["html"]
    assert {change["el"] for change in changes} == {element(row)}


def test_a_hidden_initiative_leaves_the_open_page(town, registry):
    row = town.gathering(title="Salainen")
    stream = initiative_stream(row.public_id)
    before = version_of(stream)
    hide_initiative(actor=registry, initiative=row, reason="law")
    batch = told(stream, before, element(row, "count"))
    assert "Salainen" not in str(batch.changes) + str(batch.hints)
    assert "piilotettu" in str(batch.changes)


def test_no_frame_names_a_maker_s_details_a_signer_or_a_draft(town):
    row, draft = town.gathering(), town.draft(title="Luonnos")
    town.sign(row, "Eino")
    stream = initiative_stream(row.public_id)
    batch = told(stream, 0, element(row, "count"))
    assert not any(s in str(batch) for s in (CONTACT["name"], CONTACT["email"], "Eino"))
    stream = initiative_stream(draft.public_id)
    ref = Ref("article", draft.public_id)
    assert kind_of(stream).render(stream, [ref]) == {}
    assert kind_of(stream).now(stream, [element(draft, "count")]) == {}


def test_streams_are_public_while_the_page_is(town, django_assert_num_queries):
    row = town.gathering()
    for stream in (list_stream(town.component), initiative_stream(row.public_id)):
        kind = kind_of(stream)
        with django_assert_num_queries(1):
            assert kind.is_public(stream)
        assert not kind.is_public(f"{kind.prefix}.nothing")
    PageViewRestriction.objects.create(page=town.home, restriction_type="login")
    for stream in (list_stream(town.component), initiative_stream(row.public_id)):
        assert not kind_of(stream).is_public(stream)
