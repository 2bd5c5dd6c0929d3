"""The process page."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from wagtail.models import Page

from participation.core.invitations import open_invitations
from participation.core.receivers import component_pages
from participation.core.shared import shared_page
from participation.core.visibility import private_pages

from .figures import Figures, events_of, sources_of
from .fragments import Timeline, shown_phases
from .models import ProcessPage


@shared_page
def process_page(request: HttpRequest, page: ProcessPage) -> HttpResponse:
    places = places_below(page, request)
    invitations = open_invitations(places, around=[page])
    events = events_of(page)
    phases = shown_phases(page, places, events)
    sources = sources_of(page, places, events)
    invited = {invitation.page.pk for invitation in invitations}
    here = next((phase for phase in phases if phase.state == "here"), None)
    coming = next((phase for phase in phases if phase.state == "coming"), None)
    context = {
        "page": page,
        "self": page,
        "phases": phases,
        "timeline": Timeline(page, phases),
        "here": here,
        "coming": coming,
        "results": [phase for phase in phases if phase.has_results],
        "figures": Figures(sources) if sources else None,
        "invitations": invitations,
        "others": [place for place in places if place.pk not in invited],
    }
    return render(request, page.template, context)


def places_below(page: ProcessPage, request: HttpRequest) -> list[Any]:
    """The places of participation in this process, in the page's language where there is one.

    They are those below the source page: a translated page may have been moved.
    """
    source = page.source_page
    below = Page.objects.child_of(source).live().type(*component_pages())
    pages = Page.objects.filter(
        translation_key__in=below.values("translation_key"),
        locale_id__in={page.locale_id, source.locale_id},
        live=True,
    ).exclude(private_pages(request))
    own: dict[Any, Any] = {}
    for each in sorted(pages.specific(), key=lambda p: p.locale_id == page.locale_id):
        own[each.translation_key] = each
    return sorted(own.values(), key=lambda p: p.path)
