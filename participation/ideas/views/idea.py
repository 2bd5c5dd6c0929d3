"""An idea's page: for everyone."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.core.openness import look
from participation.core.shared import shared_page
from participation.live.reading import version_of

from ..addresses import Addresses
from ..fragments import Article
from ..models import SUPPORT, IdeaBoardPage
from ..streams import idea_stream
from .loading import known_idea

#: The idea was here and is not any more.
GONE = 410


@require_safe
@shared_page
def idea(request: HttpRequest, page: IdeaBoardPage, name: str) -> HttpResponse:
    """The idea under its one address; other spellings of the slug lead there."""
    public_id = name.split("-")[0]
    # Before the idea: what changes in between is told again rather than missed.
    version = version_of(idea_stream(public_id))
    found = known_idea(page, public_id)
    addresses = Addresses(page)
    if found.is_visible and found.path_name != name:
        return HttpResponseRedirect(addresses.idea(found))
    support = look(found.component, SUPPORT)[SUPPORT] if found.is_visible else None
    context = {
        "page": page,
        "idea": found,
        "article": Article(found, addresses, support=support),
        "stream": idea_stream(public_id),
        "version": version,
        "addresses": addresses,
    }
    return render(
        request, "raati_ideas/idea.html", context, status=200 if found.is_visible else GONE
    )
