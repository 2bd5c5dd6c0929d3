"""/api/v1/: the data and its description for machines; include at `api/`."""

from typing import Any

from django.urls import path
from django.utils.module_loading import import_string
from ninja import NinjaAPI

from .answers import public_data
from .registry import routers

api = NinjaAPI(
    title="Open data on participation",
    version="1",
    description="Public data, read-only, without a key. No personal data: nobody is named.",
    docs_url=None,
    openapi_url="/openapi.json",
    urls_namespace="raati_api",
)
for _name, _dotted in routers().items():
    api.add_router("", import_string(_dotted))


def _wrapped(patterns: list[Any]) -> list[Any]:
    for each in patterns:
        each.callback = public_data(each.callback)
    return patterns


_patterns, _app, _namespace = api.urls
urlpatterns = [path("v1/", (_wrapped(_patterns), _app, _namespace))]
