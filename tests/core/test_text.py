"""Text from outside is stored exactly or refused kindly, and shown harmless."""

import unicodedata

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from participation.core.names import validate_display_name
from participation.core.text import (
    PlainTextField,
    clean_text,
    has_content,
    plain,
    render_markdown,
)


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "a" + "\u0301" * 100])
def test_text_that_cannot_be_stored_or_read_is_refused(bad):
    with pytest.raises(ValidationError):
        PlainTextField(lines=True).clean(bad)


@pytest.mark.parametrize("empty", ["", "   ", "\u200b\u200d", "\u00a0", "\ufeff\n"])
def test_text_without_anything_visible_counts_as_empty(empty):
    assert not has_content(clean_text(empty))
    with pytest.raises(ValidationError) as refused:
        PlainTextField().clean(empty)
    assert refused.value.code == "required"


def test_direction_characters_are_taken_out():
    assert clean_text("kuva\u202egpj.exe") == "kuvagpj.exe"


def test_composed_and_decomposed_letters_are_stored_alike():
    assert clean_text(unicodedata.normalize("NFD", "Äiti")) == unicodedata.normalize("NFC", "Äiti")


def test_line_ends_of_other_systems_become_one_kind():
    assert clean_text("  a\r\nb\rc  ") == "a\nb\nc"


def test_a_one_line_field_has_one_line():
    assert PlainTextField().clean("Hyvä\n\tidea  tämä") == "Hyvä idea tämä"


@pytest.mark.parametrize(
    "kept", ["Čáppa", "👨‍👩‍👧‍👦 perhe", "العربية", "Привіт", "ﬁ 5 % _ ' OR 1=1--"]
)
def test_the_worlds_writing_is_kept(kept):
    assert clean_text(kept) == unicodedata.normalize("NFC", kept)


NASTY = [
    "<svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "[x](javascript:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](data:text/html;base64,PHN2Zz4=)",
    "![x](https://elsewhere.example/x.png)",
    "</script><!--",
    "<b>" * 500,
    "[" * 5_000 + "(",
    "> " * 2_000 + "x",
    "{{ 7*7 }} {% debug %}",
]


@pytest.mark.parametrize("text", NASTY)
def test_nothing_nasty_survives_rendering(text):
    html = render_markdown(text).lower()
    for forbidden in ("<svg", "<img", "<script", "<b>", 'href="javascript', 'href="data'):
        assert forbidden not in html


@given(st.text(max_size=400))
def test_rendering_never_fails_and_never_makes_other_tags(text):
    html = render_markdown(text)
    tags = {piece.split(">")[0].split()[0].strip("/") for piece in html.split("<")[1:] if piece}
    assert tags <= {"p", "br", "em", "strong", "a", "ul", "ol", "li", "blockquote", "code"}


def test_the_safe_subset_is_rendered():
    html = render_markdown("**Kioski** torille\n\n- jäätelöä\n- limsaa\n\nhttps://example.org")
    assert "<strong>Kioski</strong>" in html
    assert "<li>jäätelöä</li>" in html
    assert 'rel="nofollow ugc noopener noreferrer"' in html


def test_an_excerpt_ends_at_a_word_and_has_no_marks():
    assert plain("**Kioski** torille [kartta](https://example.org)") == "Kioski torille kartta"
    assert plain("yksi kaksi kolme", 12) == "yksi kaksi…"


@pytest.mark.parametrize("name", ["Aino K.", "Čáppa", "O'Neil-Ås", "Anna Ödmark", "null", "Олена"])
def test_names_of_people_are_accepted(name):
    validate_display_name(name)


@pytest.mark.parametrize(
    "name",
    [
        "Kaupunginjohtaja ✔",
        "Kaupunginjohtaja",
        "ＡＤＭＩＮ",
        "Ädmin",
        "Poistettu käyttäjä",
        "Aino\u202eK",
        "A\u200bino",
        "---",
        "Aino 🏛",
        "a<b>",
        "x\r\nBcc: y@example.org",
    ],
)
def test_names_that_look_official_or_hide_something_are_refused(name):
    with pytest.raises(ValidationError):
        validate_display_name(name)
