"""What holds for every answer of the site."""

import logging
import sysconfig
import traceback
from collections.abc import Callable

from django.db import DataError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch
from django.utils.datastructures import MultiValueDictKeyError
from django.utils.translation import gettext_lazy as _

from participation.core import conf

logger = logging.getLogger(__name__)

#: What reading a number, a date, an address or a formatted text out of rubbish ends in.
UNREAD = (
    *(ValueError, TypeError, AttributeError, LookupError, ArithmeticError),
    *(DataError, NoReverseMatch, RecursionError),
)
#: Where what others wrote is installed, and Python's own library.
THEIRS = tuple(sysconfig.get_paths()[name] for name in ("purelib", "platlib", "stdlib"))


class NotForSearchEngines:
    """Demonstration material stays out of search engines, whatever its address."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if conf.get("DEMO"):
            response.headers["X-Robots-Tag"] = "noindex, nofollow"
        return response


class Unread:
    """A form of Wagtail's own that cannot be read is refused, and no fault of the server (400).

    Its views trust that what comes back is what they drew. Ours read with care: an error in
    them stays an error.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not (request.GET or request.method == "POST") or not _is_unread(exception):
            return None
        frame = traceback.extract_tb(exception.__traceback__)[-1]
        # Not what the exception says: it quotes what was sent.
        where = f"{type(exception).__name__}, {frame.filename}:{frame.lineno}"
        logger.warning("Could not read what was sent to %s (%s)", request.path, where)
        context = {
            "title": _("We could not read what was sent"),
            "reason": _("Go back, reload the page and try again. Nothing was changed."),
        }
        return render(request, "raati_core/refusal.html", context, status=400)


def _is_unread(exception: Exception) -> bool:
    if isinstance(exception, MultiValueDictKeyError):
        return True
    files = (frame.filename for frame in traceback.extract_tb(exception.__traceback__))
    return isinstance(exception, UNREAD) and all(f.startswith((*THEIRS, "<")) for f in files)
