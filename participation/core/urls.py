"""Addresses outside the page tree; include at the root, before Wagtail's."""

from django.urls import include, path

urlpatterns = [
    path("healthz/", include("participation.core.health")),
    path("o/", include("participation.core.addresses")),
    path("files/", include("participation.core.files")),
]
