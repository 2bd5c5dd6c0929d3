"""The stream fields of a process page, from the notation of its content."""

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Any

from participation.processes.models import ProcessPage

from . import papers, pictures
from .site_pages import Pages

Told = dict[str, Any]
Block = dict[str, Any]


def stream(field: str, blocks: list[Block]) -> Any:
    return ProcessPage._meta.get_field(field).to_python(blocks)


def phase(
    pages: Pages,
    told: Told,
    language: str,
    times: tuple[dt.datetime, dt.datetime | None],
    more: Sequence[Block] = (),
) -> Block:
    """One phase with its times, and what came out of it."""
    opens, closes = times
    return {
        "type": "phase",
        "id": told["id"],
        "value": {
            "title": told["title"][language],
            "description": pages.rich(told["description"][language], language),
            "opens": opens.isoformat(),
            "closes": closes.isoformat() if closes else None,
            "allows": told["allows"],
            "results": pages.rich(told["results"].get(language, ""), language),
            "more_results": list(more),
        },
    }


def heard(pages: Pages, pairs: Iterable[Told], language: str, phase_id: str) -> list[Block]:
    """What was heard and what changed."""
    return [
        {
            "type": "heard",
            "id": same_id(phase_id, f"heard {number}"),
            "value": {
                name: pages.rich(pair[name][language], language) for name in ("heard", "changed")
            },
        }
        for number, pair in enumerate(pairs)
    ]


def picture(told: Told, language: str) -> Block:
    image = pictures.described(told["name"], told["alt"], language)
    value = {"image": image, "caption": told["caption"][language]}
    return {"type": "picture", "id": same_id(told["phase"], told["name"]), "value": value}


def document(told: Told, language: str) -> Block:
    """The paper in the reader's language, or the Finnish one, which then says so."""
    spoken = language if language in told["texts"] else "fi"
    value = {
        "document": papers.document(told["slug"], spoken, told["texts"][spoken]),
        "title": told["texts"][spoken][0],
        "language": "" if spoken == language else spoken,
    }
    return {"type": "document", "id": same_id(told["slug"], "document"), "value": value}


def events(told: Iterable[Told], language: str, starts: Sequence[dt.date]) -> Any:
    """What happened offline; days are counted from the beginning of the phase."""
    blocks = []
    for event in told:
        first = starts[event["phase"]] + dt.timedelta(days=event["day"])
        days = event["last"]
        last = starts[event["phase"]] + dt.timedelta(days=days) if days else None
        counts = {
            name: _count(event[name])
            for name in ("workshops", "people", "participations", "organisations")
        }
        value = {
            "title": event["title"][language],
            "date": _weekday(first).isoformat(),
            "last_date": _weekday(last).isoformat() if last else None,
            "source": event["source"][language],
            **counts,
        }
        blocks.append({"type": "event", "id": event["id"], "value": value})
    return stream("happened", blocks)


def questions(pages: Pages, told: Iterable[Told], language: str) -> Any:
    blocks = [
        {
            "type": "question",
            "id": each["id"],
            "value": {
                "question": each["question"][language],
                "answer": pages.rich(each["answer"][language], language),
            },
        }
        for each in told
    ]
    return stream("questions", blocks)


def same_id(*parts: str) -> str:
    """An id that is the same in every language, so that a translator sees the pairs."""
    return str(uuid.uuid5(uuid.NAMESPACE_OID, "/".join(parts)))


def _count(told: tuple[int, str] | None) -> Block:
    number, precision = told or (None, "exact")
    return {"number": number, "precision": precision}


def _weekday(day: dt.date) -> dt.date:
    """That day, or the Friday before a weekend."""
    return day - dt.timedelta(days=max(0, day.weekday() - 4))
