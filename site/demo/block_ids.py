"""Ids for blocks that have none: the same in every language, so that a translator sees pairs."""

import uuid
from typing import Any

from wagtail import blocks
from wagtail.fields import StreamField
from wagtail.images.blocks import ImageBlock

#: What is not given is empty, as the editor's form has it: None is no text to a translator's tool.
TEXTS = (blocks.CharBlock, blocks.TextBlock)
NO_PICTURE = {"image": None, "alt_text": "", "decorative": False}


def same_in_every_language(field: StreamField, value: Any) -> Any:
    """The stream with an id for each block, made from where it stands."""
    return field.to_python(_stream(field.stream_block, list(value.raw_data), field.name))


def _stream(block: blocks.BaseStreamBlock, rows: list[Any], path: str) -> list[dict[str, Any]]:
    return [
        {
            **row,
            "id": row.get("id") or _id(path, number),
            "value": _value(
                block.child_blocks[row["type"]], row["value"], f"{path}/{number}/{row['type']}"
            ),
        }
        for number, row in enumerate(rows)
    ]


def _value(block: blocks.Block, value: Any, path: str) -> Any:
    match block:
        case blocks.BaseStreamBlock():
            return _stream(block, value or [], path)
        case blocks.ListBlock():
            return [_item(block, row, path, number) for number, row in enumerate(value or [])]
        case ImageBlock():
            return value or NO_PICTURE
        case blocks.BaseStructBlock() if isinstance(value, dict):
            return {
                name: _value(child, value.get(name), f"{path}/{name}")
                for name, child in block.child_blocks.items()
                if name in value or isinstance(child, (*TEXTS, ImageBlock))
            }
        case _ if isinstance(block, TEXTS):
            return value or ""
        case _:
            return value


def _item(block: blocks.ListBlock, row: Any, path: str, number: int) -> dict[str, Any]:
    """One item of a list, which may be stored bare or with an id."""
    is_whole = isinstance(row, dict) and set(row) == {"type", "value", "id"}
    value, own = (row["value"], row["id"]) if is_whole else (row, "")
    return {
        "type": "item",
        "id": own or _id(path, number),
        "value": _value(block.child_block, value, f"{path}/{number}"),
    }


def _id(path: str, number: int) -> str:
    return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{path}/{number}"))
