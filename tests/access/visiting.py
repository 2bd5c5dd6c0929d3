"""What an address answers, as one letter; whatever a visit changes is taken back after it."""

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from urllib.parse import urlsplit

from django.core.cache import cache
from django.db import connection, transaction
from django.test import Client

LETTERS = {304: ".", 400: "!", 401: "-", 403: "-", 404: "0", 405: "m", 409: "?", 410: "0"}
LETTERS |= {415: "!", 422: "?", 429: "#"}
LEGEND = """\
.  answered                    >  led to the sign-in          -  refused (403, or back to the desk)
~  led elsewhere               ^  asked again who is there    0  not found
+  done: something was written ?  what is missing is told     !  not understood (400)
m  not by this method          #  too often                   X  an error of ours: never
"""
#: Keeping track of the visit itself is no change: sessions, the admin's own state, what was seen.
OWN_TRACKS = {
    "django_session",
    "usersessions_usersession",
    "wagtailusers_userprofile",
    "wagtailadmin_editingsession",
    "wagtailimages_rendition",
}
#: Looking at somebody's data is written down, even where nothing else is.
THE_LOG = {"wagtailcore_modellogentry", "wagtailcore_pagelogentry"}
#: The size of a file is looked up when it is first shown.
LOOKED_UP = {"wagtaildocs_document", "wagtailimages_image", "wagtailsearch_indexentry"}
_WRITES = re.compile(r'^\s*(?:INSERT(?: OR \w+)? INTO|UPDATE|DELETE FROM) "(\w+)"', re.IGNORECASE)


class Notebook:
    """Which tables a visit wrote to."""

    def __init__(self) -> None:
        self.tables: set[str] = set()

    def __call__(
        self, execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any
    ) -> Any:
        result = execute(sql, params, many, context)
        written = _WRITES.match(sql)
        if written and context["cursor"].rowcount != 0:
            self.tables.add(written[1])
        return result

    @property
    def changed(self) -> set[str]:
        return self.tables - OWN_TRACKS


@contextmanager
def taken_back() -> Iterator[Notebook]:
    """Whatever happens inside did not happen."""
    notebook = Notebook()
    with transaction.atomic():
        with connection.execute_wrapper(notebook):
            yield notebook
        transaction.set_rollback(True)


class Browser(Client):
    """Without the copies of every template's context that Django's own client keeps."""

    def request(self, **request: Any) -> Any:
        self.exc_info = None
        answer = self.handler(self._base_environ(**request))
        if answer.cookies:
            self.cookies.update(answer.cookies)
        return answer


def visit(client: Client, method: str, path: str) -> tuple[str, Any, set[str]]:
    """The letter, the answer, and what was written."""
    if method == "POST":
        # Limits would remember one role's tries at the next one's.
        cache.clear()
    cookies = client.cookies.copy()
    with taken_back() as notebook:
        answer = client.generic(method, path, **_form(method))
        if answer.streaming:
            b"".join(answer.streaming_content)
    client.cookies = cookies
    return letter_of(answer, path, notebook.changed, method), answer, notebook.changed


def _form(method: str) -> dict[str, str]:
    is_form = method == "POST"
    return {"content_type": "application/x-www-form-urlencoded"} if is_form else {}


def letter_of(answer: Any, path: str, changed: set[str], method: str) -> str:
    status = answer.status_code
    if status >= 500:
        return "X"
    if status in LETTERS:
        return LETTERS[status]
    if method == "POST" and changed - THE_LOG:
        return "+"
    if 300 <= status < 400:
        return _where(urlsplit(answer["Location"]).path, path)
    return "."


def _where(there: str, path: str) -> str:
    if "/reauthenticate" in there:
        return "^"
    if "/accounts/login" in there:
        return ">"
    if there == f"/fi{path}":
        # Looked for among the pages of a language, and not found there.
        return "0"
    # The administration tells a refusal on its first page.
    if there == "/admin/" and path.startswith("/admin/"):
        return "-"
    return "~"
