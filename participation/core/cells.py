"""Cells of a file that a spreadsheet opens: text stays text, numbers stay numbers."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import tablib
from django.utils.formats import get_format

#: What makes a spreadsheet take a text for a formula, and what some strip before they look.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠\t\r\n]", re.UNICODE)
#: Characters that the XML inside an xlsx file cannot hold.
_UNSTORABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: What one cell of a spreadsheet holds.
LONGEST = 32_767
#: The kinds of files, and what they are called on the way.
KINDS = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv; charset=utf-8",
}


def safe_cell(value: Any) -> Any:
    """The value as a cell: a number as it is, a text never as a formula.

    A text that would be one gets an apostrophe in front, which a spreadsheet takes
    as the sign of a text.
    """
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = _UNSTORABLE.sub("", str(value).replace("\r\n", "\n").replace("\r", "\n"))
    return f"'{text}"[:LONGEST] if _FORMULA.match(text) else text[:LONGEST]


def as_file(headings: Sequence[Any], rows: Iterable[Sequence[Any]], kind: str, title: str) -> bytes:
    """A table as one of KINDS; a CSV as the language's spreadsheets read it, marked as UTF-8."""
    data = tablib.Dataset(headers=headings, title=title)
    for cells in rows:
        data.append([safe_cell(value) for value in cells])
    if kind == "xlsx":
        return data.export("xlsx")
    # A spreadsheet whose language writes 1,5 expects semicolons.
    separator = ";" if get_format("DECIMAL_SEPARATOR") == "," else ","
    return b"\xef\xbb\xbf" + data.export("csv", delimiter=separator).encode()
