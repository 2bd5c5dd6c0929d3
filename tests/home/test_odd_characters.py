"""Fifteen hundred ideas of real size, full of odd characters: nothing that shows them breaks."""

import csv
import io
import random
import re
from datetime import timedelta
from xml.etree import ElementTree

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from participation.core.models import Area, Theme
from participation.core.text import clean_text
from participation.ideas.models import Idea, Step
from participation.ideas.models.ideas import TEXT_LENGTH, TITLE_LENGTH

COUNT = 1_500
ODD = [
    "<svg/onload=alert(1)>",
    '"><img src=x onerror=alert(1)>',
    "[täältä](javascript:alert(1)) java\tscript:alert(1)",
    "{{7*7}} {% debug %} ${7*7}",
    "</script><!-- ]]> &amp; &lt;",
    '=HYPERLINK("http://example.org") ',
    "+1 -1 @SUM(A1) \t=1+1",
    "Teksti\u202eelliv\u202c takaperin",
    "piilo\u200bsana \u200d\u2060",
    "Z\u0301\u0300\u0302 a\u0308iti Äiti",
    "👨‍👩‍👧‍👦 perhe 🏒🥅",
    "ａｄｍｉｎ Kelvin ı ß ﬁ",
    "sana" * 300,
    "(((((((((([[[[[[[[[[<b><b><b>",
    "rivi\r\nBcc: x@example.org\rtoinen",
    "\x1b[31mpunainen\x1b[0m",
    "![kuva](//evil.example/x.png) [a](//evil.example)",
    "\u00a0\u00a0väli\u00a0\u00a0",
    "Čáppa Привет مرحبا שלום",
    "' OR 1=1-- % _ \\ \\'",
    "null undefined None 0 true admin",
    "1 000,50 € – 29.2.2027 ½ ﷽",
    "# otsikko\n- lista\n1. toinen\n> lainaus `koodi` **lihava**",
]
FILLER = "Rantaan tarvitaan penkkejä, valoja ja talvella ladun pohjia. "
RAW = re.compile(r"<svg/onload|<img src=x|<b><b>|javascript:alert\(1\)\"|src=\"//evil")


def text_for(dice: random.Random, odd: str, longest: int) -> str:
    words = f"{odd} {FILLER * dice.randint(0, longest // len(FILLER))}"
    return clean_text(words[:longest]) or "tyhjä"


def parse(xml: str) -> ElementTree.Element:
    return ElementTree.fromstring(xml)  # noqa: S314 - written by ourselves


@pytest.fixture
def board(tree, noon):
    """The board with all of them: what the action stores for such words, written at once."""
    dice = random.Random(2026)
    theme = Theme.objects.create(slug="puistot", name={"fi": "<b>Puistot</b> & pihat"})
    area = Area.objects.create(slug="ranta", name={"fi": 'Ranta "ja" muut'})
    component = tree.board.component
    rows = Idea.objects.bulk_create(
        Idea(
            component=component,
            title=text_for(dice, ODD[n % len(ODD)], TITLE_LENGTH).replace("\n", " "),
            text=text_for(dice, dice.choice(ODD), TEXT_LENGTH),
            language=dice.choice(["fi", "sv", "en"]),
            theme=theme if n % 3 else None,
            area=area if n % 2 else None,
            author_name=dice.choice(["Aino", "O'Brien <b>", "=1+1", "מיכל"]),
            support_count=dice.randint(0, 90),
            shuffle=dice.randint(0, 2**31 - 1),
            created_at=noon - timedelta(minutes=n),
        )
        for n in range(COUNT)
    )
    Step.objects.bulk_create(Step(idea=row, state="received", at=row.created_at) for row in rows)
    return tree.board


def seen(client, address: str, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status, address
    text = b"".join(answer) if answer.streaming else answer.content
    return text.decode("utf-8-sig")


def test_everything_that_shows_ideas_bears_odd_characters(board, staff, client):
    here = board.view_url()
    pages = [
        *(f"{here}?sort={sort}" for sort in ("newest", "supported", "shuffle")),
        *(f"{here}?view={view}" for view in ("cards", "list", "map")),
        f"{here}?theme=puistot&area=ranta",
        f"{here}?q=penkit",
        "/fi/",
    ]
    pages += [
        board.view_url("idea", idea.path_name)
        for idea in Idea.objects.order_by("-created_at")[: 2 * len(ODD)]
    ]
    for address in pages:
        assert not RAW.search(seen(client, address)), address
    assert parse(seen(client, board.view_url("feed"))).findall(".//{*}entry")


def test_the_files_for_machines_hold_them_all(board, staff, client):
    listed, after = 0, "/api/v1/ideas/"
    while after:
        answer = client.get(after)
        assert answer.status_code == 200
        listed += len(answer.json()["items"])
        after = answer.json().get("next") or ""
    assert listed == COUNT
    answer = client.post(reverse("raati_ideas_desk:export"), {"kind": "csv"})
    exported = answer.content.decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(exported), delimiter=";" if ";" in exported[:99] else ","))
    assert len(rows) == COUNT + 1
    assert not [cell for row in rows for cell in row if cell[:1] in "=@\t\r" and cell]
    assert parse(seen(client, "/sitemap.xml")).tag


@pytest.mark.parametrize("odd", [*ODD, "\x00", "\ud800", "penkki" * 900, "   "], ids=repr)
def test_a_search_for_odd_characters_answers(odd, tree, client):
    try:
        cleaned = clean_text(odd)
    except ValidationError:
        cleaned = odd
    for address in ("/fi/haku/", tree.board.view_url()):
        answer = client.get(address, {"q": cleaned.encode("utf-8", "surrogatepass")})
        assert answer.status_code in (200, 400), address
        assert not RAW.search(answer.content.decode()), address
