"""The demo's words and dates, without a database."""

import datetime as dt
import importlib
import pkgutil
import re
from pathlib import Path
from typing import Any

import pytest

from demo import content, dates, drawings, markup, people, places
from demo.content.wellbeing_ideas import EVERYDAY
from demo.stories import children_shops, parks_and_hobbies
from demo.tale import Answered, Assigned, Hidden, Idea, Moved, Withdrawn
from demo.telling import HOUR, Board, Teller
from participation.core import clock
from participation.core.names import validate_display_name

MODULES = [
    importlib.import_module(f"demo.content.{each.name}")
    for each in pkgutil.iter_modules(content.__path__)
]
IDEAS = [
    idea
    for module in MODULES
    for value in vars(module).values()
    if isinstance(value, tuple)
    for idea in value
    if isinstance(idea, Idea)
]
HOME = Path(content.__file__).parents[1]
# Stems, so that inflected forms are found too: the towns whose papers were read,
# the largest ones and old mining towns.
REAL_TOWNS = re.findall(
    r"\S+",
    """
    Outokum Kuopi Tamper Alajärv Lappajärv Vimpel Evijärv Kivijärv Helsin Espoo Esbo Vantaa Vanda
    Oulu Uleåborg Turku Turun Åbo Jyväskyl Lahti Lahde Lahtis Porin Björneborg Kouvol Joensuu
    Lappeenran Villmanstrand Hämeenlinn Tavastehus Vaasa Vasa Seinäjo Rovaniem Mikkeli Kotka
    Salossa Porvoo Borgå Kokkol Karleby Hyvinkä Lohja Lojo Järvenpä Rauma Raumo Kajaan Kajana
    Kerava Kervo Savonlinn Nyslott Nokia Ylöjärv Kangasal Riihimäk Raisio Imatr Raahe Sastamal
    Tornio Torneå Hollol Siilinjärv Pyhäsalm Pyhäjärv Orijärv Kisko Kemijärv Kuusamo Nivala
    Juankosk Polvijärv Liperi Kaavi Vesilahd Vesilahti
""",
)


def strings(value: Any) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for each in value.values() for text in strings(each)]
    if isinstance(value, list | tuple):
        return [text for each in value for text in strings(each)]
    return []


def in_languages(value: Any) -> list[dict[str, str]]:
    """Every text of the data modules that stands in several languages."""
    if isinstance(value, dict):
        if value.get("is_ready") is False:
            # A prepared answer that still waits for its translations, on purpose.
            return []
        if isinstance(value.get("fi"), str):
            return [value]
        return [found for each in value.values() for found in in_languages(each)]
    if isinstance(value, list | tuple):
        return [found for each in value for found in in_languages(each)]
    if isinstance(value, Answered):
        return [value.text]
    if isinstance(value, Moved):
        return [value.note] if value.note else []
    if isinstance(value, Idea):
        return in_languages(value.then)
    return []


def everything() -> list[dict[str, str]]:
    public = (v for m in MODULES for k, v in vars(m).items() if k.isupper())
    return [found for value in public for found in in_languages(value)]


def test_every_text_is_written_in_three_languages():
    found = everything()
    assert len(found) > 100
    for texts in found:
        assert list(texts) == ["fi", "sv", "en"]
        assert all(text.strip() for text in texts.values())


def test_no_translation_repeats_another_language():
    for texts in everything():
        assert len(set(texts.values())) == 3, texts["fi"]


def test_no_real_town_is_named():
    found = []
    for path in HOME.rglob("*.py"):
        words = set(re.findall(r"[\w:]+", path.read_text()))
        found += [(path.name, w) for w in words for t in REAL_TOWNS if w.startswith(t)]
    assert not found


def test_addresses_lead_nowhere_real():
    found = [
        text
        for path in HOME.rglob("*.py")
        for text in re.findall(r"[\w.]+@[\w.]+", path.read_text())
    ]
    assert found
    assert all(address.rstrip(".").endswith("@example.org") for address in found)


def test_there_are_dozens_of_ideas_and_no_key_twice():
    assert 60 <= len(IDEAS) <= 90
    assert len({idea.key for idea in IDEAS}) == len(IDEAS)


@pytest.mark.parametrize("idea", IDEAS, ids=lambda idea: idea.key)
def test_an_idea_is_told_with_known_people_places_and_states(idea: Idea):
    authors = {account.key for account in (*people.ACCOUNTS, *people.RESIDENTS)}
    assert idea.by in authors or idea.by[0].isupper()
    assert idea.area in {slug for slug, *_rest in places.AREAS}
    assert idea.theme in {slug for slug, *_rest in places.THEMES}
    assert len(idea.title) <= 120
    assert idea.supports <= len(people.RESIDENTS)
    days = [event.day for event in idea.then]
    assert days == sorted(days)
    assert all(day > idea.day for day in days)


def test_what_is_done_was_promised_first():
    for idea in IDEAS:
        done = [e.day for e in idea.then if isinstance(e, Moved) and e.state == "done"]
        answered = [e.day for e in idea.then if isinstance(e, Answered)]
        assert not done or (answered and answered[0] < done[0]), idea.key


def test_hidden_and_withdrawn_ideas_end_there():
    for idea in IDEAS:
        for event in idea.then[:-1]:
            assert not isinstance(event, Hidden | Withdrawn), idea.key


