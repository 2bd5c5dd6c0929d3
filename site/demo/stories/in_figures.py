"""A content page that uses every block an editor has."""

import csv
import datetime as dt
import io
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model
from wagtail.models import Page

from home.models import ContentPage

from .. import dates, pictures
from ..content import in_figures as told
from ..content import taking_part
from ..site_pages import Pages
from ..world import Story, World

FILM = Path(__file__).resolve().parent.parent / "films" / "benches.webm"
BOARD = "puistot-ja-harrastukset"


def tell(world: World) -> None:
    page = ContentPage(slug=told.SLUG, show_in_menus=False)
    today = dates.clock.today()
    world.pages.add(
        "nain-osallistut",
        page,
        told.TITLE,
        lambda language: texts(world.pages, language, today),
        dates.from_today(-60, 9),
    )


def document(title: str, name: str, content: bytes) -> int:
    """A file of the library, made at its first use."""
    documents = get_document_model().objects
    found = documents.filter(title=title).first()
    return (found or documents.create(title=title, file=ContentFile(content, name=name))).pk


def figures_file(language: str) -> int:
    out = io.StringIO()
    csv.writer(out).writerows([told.WORDS[language]["columns"], *told.ROWS])
    title = told.WORDS[language]["files"][1]
    return document(title, f"ideas-{language}.csv", out.getvalue().encode("utf-8-sig"))


def captions(language: str) -> int:
    track = f"WEBVTT\n\n00:00.000 --> 00:05.000\n{told.CAPTIONS[language]}\n"
    return document(f"{told.FILM[language]} (vtt)", f"benches-{language}.vtt", track.encode())


def texts(pages: Pages, language: str, today: Any) -> dict[str, Any]:
    blocks = [
        {"type": kind, "value": value} for kind, value in _blocks(pages, language, today).items()
    ]
    body = ContentPage._meta.get_field("body").to_python(blocks)
    return {"lead": told.LEAD[language], "body": body}


def _blocks(pages: Pages, language: str, today: Any) -> dict[str, Any]:
    """The value of each block, in the order of the page."""
    words = told.WORDS[language]
    board: Page = pages.get(BOARD, language)
    coordinator = pictures.contact(taking_part.HOW["contact"], language)
    question, answer = words["question"]
    work, band = (
        {"image": pictures.described(name, told.ALT[alt], language), "caption": caption}
        for name, alt, caption in (
            ("tyopaja", "table", words["pictures"][1]),
            ("rummut", "drums", words["pictures"][2]),
        )
    )
    return {
        "paragraph": f"<p>{words['intro']}</p>",
        "figures": {
            "figures": [
                {"number": n, "unit": u, "label": t, "note": ""} for n, u, t in words["numbers"]
            ],
            "source": words["source"],
            "url": "",
        },
        "table": _table(words),
        "timeline": {"steps": _steps(words, today)},
        "quote": {"text": words["quote"][0], "speaker": words["quote"][1]},
        "heading": {"text": words["pictures"][0], "level": "h2"},
        "gallery": {"pictures": [work, band]},
        "video": {
            "title": told.FILM[language],
            "file": document("Rantareitin penkit", "benches.webm", FILM.read_bytes()),
            "address": "",
            "poster": None,
            "captions": captions(language),
            "transcript": f"<p>{told.CAPTIONS[language]}</p>",
        },
        "picture": work,
        "accordion": {"items": [{"title": question, "text": f"<p>{answer}</p>"}]},
        "attachments": {
            "title": words["files"][0],
            "files": [{"document": figures_file(language), "title": ""}],
        },
        "open_now": {"title": words["open"], "page": None, "number": 2},
        "ideas_latest": {"title": words["latest"], "page": None, "number": 3},
        "ideas_answered": {"title": words["answered"], "page": None, "number": 3},
        "ideas_top": {"title": words["top"], "page": board.pk, "number": 3},
        "action": {
            "title": words["action"][0],
            "text": "",
            "label": words["action"][1],
            "page": board.pk,
        },
        "contacts": {"title": words["people"], "people": [coordinator]},
    }


def _steps(words: dict[str, Any], today: dt.date) -> list[dict[str, str]]:
    return [
        {
            "date": (today + dt.timedelta(days=days)).isoformat(),
            "when": when,
            "title": title,
            "text": text,
        }
        for days, when, title, text in words["steps"]
    ]


def _table(words: dict[str, Any]) -> dict[str, Any]:
    kinds = ("text", "number", "number")
    columns = [{"type": k, "heading": h} for k, h in zip(kinds, words["columns"], strict=True)]
    return {
        "caption": words["table"],
        "columns": columns,
        "rows": [{"values": list(row)} for row in told.ROWS],
    }


STORY = Story("Taking part in figures", ContentPage.objects.filter(slug=told.SLUG).exists, tell)
