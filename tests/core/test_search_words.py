"""Which words are taken for the same one. Pure: no database.

The tables are the honest limit of it: believable pairs that are found, and below those that
are not, so that whoever improves it sees what changes.
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core.search.excerpts import excerpt, marked
from participation.core.search.words import read_query, split, stems

FINNISH = """
kirjasto kirjaston, kirjasto kirjastoihin, lapsi lapset, lapsi lasten, lapsi lapsille
katu kadun, katu kaduilla, katu katujen, tie teiden, pyörätie pyöräteitä, silta sillan
ranta rannalla, ranta rantaan, leikkipuisto leikkipuistoihin, koulu koulujen
päiväkoti päiväkodin, päiväkoti päiväkoteja, nuori nuorten, nuori nuorille, vesi veden
vesi vettä, pyörä pyörien, bussi bussien, pysäkki pysäkin, kaupunki kaupungin, kunta kunnan
kenttä kentälle, roskis roskikset, tori torilla, penkki penkkejä, uimahalli uimahallin
kerho kerhoja, asukas asukkaat, asukas asukkaiden, ihminen ihmiset, vanhus vanhusten
mäki mäen, joki joella, polku polulla, hiihtolatu hiihtoladut, koira koirien, aita aidan
apu avun, työ töitä, perhe perheiden, luku luvun, takka takan, eläin eläimet, uusi uuden
terveys terveyden, kauppa kaupassa, huone huoneen, kissa kissojen, kokous kokouksen
"""
SWEDISH = """
bibliotek biblioteket, cykelbana cykelbanor, skola skolan, skola skolor, barn barnen, park parker
gata gator, väg vägar, lekpark lekparken, bok böcker, stad städer, strand stränder, hand händer
ungdom ungdomar, bro broar, buss bussar, hållplats hållplatser, is isen, simhall simhallen
kommun kommunens, förslag förslaget, hund hundar, skog skogen, natt nätter, torg torget
bänk bänkar, lampa lampor, son söner
"""
#: Verbs and what is made of them, and short words that look like others.
NOT_FOUND = "rakentaa rakennetaan, rakentaa rakennus, päättää päätetään, äänestää äänestys"
APART = "katu katto, kunta kunto, tuuli tuli, silta silmä, vesi veto, lato latu, valo valta"


def pairs(table: str) -> list[list[str]]:
    return [pair.split() for pair in table.replace("\n", ",").split(",") if pair.strip()]


def are_one(one: str, other: str, language: str) -> bool:
    return bool(set(stems(one, language)) & set(stems(other, language)))


@pytest.mark.parametrize(("one", "other"), pairs(FINNISH))
def test_finnish_forms_of_a_word_are_one(one, other):
    assert are_one(one, other, "fi")


@pytest.mark.parametrize(("one", "other"), pairs(SWEDISH))
def test_swedish_forms_of_a_word_are_one(one, other):
    assert are_one(one, other, "sv")


@pytest.mark.parametrize(("one", "other"), pairs(NOT_FOUND))
def test_forms_of_finnish_verbs_are_not_found_and_we_say_so(one, other):
    assert not are_one(one, other, "fi")


@pytest.mark.parametrize(("one", "other"), pairs(APART))
def test_other_finnish_words_stay_apart(one, other):
    assert not are_one(one, other, "fi")


@pytest.mark.parametrize(
    ("one", "other"), [("library", "libraries"), ("bench", "benches"), ("vote", "voting")]
)
def test_english_forms_of_a_word_are_one(one, other):
    assert are_one(one, other, "en")


@pytest.mark.parametrize("written", ["Äiti", "A\u0308iti", "ÄITI", "aiti"])
def test_capitals_dots_and_ways_of_writing_them_make_no_difference(written):
    (word,) = split(written)
    assert set(stems(word, "fi")) & set(stems("äiti", "fi"))


NASTY = [
    *("", " \t\n", "\u00a0", "\x00", "\ud800", "'", '"', "' OR 1=1--", "%", "_", "\\", "((((", "*"),
    *("a" * 5_000, "NEAR(a b)", "title:x", "-", "AND", "OR NOT", "{{7*7}}", "<b>", "😀", "Ⅷ", "²"),
    *("İ", "ß", "ﬁ", "a:*", "!a & b | c", "<-> <2>", "\u200d\u200d", "Čáppa", "مرحبا", "1e400000"),
]


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_typed_becomes_a_query_of_plain_words(text):
    query = read_query(text)
    assert len(query.text) <= 200
    for word in query.words:
        assert all(stem.isalnum() for stem in word.stems)
        assert not word.beginning or word.beginning.isalnum()


@given(st.text(max_size=300))
def test_any_text_has_stems_and_is_found_by_its_own_words(text):
    query = read_query(text, ["fi"])
    for word in query.words:
        assert word.is_in(stems(word.text, "fi"))


def test_words_that_say_nothing_are_left_out_unless_they_are_all():
    assert [word.text for word in read_query("tori ja ranta").words] == ["tori", "ranta"]
    assert [word.text for word in read_query("ja").words] == ["ja"]


def test_only_the_last_word_may_be_a_short_beginning():
    words = read_query("ui pu").words
    assert [word.beginning for word in words] == ["", "pu"]
    assert read_query("ui pu ").words[1].beginning == ""


def test_the_words_found_are_marked_and_everything_else_is_escaped():
    html = marked("<b>Kadun</b> varrella & kadulla", read_query("katu"), "fi")
    assert html == "&lt;b&gt;<mark>Kadun</mark>&lt;/b&gt; varrella &amp; <mark>kadulla</mark>"


def test_an_excerpt_shows_the_place_where_the_word_stands():
    text = "Alku. " * 100 + "Penkki rantaan. " + "Loppu. " * 100
    piece = excerpt(text, read_query("penkit"), "fi")
    assert "<mark>Penkki</mark>" in piece
    assert piece.startswith("…")
    assert piece.endswith("…")
    assert len(piece) < 300
