"""Refusals as pages: 403 and 409 with their reason, instead of a bare error."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render, resolve_url
from django.utils.translation import gettext as _

from .policies import Refused
from .rules import RuleBroken
from .shared import private


def answer_errors(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let a view raise Refused or RuleBroken and still answer with a page that says why."""

    @wraps(view)
    def answering(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            title, reason, status = _("You cannot do this"), refused.reason, 403
            sign_in = refused.sign_in
        except RuleBroken as broken:
            title, reason, status = _("This is not possible now"), broken.reason, 409
            sign_in = False
        page = kwargs.get("page")
        return private(
            render(
                request,
                "raati_core/refusal.html",
                {
                    "title": title,
                    "reason": reason,
                    "login_url": resolve_url(settings.LOGIN_URL) if sign_in else "",
                    "page": page,
                },
                status=status,
            )
        )

    return answering
