"""Refusals as pages: 403 and 409 with their reason, instead of a bare error."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from .eligibility import NotEligible
from .policies import Refused
from .returning import is_own_path
from .rules import RuleBroken
from .shared import private


def answer_errors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view raise Refused or RuleBroken and still answer with a page that says why."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        page = kwargs.get("page")
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            title, reason, status = _("You cannot do this"), refused.reason, 403
            sign_in, step = refused.sign_in, next_step(request, refused, page)
        except RuleBroken as broken:
            title, reason = _("This is not possible now"), broken.reason
            status = broken.status
            sign_in, step = False, None
        return private(
            render(
                request,
                "raati_core/refusal.html",
                {
                    "title": title,
                    "reason": reason,
                    "login_url": resolve_url(settings.LOGIN_URL) if sign_in else "",
                    "page": page,
                    "step": step,
                },
                status=status,
            )
        )

    return answering


def next_step(request: HttpRequest, refused: Refused, page: Any = None) -> dict[str, Any] | None:
    """What would change the refusal, leading back to where it was met; None where nothing would.

    Nobody comes back to a POST: that leads to the page the form was sent from.
    """
    step = refused.answer.step if isinstance(refused, NotEligible) else None
    if step is None or refused.sign_in:
        return None
    back = request.get_full_path() if request.method == "GET" else _sender(request, page)
    return {"label": step.label, "href": step.leading_back(back)}


def _sender(request: HttpRequest, page: Any) -> str:
    """The path of this site that the form was sent from, else the page's."""
    parts = urlsplit(request.headers.get("Referer", ""))
    own = parts.netloc == request.get_host() and is_own_path(parts.path)
    return parts.path if own else getattr(page, "url", None) or "/"