def test_a_due_date_comes_after_the_assignment():
    for idea in IDEAS:
        for event in idea.then:
            if isinstance(event, Assigned):
                assert event.due > event.day, idea.key


@pytest.mark.parametrize("account", [*people.ACCOUNTS, *people.RESIDENTS], ids=lambda a: a.key)
def test_names_are_such_as_residents_may_choose(account):
    validate_display_name(account.name)


def test_residents_are_told_apart():
    keys = [account.key for account in (*people.ACCOUNTS, *people.COLLEAGUES, *people.RESIDENTS)]
    assert len(set(keys)) == len(keys)
    assert len(people.RESIDENTS) >= 40


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("{day:+20}", "fi", "11.12.2026"),
        ("{day:+20}", "sv", "den 11 december 2026"),
        ("{day:-1}", "en", "20 November 2026"),
        ("{month:5}", "fi", "toukokuussa 2027"),
        ("{month:12}", "en", "in December 2027"),
        ("{by:1}", "sv", "före utgången av januari 2027"),
        ("{from:1} alkaen", "fi", "tammikuusta 2027 alkaen"),
        ("{supports} kannatusta", "fi", "{supports} kannatusta"),
    ],
)
def test_a_mark_becomes_a_date_seen_from_the_day_of_writing(text, language, expected):
    assert dates.fill(text, language, dt.date(2026, 11, 21)) == expected


def test_the_next_month_is_never_nearer_than_a_month():
    for offset in range(0, 366, 7):
        written = dt.date(2026, 1, 1) + dt.timedelta(days=offset)
        for month in range(1, 13):
            found = dates.next_month(written, month)
            assert found.month == month
            assert 30 <= (found - written).days < 30 + 367


def test_the_finished_round_ended_on_a_friday_in_may_half_a_year_ago_whenever_one_loads():
    for offset in range(0, 800, 5):
        moment = dates.local(dt.date(2026, 1, 1) + dt.timedelta(days=offset))
        with clock.frozen(moment):
            closing = dates.last_spring()
        assert closing.weekday() == 4
        assert closing.month == 5
        assert 180 <= (moment.date() - closing).days < 180 + 373


def test_offices_open_and_close_nothing_on_a_weekend():
    with clock.frozen(dates.local(dt.date(2026, 11, 21))):
        days = [dates.workday(offset, 9).weekday() for offset in range(14)]
    assert set(days) == {0, 1, 2, 3, 4}


def board(opened: dt.datetime, until: dt.datetime, scribe: str = "") -> Board:
    return Board(
        component=None,
        opens=opened,
        until=until,
        supporters=[account.key for account in people.RESIDENTS],
        scribe=scribe,
    )


@pytest.mark.parametrize("offset", range(0, 366, 9))
def test_on_whatever_day_one_loads_everything_happens_in_its_order(offset):
    """The last day counts: what is told today must be over before now."""
    with clock.frozen(dates.local(dt.date(2027, 1, 1) + dt.timedelta(days=offset), 1)):
        now, ended = clock.now(), dates.last_spring()
        started = ended - dt.timedelta(days=children_shops.LENGTH)
        boards = {
            True: board(dates.local(started, 8), dates.local(ended, 16), "ohjaaja"),
            False: board(dates.workday(parks_and_hobbies.OPENED, 9), now - HOUR / 3),
        }
    for idea in IDEAS:
        if idea in EVERYDAY:
            continue
        teller = Teller(boards[idea.by[0].isupper()], people.People())
        teller.plan(idea)
        (sent, *_rest), *others = teller.acts
        number = len(idea.then) + bool(idea.first_text)
        events = [when for when, *_rest in others[:number]]
        supports = [when for when, *_rest in others[number:]]
        assert [sent, *events] == sorted({sent, *events}), idea.key
        assert max([sent, *events]) < now, idea.key
        assert len(supports) == idea.supports
        assert all(sent < when < teller.board.until for when in supports), idea.key


def test_while_a_story_tells_both_clocks_stand_at_its_moment():
    from django.utils import timezone

    moment = dates.local(dt.date(2020, 2, 29), 10)
    with dates.at(moment):
        assert clock.now() == moment == timezone.now()
    assert timezone.now() > moment


def test_the_notation_becomes_the_blocks_of_a_page():
    class Found:
        pk = 7

    text = "## Otsikko\n\nEka\n\n- yksi\n- **kaksi**\n\n?? Miksi?\nSiksi.\n\n> Hyvä! — Joku"
    blocks = markup.body(text, lambda slug: Found)
    assert [block["type"] for block in blocks] == ["heading", "paragraph", "accordion", "quote"]
    assert blocks[1]["value"] == "<p>Eka</p><ul><li>yksi</li><li><b>kaksi</b></li></ul>"
    assert blocks[3]["value"] == {"text": "Hyvä!", "speaker": "Joku"}


def test_links_between_pages_are_wagtails_own_and_text_is_escaped():
    class Found:
        pk = 7

    html = markup.rich_text("[a](page:x) & <b> [c](https://example.org)", lambda slug: Found)
    assert '<a linktype="page" id="7">a</a>' in html
    assert "&amp; &lt;b&gt;" in html
    assert '<a href="https://example.org">c</a>' in html


@pytest.mark.parametrize("name", drawings.DRAWN)
def test_a_childs_drawing_is_the_same_each_time(name):
    assert drawings.draw(name) == drawings.draw(name)
