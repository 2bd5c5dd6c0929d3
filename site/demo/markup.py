"""From the plain notation of the demo's texts to what Wagtail stores.

Blank lines part paragraphs. `## ` begins a heading, `- ` a list item, `> words — who` a
quotation, `?? ` a question with its answer below it; `[[title | label -> page]]` is a button.
Inside text: **bold**, [label](https://…) and [label](page:slug).
"""

import html
import re
from collections.abc import Callable
from typing import Any

#: The page of that slug in the language of the text.
FindPage = Callable[[str], Any]
Block = dict[str, Any]

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_BOLD = re.compile(r"\*\*([^*]+)\*\*")
_BUTTON = re.compile(r"\[\[(.+?) \| (.+?) -> ([\w-]+)\]\]")


def rich_text(text: str, find: FindPage) -> str:
    """Paragraphs and lists as Wagtail's own rich text."""
    return "".join(_paragraph(part, find) for part in _parts(text))


def body(text: str, find: FindPage) -> list[Block]:
    """The blocks of a page's text, in their order."""
    blocks: list[Block] = []
    for part in _parts(text):
        kind, value = _block(part, find)
        last = blocks[-1] if blocks else {}
        if kind == "paragraph" and last.get("type") == kind:
            last["value"] += value
        elif kind == "accordion" and last.get("type") == kind:
            last["value"]["items"] += value["items"]
        else:
            blocks.append({"type": kind, "value": value})
    return blocks


def _parts(text: str) -> list[str]:
    return [part.strip() for part in re.split(r"\n\s*\n", text.strip()) if part.strip()]


def _block(part: str, find: FindPage) -> tuple[str, Any]:
    if part.startswith("## "):
        return "heading", {"text": part[3:], "level": "h2"}
    if part.startswith("> "):
        words, _dash, speaker = part[2:].partition(" — ")
        return "quote", {"text": words, "speaker": speaker}
    if part.startswith("?? "):
        question, _break, answer = part[3:].partition("\n")
        item = {"title": question, "text": rich_text(answer, find)}
        return "accordion", {"items": [item]}
    button = _BUTTON.fullmatch(part)
    if button:
        return "action", {"title": button[1], "label": button[2], "page": find(button[3]).pk}
    return "paragraph", _paragraph(part, find)


def _paragraph(part: str, find: FindPage) -> str:
    lines = part.split("\n")
    if lines[0].startswith("- "):
        items = (f"<li>{_inline(line.removeprefix('- '), find)}</li>" for line in lines)
        return f"<ul>{''.join(items)}</ul>"
    return f"<p>{_inline(' '.join(lines), find)}</p>"


def _inline(text: str, find: FindPage) -> str:
    text = html.escape(text, quote=False)
    text = _BOLD.sub(r"<b>\1</b>", text)
    return _LINK.sub(lambda match: _anchor(match[1], match[2], find), text)


def _anchor(label: str, target: str, find: FindPage) -> str:
    if target.startswith("page:"):
        return f'<a linktype="page" id="{find(target[5:]).pk}">{label}</a>'
    return f'<a href="{html.escape(target)}">{label}</a>'
