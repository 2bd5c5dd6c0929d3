"""How this site talks with identity services: little time, little text, no depths.

What a service answers is read to the end here, before allauth sees any of it. Whatever does not
fit is a RequestException, and so ends on the page with the other ways to sign in.
"""

import base64
import binascii
import json
import time
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3.exceptions import HTTPError

#: Seconds to reach a service, and to wait for a piece of its answer.
IDP_TIMEOUT = (2, 3.5)
#: Seconds for the whole of an answer, however small its pieces.
WHOLE = 5.0
#: Bytes that an answer may have, after unpacking, and brackets within brackets.
MOST_BYTES, MOST_DEPTH = 512 * 1024, 40
MOST_REDIRECTS = 3
#: What a service's description of itself must have.
ENDPOINTS = ("issuer", "authorization_endpoint", "token_endpoint", "userinfo_endpoint")


class BoundedAdapter(HTTPAdapter):
    """Reads an answer within its bounds."""

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> Any:
        until = time.monotonic() + WHOLE
        response = super().send(request, *args, **{**kwargs, "stream": True})
        response._content = _read(response, until)  # type: ignore[attr-defined]
        response._content_consumed = True  # type: ignore[attr-defined]
        return response


def _read(response: requests.Response, until: float) -> bytes:
    found = bytearray()
    try:
        while piece := response.raw.read1(64 * 1024, decode_content=True):
            found += piece
            if len(found) > MOST_BYTES:
                raise requests.RequestException("The service answers too much.")
            if time.monotonic() > until:
                raise requests.Timeout("The service answers too slowly.")
    except HTTPError as error:
        raise requests.ConnectionError(str(error)) from None
    finally:
        response.close()
    return bytes(found)


class ImpatientSession(requests.Session):
    """Gives an identity provider seconds, not minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.max_redirects = MOST_REDIRECTS
        for scheme in ("https://", "http://"):
            self.mount(scheme, BoundedAdapter())

    def request(self, *args: Any, **kwargs: Any) -> requests.Response:
        kwargs.setdefault("timeout", IDP_TIMEOUT)
        response = super().request(*args, **kwargs)
        if response.ok:
            told = _require_shallow(response)
            if "/.well-known/" in response.url:
                _require_description(told)
        return response


def _require_shallow(response: requests.Response) -> Any:
    """What the answer says, where it is JSON; RequestException where no parser should go in.

    An identity token is JSON once more, inside the answer.
    """
    told = _parsed(response.content)
    token = told.get("id_token") if isinstance(told, dict) else None
    if isinstance(token, str):
        for part in token.split(".")[:2]:
            _parsed(_decoded(part))
    return told


def _parsed(text: bytes) -> Any:
    """The JSON in it; None where it is something else."""
    _require_flat(text)
    try:
        return json.loads(text)
    except (json.JSONDecodeError, UnicodeDecodeError):
        return None
    except ValueError:
        # A number of thousands of digits.
        raise requests.RequestException("The service tells odd numbers.") from None


def _decoded(part: str) -> bytes:
    try:
        return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        return b""


def _require_flat(text: bytes) -> None:
    """Brackets are counted also inside of strings: no honest answer has so many open ones."""
    depth = 0
    for byte in text:
        if byte in b"[{":
            depth += 1
            if depth > MOST_DEPTH:
                raise requests.RequestException("The service answers in depths.")
        elif byte in b"]}":
            depth -= 1


def _require_description(told: Any) -> None:
    """RequestException unless the service describes itself: allauth would stumble over the rest."""
    addresses = [told.get(name) for name in ENDPOINTS] if isinstance(told, dict) else [None]
    if not all(isinstance(each, str) and each.startswith("http") for each in addresses):
        raise requests.RequestException("The service does not describe itself.")
