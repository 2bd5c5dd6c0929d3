"""The page that explains the open data to people; include where addresses carry a language."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_safe

from ..shared import shared_page
from . import urls


@require_safe
@shared_page
def documentation(request: HttpRequest) -> HttpResponse:
    """What there is and how to ask for it, for people."""
    schema = urls.api.get_openapi_schema(path_prefix=reverse("raati_api:api-root"))
    groups: dict[str, list[dict[str, Any]]] = {}
    for address, methods in schema["paths"].items():
        said = methods["get"]
        groups.setdefault(said["tags"][0], []).append(
            {
                "address": address,
                "summary": said["summary"],
                "parameters": [_parameter(each) for each in said.get("parameters", [])],
            }
        )
    context = {
        "groups": groups,
        "title": _("Open data"),
        "schema": reverse("raati_api:openapi-json"),
    }
    return render(request, "raati_core/open_data.html", context)


def _parameter(said: dict[str, Any]) -> dict[str, Any]:
    schema = said["schema"]
    return {
        "name": said["name"],
        "text": said.get("description") or schema.get("description", ""),
        "choices": schema.get("enum", []),
        "default": schema.get("default", ""),
        "is_part": said["in"] == "path",
    }


urlpatterns = [
    path(pgettext_lazy("address", "open-data/"), documentation, name="raati_open_data"),
]
