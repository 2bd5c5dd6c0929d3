"""Finnish and Swedish are complete, and what is compiled is what is written."""

import re
from pathlib import Path

import polib
import pytest
from django.utils import translation

from . import house

CATALOGUES = house.files(".po")
PLACEHOLDER = re.compile(r"%\((\w+)\)[sd]|%[sd]|\{(\w*)\}|</?(\w+)[^>]*>")


def texts(entry) -> list[tuple[str, str]]:
    """Pairs of source and translation, one for each plural form."""
    if entry.msgid_plural:
        return [(entry.msgid_plural, text) for text in entry.msgstr_plural.values()]
    return [(entry.msgid, entry.msgstr)]


def placeholders(text: str) -> list[str]:
    return sorted(match.group() for match in PLACEHOLDER.finditer(text) if not match.group(3))


def tags(text: str) -> list[str]:
    return sorted(match.group(3) for match in PLACEHOLDER.finditer(text) if match.group(3))


@pytest.mark.parametrize("app", house.our_apps(), ids=lambda app: app.label)
def test_an_app_with_texts_has_both_languages(app):
    locale = Path(app.path) / "locale"
    if locale.exists():
        assert {p.parent.parent.name for p in locale.rglob("*.po")} == {"fi", "sv"}


def test_there_are_catalogues():
    assert len(CATALOGUES) >= 4


@pytest.mark.parametrize("path", CATALOGUES, ids=house.name)
class TestCatalogue:
    def test_nothing_is_missing_or_unsure(self, path):
        po = polib.pofile(path)
        missing = [e.msgid for e in po if not e.obsolete and not all(t for _s, t in texts(e))]
        assert not missing
        assert not [e.msgid for e in po if e.fuzzy and not e.obsolete]

    def test_placeholders_and_tags_are_the_source_s(self, path):
        wrong = [
            (source, text)
            for entry in polib.pofile(path)
            if not entry.obsolete
            for source, text in texts(entry)
            if set(placeholders(text)) - set(placeholders(source) + placeholders(entry.msgid))
            or (not entry.msgid_plural and placeholders(source) != placeholders(text))
            or tags(source) != tags(text)
        ]
        assert not wrong

    def test_the_compiled_file_says_the_same(self, path):
        compiled = polib.mofile(path.with_suffix(".mo"))
        written = polib.pofile(path)

        def content(catalogue):
            return {
                (e.msgctxt, e.msgid): (e.msgstr, dict(e.msgstr_plural))
                for e in catalogue
                if not e.obsolete
            }

        assert content(compiled) == content(written)


def shown(entry, number: int) -> str:
    """What people get for it when all catalogues are read as one, the first app's word first."""
    if entry.msgid_plural:
        source = (entry.msgid, entry.msgid_plural, number)
        return (
            translation.npgettext(entry.msgctxt, *source)
            if entry.msgctxt
            else (translation.ngettext(*source))
        )
    if entry.msgctxt:
        return translation.pgettext(entry.msgctxt, entry.msgid)
    return translation.gettext(entry.msgid)


@pytest.mark.parametrize("path", [p for p in CATALOGUES if p.stem == "django"], ids=house.name)
def test_no_other_catalogue_says_it_in_other_words(path):
    """Two meanings of one English word need a context; two words for one meaning, a choice."""
    with translation.override(path.parents[1].name):
        differing = {
            entry.msgid: (text, shown(entry, number))
            for entry in polib.pofile(path)
            for number, (_source, text) in zip((1, 2), texts(entry), strict=False)
            if not entry.obsolete and text != shown(entry, number)
        }
    assert not differing


#: Folders with texts, each with the catalogue that has to know them.
HOMES = {app.label: Path(app.path) for app in house.our_apps()} | {
    "site templates": house.ROOT / "site" / "templates"
}
CALLS = re.compile(
    r"""(?<![\w.])(?:_|gettext|gettext_lazy)\(\s*"((?:[^"\\]|\\.)*)"\s*[,)]"""
    r"""|\{%\s*(?:translate|trans)\s+"([^"]+)"(?![^%]*\bcontext\b)"""
)


@pytest.mark.parametrize("home", HOMES.values(), ids=list(HOMES))
def test_every_text_of_the_code_is_in_the_catalogue(home):
    """gettext calls and translate tags against the Finnish catalogue; blocks are left to review."""
    locale = home.parent / "locale" if home.name == "templates" else home / "locale"
    po = locale / "fi" / "LC_MESSAGES" / "django.po"
    used = set()
    for path in house.code(".py", ".html", ".txt"):
        if home in path.parents:
            for python, template in CALLS.findall(path.read_text()):
                used.add((python or template).replace('\\"', '"').replace("\\n", "\n"))
    known = {e.msgid for e in polib.pofile(po)} if po.exists() else set()
    assert not sorted(used - known)
