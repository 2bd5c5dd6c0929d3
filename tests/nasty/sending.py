"""Sends one form as a browser or a program would, and tells what came of it."""

import re
import secrets
import time
import traceback
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlencode, urlsplit

from django.core.signals import got_request_exception
from django.db import connection
from django.test.utils import CaptureQueriesContext

from .forms import Form, forms_in
from .people import Visitor

Data = Mapping[str, Iterable[str]]
Files = Mapping[str, tuple[str, bytes, str]]

#: Processor seconds within which everything is answered, however long the text.
PATIENCE = 20.0
#: Text of ours that a browser would run or fetch.
RUNNING = re.compile(
    r"<svg/onload|<img src=x|<script>alert|<svg onload|"
    r"""\b(?:href|src|action|formaction)=["']?\s*(?:java\s*script:|data:text/html|//evil)""",
    re.IGNORECASE,
)
WRITING = re.compile(r'^(INSERT INTO|UPDATE|DELETE FROM) "(\w+)"')
#: Where sessions and what a visit leaves behind by itself are kept.
ASIDE = {"django_session", "usersessions_usersession", "wagtailadmin_editingsession"}
#: How a page of ours or of Wagtail says that something is wrong.
COMPLAINT = re.compile(r'aria-invalid="true"|role="alert"|errorlist|class="r-errors|error-message')
#: More is not read at all (DATA_UPLOAD_MAX_MEMORY_SIZE); a longer address reaches no server.
TOO_LONG, LONGEST_ADDRESS = 2_500_000, 8_000
#: Refused for who asks or where, or sent by no browser: no form is owed.
NOT_THEIRS = {403, 404, 405, 413}


@dataclass
class Answer:
    status: int
    html: str = ""
    seconds: float = 0
    location: str = ""
    after: str = ""
    writes: list[str] = field(default_factory=list)
    fault: str = ""

    @property
    def is_taken(self) -> bool:
        return 300 <= self.status < 400

    def done(self) -> list[str]:
        """The statements that wrote something other than the visit itself."""
        matched = ((WRITING.match(sql), sql) for sql in self.writes)
        return [sql for match, sql in matched if match and match[2] not in ASIDE]

    def made(self) -> set[str]:
        """The tables that got a row."""
        matches = (WRITING.match(sql) for sql in self.done())
        return {match[2] for match in matches if match and match[1] == "INSERT INTO"}


def as_bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def encoded(data: Data, files: Files) -> tuple[bytes, str]:
    pairs = [(name, as_bytes(value)) for name, values in data.items() for value in values]
    if not files:
        return urlencode(pairs).encode(), "application/x-www-form-urlencoded"
    line = b"--" + (boundary := secrets.token_hex(12)).encode()
    parts = []
    for name, value in pairs:
        head = f'Content-Disposition: form-data; name="{name}"'.encode()
        parts += [line, head, b"", value]
    for name, (filename, content, kind) in files.items():
        head = f'Content-Disposition: form-data; name="{name}"; filename="{filename}"'
        parts += [line, as_bytes(head), f"Content-Type: {kind}".encode(), b"", content]
    return b"\r\n".join([*parts, line + b"--", b""]), f"multipart/form-data; boundary={boundary}"


def send(
    visitor: Visitor, form: Form, data: Data, files: Files | None = None, times: int = 1
) -> list[Answer]:
    """The answers to the same data sent so many times; all is taken back afterwards."""
    answers = []
    with visitor.trying() as client:
        for _time in range(times):
            answers.append(_sent(client, form, data, files or {}))
    return answers


def _sent(client, form: Form, data: Data, files: Files) -> Answer:
    faults: list[str] = []

    def note(**_kwargs: object) -> None:
        faults.append(traceback.format_exc(limit=-6))

    got_request_exception.connect(note)
    headers = {"HTTP_REFERER": f"http://testserver{form.page}"}
    began = time.process_time()
    try:
        with CaptureQueriesContext(connection) as queries:
            if form.method == "get":
                query = encoded(data, {})[0].decode()[:LONGEST_ADDRESS].rpartition("%")[0]
                path = urlsplit(form.action).path
                answer = client.get(f"{path}?{query}", **headers)
            else:
                body, kind = encoded(data, files)
                path = form.action.split("#")[0]
                answer = client.post(path, body, content_type=kind, **headers)
        result = Answer(answer.status_code, seconds=time.process_time() - began)
        result.writes = [q["sql"] for q in queries if WRITING.match(q["sql"])]
        if not answer.streaming and "html" in answer.get("Content-Type", ""):
            result.html = answer.content.decode()
        if result.is_taken:
            result.location = answer["Location"]
            if result.location.startswith("/"):
                shown = client.get(result.location)
                if shown.status_code >= 500:
                    result.status = shown.status_code
                if not shown.streaming:
                    result.after = shown.content.decode(errors="replace")
    finally:
        got_request_exception.disconnect(note)
    result.fault = "\n".join(faults)
    return result


def normal(text: str) -> str:
    """As it may come back: what cannot be shown is gone, blanks are one."""
    text = unicodedata.normalize("NFC", as_bytes(text).decode("utf-8", "replace"))
    text = "".join(" " if c in "\r\n\t" else c for c in text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Cs"))
    return " ".join(text.split())


def broken_promises(form: Form, data: Data, answer: Answer) -> list[str]:
    """What of the promise "any bytes in, a kind answer out" does not hold for this answer."""
    found = []
    if answer.status >= 500 or answer.fault:
        found.append(f"error {answer.status}: {answer.fault[-1500:]}")
    if answer.seconds > PATIENCE:
        found.append(f"took {answer.seconds:.1f} s")
    for html in (answer.html, answer.after):
        if match := RUNNING.search(html):
            found.append(f"unescaped: {html[max(0, match.start() - 80) : match.end() + 60]!r}")
    if form.method == "post" and not answer.is_taken and answer.status < 500:
        found += lost(form, data, answer)
    return found


def lost(form: Form, data: Data, answer: Answer) -> list[str]:
    """Typed fields that do not stand in the answer, and a refusal that does not say why."""
    is_refused = answer.status >= 400 or (not form.act and COMPLAINT.search(answer.html))
    typed = {f.name: v for f in form.fields if f.is_typed for v in [*data.get(f.name, [])][-1:]}
    if answer.status == 400 and not form.act:
        # Wagtail's form came back as Wagtail never drew it.
        return []
    if not is_refused or len(str(data)) > TOO_LONG:
        return []
    if not any(map(normal, typed.values())) or answer.status in NOT_THEIRS or not answer.html:
        return []
    if "task" in data and data["task"] != form.filled().get("task"):
        # Which of a page's forms it was, nobody can tell.
        return []
    again = [f for f in forms_in(answer.html, form.action) if set(f.names()) & set(typed)]
    if not again:
        return [f"{answer.status} and no form with what was typed"]
    shown: dict[str, list[str]] = {}
    for each in again:
        for one in each.fields:
            shown.setdefault(one.name, []).append(normal(one.value))
    found = [
        f"{name} is lost: {value[:40]!r} → {shown.get(name, ['nothing'])[0][:40]!r}"
        for name, value in typed.items()
        if normal(value) not in shown.get(name, []) and normal(value)
    ]
    if not COMPLAINT.search(answer.html):
        found.append(f"{answer.status} without a message")
    return found
