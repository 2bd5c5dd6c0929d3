"""Asking again who is there, before what matters: one's own copy, erasure, roles, identities.

A session may be old, borrowed or stolen. Each keeps the instant of its own last proof: the
account's last sign-in says nothing, it may have happened elsewhere.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase

from . import clock, conf
from .shared import private
from .signing_in import sign_in_address

_KEY = "raati_proved_at"

#: Has this session proved within so many seconds who is there?
Prover = Callable[[HttpRequest, int], bool]
#: Where to prove it again, coming back to a path.
Way = Callable[[HttpRequest, str], str]
_prover: tuple[Prover, Way] | None = None


def register_prover(is_proved: Prover, way: Way) -> None:
    """Let the site's accounts say what else is a proof, and where one is given."""
    global _prover
    _prover = is_proved, way


def note_proof(request: HttpRequest | None = None, **_kwargs: Any) -> None:
    """This session has just shown who is there (the signal user_logged_in)."""
    if request is not None and hasattr(request, "session"):
        request.session[_KEY] = clock.glance().timestamp()


def is_fresh(request: HttpRequest) -> bool:
    """Whether the last proof in this session is young enough (RAATI_FRESH_SECONDS)."""
    if not request.user.is_authenticated:
        return False
    seconds = conf.get("FRESH_SECONDS")
    age = clock.glance().timestamp() - request.session.get(_KEY, 0)
    return 0 <= age < seconds or (_prover is not None and _prover[0](request, seconds))


def require_fresh(request: HttpRequest, then: str = "") -> HttpResponse | None:
    """None where the proof is fresh, else the way to give it anew.

    It leads back to `then`, by default to the page itself; what a POST held is not kept, so
    ask when the form is opened, too.
    """
    if is_fresh(request):
        return None
    back = then or request.get_full_path()
    signed_in = request.user.is_authenticated
    address = _prover[1](request, back) if _prover and signed_in else sign_in_address(back)
    return private(HttpResponseRedirect(address, status=303))


def fresh_page(
    view: Callable[..., HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Decorator: the view answers nobody whose proof is old."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        return require_fresh(request) or view(request, *args, **kwargs)

    return wrapped
