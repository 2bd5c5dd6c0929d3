"""Catching up over HTTP, for who was away and for who has no socket."""

import re
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from participation.core.actors import actor_for
from participation.core.shared import private, shared

from . import reading, stats, tokens
from .frames import MAX_SHOWN
from .hub import live_sockets
from .registry import ELEMENT_ID, StreamKind, kind_of

SHARED_SECONDS = 1
_NUMBER = re.compile(r"\d{1,15}", re.ASCII)


class _AddressError(Exception):
    """The address asks for nothing sensible."""


@require_safe
def changes(request: HttpRequest) -> HttpResponse:
    """What changed after `since`, and the elements in `show`, as they are now.

    The answer for a public stream is the same for everyone and may sit in a
    proxy for a second; it reads neither cookie nor user.
    """
    try:
        token, since, show, language = _asked(request)
    except _AddressError:
        return private(JsonResponse({"t": "error", "code": "malformed"}, status=400))
    claim = tokens.read(token)
    kind = kind_of(claim.stream) if claim else None
    if claim is None or kind is None:
        return _refused()
    person = None
    if claim.holder is not None:
        person = _holder(request, claim)
        if person is None:
            return _refused()
    verdict = reading.judge(kind, claim.stream, set() if person is None else {person.pk})
    if not verdict.admits(person.pk if person else None):
        return _refused()
    batch = reading.read(kind, claim.stream, since, show, [language])
    if batch.rights > verdict.rights and not _still_admitted(kind, claim.stream, person):
        return _refused()
    body = _body(batch, language)
    if claim.expired:
        body["token"] = tokens.make(claim.stream, person)
    answer = JsonResponse(body, json_dumps_params={"ensure_ascii": False})
    public = verdict.public and person is None
    return shared(answer, SHARED_SECONDS) if public else private(answer)


def _asked(request: HttpRequest) -> tuple[str, int | None, set[str], str]:
    given = request.GET
    if any(len(given.getlist(name)) > 1 for name in ("stream", "since", "show", "lang")):
        raise _AddressError
    since, show = given.get("since", ""), given.get("show", "")
    elements = {each for each in show.split(",") if each}
    if since and not _NUMBER.fullmatch(since):
        raise _AddressError
    if len(elements) > MAX_SHOWN or not all(ELEMENT_ID.fullmatch(each) for each in elements):
        raise _AddressError
    language = given.get("lang") or get_language() or settings.LANGUAGE_CODE
    if language not in dict(settings.LANGUAGES):
        raise _AddressError
    return given.get("stream", ""), int(since) if since else None, elements, language


def _holder(request: HttpRequest, claim: tokens.Claim) -> Any:
    person = actor_for(request).person
    return person if person is not None and claim.held_by(person.public_id) else None


def _still_admitted(kind: StreamKind, stream: str, person: Any) -> bool:
    """A right was taken away while we were drawing."""
    verdict = reading.judge(kind, stream, set() if person is None else {person.pk})
    return verdict.admits(person.pk if person else None)


def _body(batch: reading.Batch, language: str) -> dict[str, Any]:
    if batch.too_far:
        return {"v": batch.version, "reload": True}
    return {
        "v": batch.version,
        "c": batch.changes[language],
        "now": batch.hints[language],
        "at": batch.stamp,
    }


def _refused() -> HttpResponse:
    """The same for what is hidden, foreign, gone or was never there."""
    stats.count("refused")
    return private(JsonResponse({"t": "refused"}, status=403))


@require_safe
def numbers(request: HttpRequest) -> HttpResponse:
    """This process's counters, for staff."""
    if not (request.user.is_authenticated and getattr(request.user, "is_staff", False)):
        return _refused()
    return private(JsonResponse({"counters": stats.snapshot(), **live_sockets()}))
