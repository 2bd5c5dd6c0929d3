"""What processes add to the Wagtail admin."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import include, path
from wagtail import hooks
from wagtail.models import Page

from . import admin_views, desk_panel
from .models import ProcessPage


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [path("raati/", include(admin_views.urlpatterns))]


@hooks.register("before_create_page")
def offer_presets(request: HttpRequest, parent: Page, page_class: type) -> HttpResponse | None:
    """A new process begins with the choice of an outline, unless an empty one is wanted."""
    if page_class is ProcessPage and request.method == "GET" and "empty" not in request.GET:
        return redirect("raati_process_preset", parent.pk)
    return None


desk_panel.enter()
