"""What this package adds to the Wagtail admin."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.models import Page

from participation.core.actors import actor_for
from participation.core.pages import ComponentPageMixin
from participation.core.slots import fill

from .desk import hooks as desk_hooks  # noqa: F401 - what the service desk adds
from .models import Profile


@hooks.register("register_admin_urls")
def admin_urls() -> list[Any]:
    return [path("raati/who/", include("participation.people.admin_views"))]


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    sheet = static("raati_people/who_may.css")
    return format_html('<link rel="stylesheet" href="{}">', sheet)


def _buttons(page: Page, user: Any) -> Iterator[Button]:
    """Who may take part, for places that ask it on a page of theirs."""
    model = page.specific_class
    if not (model and issubclass(model, ComponentPageMixin) and page.pk):
        return
    rights = page.permissions_for_user(user)
    if rights.can_edit():
        url = reverse("raati_people_try", args=[page.pk])
        yield Button(_("Who may take part: try it out"), url, icon_name="group", priority=64)
    if rights.can_publish():
        url = reverse("raati_people_codes", args=[page.pk])
        yield Button(_("Entry codes"), url, icon_name="key", priority=65)


@hooks.register("register_page_header_buttons")
def header_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    return _buttons(page, user)


@hooks.register("register_page_listing_more_buttons")
def listing_buttons(page: Page, user: Any, **kwargs: Any) -> Iterable[Button]:
    return _buttons(page, user)


@fill("people.known")
def what_was_told(context: Any) -> SafeString:
    """What the person told of themselves, beside what was proved."""
    person = actor_for(context["request"]).person
    rows = Profile.objects.filter(person=person) if person else Profile.objects.none()
    profile = rows.select_related("area").first()
    return render_to_string("raati_people/known.html", {"profile": profile})
