"""How the open data answers: JSON or CSV, for any site's scripts, fresh within seconds."""

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from functools import wraps
from hashlib import sha256
from typing import Any, Literal
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response
from i18nfield.strings import LazyI18nString
from ninja import Schema
from pydantic import Field

from ..cells import safe_cell
from ..public_addresses import absolute
from ..shared import shared

#: A proxy may keep an answer so long; what was hidden is gone by then.
SECONDS = 20
MOST = 1_000

Texts = dict[str, str]


class Paging(Schema):
    """How much, from where, and as what."""

    limit: int = Field(100, ge=1, le=MOST, description="At most so many.")
    after: str = Field("", max_length=40, pattern=r"^[A-Za-z0-9_-]*$", description="As in `next`.")
    format: Literal["json", "csv"] = Field("json", description="csv: a table for spreadsheets.")


class Format(Schema):
    format: Literal["json", "csv"] = Field("json", description="csv: a table for spreadsheets.")


def texts(value: Any) -> Texts:
    """A text in several languages by language; {} when there is none."""
    data = value.data if isinstance(value, LazyI18nString) else value
    if isinstance(data, Mapping):
        return {str(code): str(words) for code, words in data.items() if words}
    return {settings.LANGUAGE_CODE: str(data)} if data else {}


def public_data(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: cacheable for everybody, with an ETag, readable from any site's script."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        if response.status_code == 404:
            # Or Django's LocaleMiddleware would look for it below /fi/.
            request.urlconf = "participation.core.open_data.urls"  # type: ignore[attr-defined]
        if response.status_code != 200:
            return response
        tag = f'"{sha256(response.content).hexdigest()[:32]}"'
        response.headers["ETag"] = tag
        answer = get_conditional_response(request, etag=tag, response=response) or response
        answer.headers["Access-Control-Allow-Origin"] = "*"
        return shared(answer, SECONDS)

    return answering


def page_of(
    request: HttpRequest, rows: Iterable[Schema], paging: Paging | Format, last: str = ""
) -> Any:
    """The items as JSON or CSV, and where the next ones are (`last`: the cursor, or "")."""
    items = list(rows)
    following = _next(request, last) if last else ""
    if paging.format == "csv":
        response = as_csv(items)
        if following:
            response.headers["Link"] = f'<{following}>; rel="next"'
        return response
    return {"items": items, "next": following or None}


def _next(request: HttpRequest, cursor: str) -> str:
    pairs = {**request.GET.dict(), "after": cursor}
    return absolute(f"{request.path}?{urlencode(pairs)}")


def as_csv(items: list[Schema]) -> HttpResponse:
    """A table in UTF-8 with a heading; no cell can be taken for a formula."""
    flat = [_flat(item.model_dump(mode="json")) for item in items]
    columns = list(dict.fromkeys(name for row in flat for name in row))
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(columns)
    writer.writerows([safe_cell(row.get(name)) for name in columns] for row in flat)
    # The mark at the beginning tells Excel that it is UTF-8.
    response = HttpResponse("\ufeff" + file.getvalue(), content_type="text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="data.csv"'
    return response


def _flat(value: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """One row: {"title": {"fi": …}} becomes title_fi; lists are joined."""
    row: dict[str, Any] = {}
    for name, each in value.items():
        if isinstance(each, Mapping):
            row |= _flat(each, f"{prefix}{name}_")
        elif isinstance(each, list):
            row[f"{prefix}{name}"] = "; ".join(str(one) for one in each)
        else:
            row[f"{prefix}{name}"] = each
    return row
