"""Addresses that stay: /o/<public id>/ leads to wherever the thing is now."""

from collections.abc import Callable
from typing import Any

from django.db.models import Model
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import path

from .visibility import page_for

_finders: dict[type[Model], Callable[[Any], str]] = {}


def register(model: type[Model], url: Callable[[Any], str]) -> None:
    """Let /o/ find rows of `model` by public_id; `url(row)` is "" where nobody may look.

    It answers in the active language and for everyone alike.
    """
    _finders[model] = url


def is_registered(model: type[Model]) -> bool:
    return model in _finders


def address_of(row: Model) -> str:
    """Where everybody reads it; "" where nobody may look, or nothing was registered."""
    find = _finders.get(type(row))
    return find(row) if find else ""


def permanent(request: HttpRequest, public_id: str) -> HttpResponse:
    """Redirect to the thing's page in the reader's language, or 404."""
    for model, url in _finders.items():
        found = model._default_manager.filter(public_id=public_id).first()
        if found is not None:
            address = url(found)
            # The address tells a title: not where the reader may not open the place.
            component = getattr(found, "component", None)
            if address and (component is None or page_for(request, component)):
                return HttpResponseRedirect(address)
    raise Http404


urlpatterns = [path("<slug:public_id>/", permanent, name="raati_permanent")]
