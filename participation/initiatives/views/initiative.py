"""An initiative's page: for everyone."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_safe

from participation.core.shared import shared_page
from participation.live.reading import version_of

from ..fragments import Article
from ..models import Initiative, InitiativesPage
from ..streams import initiative_stream

#: It was here and is not any more; or a moderator looks at it.
GONE, NOT_NOW = 410, 404


@require_safe
@shared_page
def initiative(request: HttpRequest, page: InitiativesPage, name: str) -> HttpResponse:
    """The initiative under its one address; other spellings lead there. A draft is unknown here."""
    public_id = name.split("-")[0]
    # Before the row: what changes in between is told again rather than missed.
    version = version_of(initiative_stream(public_id))
    rows = Initiative.objects.filter(component=page.component_key, published_at__isnull=False)
    found = rows.with_numbers().prefetch_related("entries").filter(public_id=public_id).first()
    if found is None:
        raise Http404
    if found.is_visible and found.path_name != name:
        return HttpResponseRedirect(page.view_url("initiative", found.path_name))
    context = {
        "page": page,
        "initiative": found,
        "article": Article(found, page),
        "stream": initiative_stream(public_id),
        "version": version,
        "list_address": page.view_url(),
    }
    gone = NOT_NOW if found.waits else GONE
    status = 200 if found.is_visible else gone
    return render(request, "raati_initiatives/initiative.html", context, status=status)
