"""My participation: what I did and what became of it, what I follow."""

from typing import Any

from django.core.paginator import Page, Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from participation.core import following
from participation.core.actors import actor_for
from participation.core.errors import answer_errors
from participation.core.models import Follow
from participation.core.my_part import Deeds
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .places import see_other

PER_PAGE = 20


def tabs(here: str) -> list[dict[str, Any]]:
    """The pages about oneself, for the element `tabs`."""
    pages = [
        ("me", _("What I did")),
        ("following", _("What I follow")),
        ("data", _("My data")),
    ]
    return [
        {"label": label, "href": reverse(f"raati_people:{name}"), "current": name == here}
        for name, label in pages
    ]


@require_safe
@private_page
def me(request: HttpRequest) -> HttpResponse:
    """Everything that the person did here, newest first, and what became of each."""
    actor = actor_for(request)
    if not actor.is_member:
        return see_other(sign_in_address(request.get_full_path()))
    rows: Any = Deeds(actor.person) if actor.person is not None else []
    deeds = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    context = {"tabs": tabs("me"), "deeds": deeds, **ways(deeds)}
    return render(request, "raati_people/mine/me.html", context)


@require_safe
@private_page
def followed(request: HttpRequest) -> HttpResponse:
    """What the person follows; of what is gone only that it is."""
    actor = actor_for(request)
    if not actor.is_member:
        return see_other(sign_in_address(request.get_full_path()))
    rows = Follow.objects.filter(person=actor.person).select_related("component")
    page = Paginator(rows.order_by("-at", "-pk"), PER_PAGE).get_page(request.GET.get("page"))
    things = following.shown(list(page.object_list))
    context = {"tabs": tabs("following"), "things": things, **ways(page)}
    return render(request, "raati_people/mine/following.html", context)


def ways(page: Page) -> dict[str, str]:
    """Where the list goes on, for the element `pagination`."""
    return {
        "previous_href": f"?page={page.number - 1}" if page.has_previous() else "",
        "next_href": f"?page={page.number + 1}" if page.has_next() else "",
    }


@require_http_methods(["GET", "HEAD", "POST"])
@answer_errors
@private_page
def follow(request: HttpRequest, public_id: str) -> HttpResponse:
    """The button that follows a place or a thing, as a page and, for htmx, alone.

    POST says what is wanted (`wanted` is "yes" or "no"): sent twice it does nothing twice.
    """
    found = following.find(public_id)
    if found is None:
        raise Http404
    actor = actor_for(request)
    is_part = request.headers.get("HX-Request") == "true"
    here = reverse("raati_people:follow", args=[public_id])
    if not actor.is_member and not is_part:
        return see_other(sign_in_address(here))
    if request.method == "POST":
        act = following.follow if request.POST.get("wanted") == "yes" else following.unfollow
        act(actor=actor, component=found[0], subject=found[1])
        if not is_part:
            return see_other(here)
        # The first act of a member made their Person.
        actor = type(actor).signed_in(request.user)
    context = {
        "public_id": public_id,
        "address": here,
        "is_member": actor.is_member,
        "follows": following.follows(actor, *found),
        "is_place": found[1] is None,
        "thing": _thing(*found),
    }
    name = "follow_part" if is_part else "follow"
    return render(request, f"raati_people/mine/{name}.html", context)


def _thing(component: Any, subject: Any) -> following.Followed | None:
    """What the button is about, as lists call it."""
    row = Follow(component=component)
    if subject is not None:
        row.subject_type, row.subject_id = subject._meta.label, str(subject.pk)
    ((_row, thing),) = following.shown([row])
    return thing
