"""When the database does not answer: said so, for a while, with what was typed.

A write that was not confirmed may have happened (the connection was lost while it was
kept); forms carry keys, so sending again does it once.
"""

import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string
from django.views import defaults

from .resending import resending
from .shared import private

#: Seconds after which browsers and robots may try again.
RETRY_AFTER = 10


def server_error(request: HttpRequest, template_name: str = "500.html") -> HttpResponse:
    """handler500: a database that is away is a 503 that passes, anything else a 500."""
    if not isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return defaults.server_error(request, template_name)
    given = resending(request) if request.method == "POST" else {}
    # Without the context processors, some of which would ask the database.
    context = {"csrf_token": get_token(request), "here": request.get_full_path(), **given}
    html = render_to_string("raati_core/unavailable.html", context)
    answer = HttpResponse(html, status=503, headers={"Retry-After": str(RETRY_AFTER)})
    return private(answer)
