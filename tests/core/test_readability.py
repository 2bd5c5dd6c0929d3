"""How heavy a text is: counts, the index, and links that say nothing."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from participation.core.readability import Reading, measure, vague_links


def test_words_and_sentences_are_counted():
    reading = measure("Kaupunki vastaa. Kerro ideasi!\nMitä seuraa?")
    assert (reading.words, reading.sentences) == (6, 3)


def test_a_full_stop_inside_a_date_or_a_time_ends_no_sentence():
    assert measure("Tule 1. tammikuuta klo 17.30 torille.").sentences == 1


def test_the_index_is_words_a_sentence_and_the_share_of_long_words():
    reading = measure("Lyhyt sana. Kunnanvaltuusto päättää.")
    assert reading.lix == pytest.approx(4 / 2 + 100 * 2 / 4)


def test_finnish_may_have_longer_words_before_it_counts_as_heavy():
    reading = Reading(words=100, sentences=10, long_words=40)
    assert (reading.level("fi"), reading.level("sv")) == ("ordinary", "heavy")


def test_the_longest_sentences_are_named_and_short_ones_are_not():
    long = " ".join(["sana"] * 25)
    reading = measure(f"Lyhyt virke. {long.capitalize()}. {long.capitalize()} ja vielä.")
    assert len(reading.longest) == 2
    assert reading.longest[0].endswith("vielä.")


@given(st.text(max_size=400))
def test_any_text_can_be_measured(text):
    reading = measure(text)
    assert 0 <= reading.long_words <= reading.words
    assert reading.sentences <= reading.words
    assert reading.lix >= 0
    assert reading.level("fi") in ("easy", "ordinary", "heavy")


@pytest.mark.parametrize("text", ["Tästä", "lue lisää", "<b>Klicka här</b>", "read more →"])
def test_a_link_that_does_not_say_where_it_leads_is_named(text):
    assert vague_links(f'<p>Katso <a href="/x/">{text}</a>.</p>')


def test_a_link_that_names_its_goal_is_fine():
    assert not vague_links('<a href="/x/">Tietosuojaseloste</a>')
