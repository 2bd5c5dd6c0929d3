"""An idea's page: for everyone."""

from http import HTTPStatus

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.core.openness import look
from participation.core.shared import shared_page
from participation.live.reading import version_of

from ..addresses import Addresses
from ..fragments import Article
from ..models import SUPPORT, Idea, IdeaBoardPage
from ..streams import idea_stream
from .loading import known_idea

#: The idea was here and is not any more; or it waits for a moderator.
GONE, NOT_YET = 410, 404
#: Earlier versions on one page.
VERSIONS = 10


@require_safe
@shared_page
def idea(request: HttpRequest, page: IdeaBoardPage, name: str) -> HttpResponse:
    """The idea under its one address; other spellings of the slug lead there."""
    public_id = name.split("-")[0]
    # Before the idea: what changes in between is told again rather than missed.
    version = version_of(idea_stream(public_id))
    found = known_idea(page, public_id)
    addresses = Addresses(page)
    if found.merged_into is not None and found.is_shown_elsewhere:
        # The other's page says that the two were combined.
        there = addresses.idea(found.merged_into)
        return HttpResponseRedirect(f"{there}?combined={found.public_id}")
    if found.is_visible and found.path_name != name:
        query = f"?{request.GET.urlencode()}" if request.GET else ""
        return HttpResponseRedirect(addresses.idea(found) + query)
    support = look(found.component, SUPPORT)[SUPPORT] if found.is_visible else None
    context = {
        "page": page,
        "idea": found,
        "article": Article(found, addresses, support=support),
        "stream": idea_stream(public_id),
        "version": version,
        "addresses": addresses,
        "share": {"title": found.title, "text": found.text} if found.is_visible else None,
        "came_from": _came_from(found, request.GET.get("combined", "")),
    }
    return render(request, "raati_ideas/idea.html", context, status=_status(found))


def _status(idea: Idea) -> int:
    if idea.is_visible:
        return HTTPStatus.OK
    return NOT_YET if idea.waits else GONE


def _came_from(idea: Idea, public_id: str) -> Idea | None:
    """The idea whose address led here, to say that the two were combined."""
    if not public_id.isascii() or not public_id.isalnum() or len(public_id) > 20:
        return None
    rows = idea.merged.filter(public_id=public_id, hidden_at=None, held_at=None, withdrawn_at=None)
    return rows.first()


@require_safe
@shared_page
def versions(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """What the idea said before its author changed it; gone together with the idea."""
    found = known_idea(page, public_id)
    addresses = Addresses(page)
    if not found.is_visible:
        # Without the readable part: it is made of the title.
        return HttpResponseRedirect(addresses.to("idea", found.public_id))
    pages = Paginator(found.revisions.all(), VERSIONS)
    shown = pages.get_page(request.GET.get("page", "")[:6])
    here = addresses.below("versions", found)
    context = {
        "page": page,
        "idea": found,
        "versions": shown.object_list,
        "address": addresses.idea(found),
        "previous": f"{here}?page={shown.previous_page_number()}" if shown.has_previous() else "",
        "next": f"{here}?page={shown.next_page_number()}" if shown.has_next() else "",
    }
    return render(request, "raati_ideas/versions.html", context)
