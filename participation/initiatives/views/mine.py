"""What is mine: my part of an initiative, my initiatives and signatures."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from participation.core import drafts
from participation.core.actors import Actor, actor_for
from participation.core.eligibility import look as look_at
from participation.core.openness import look
from participation.core.rules import reason_of
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import policies, rules
from ..fragments import Count
from ..models import SIGN, Contact, Initiative, InitiativesPage, Signature, State
from ..streams import element
from .loading import initiative_for

MOST = 50


def standing(actor: Actor, initiative: Initiative) -> dict[str, Any]:
    """What one person has to do with it: own, signed, and why nothing can be changed now."""
    is_own = policies.is_maker(actor, initiative)
    signed = False
    if actor.person is not None and not is_own:
        signed = Signature.objects.filter(initiative=initiative, person=actor.person).exists()
    reason = reason_of(rules.require_signable, initiative)
    if not reason:
        reason = look(initiative.component, SIGN)[SIGN].reason
    eligible = look_at(actor, initiative.component)
    return {"is_own": is_own, "signed": signed, "reason": reason, "eligible": eligible}


def draw_part(request: HttpRequest, page: InitiativesPage, initiative: Initiative) -> str:
    """The personal part of one initiative."""
    actor = actor_for(request)
    names = ("mine", "sign", "withdraw_signature", "edit", "gather", "deliver", "withdraw")
    return render_to_string(
        "raati_initiatives/mine/part.html",
        {
            "csrf_token": get_token(request),
            "initiative": initiative,
            "is_member": actor.is_member,
            "is_draft": initiative.state == State.DRAFT,
            "can_deliver": not reason_of(rules.require_deliverable, initiative),
            "element_id": element(initiative, "mine"),
            "addresses": {name: page.view_url(name, initiative.public_id) for name in names},
            **standing(actor, initiative),
        },
    )


@require_safe
@private_page
def part(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """The personal part alone, for htmx."""
    initiative = initiative_for(actor_for(request), page, public_id)
    return HttpResponse(draw_part(request, page, initiative))


@require_safe
@private_page
def mine(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """The same as a page; for the maker with what the registry gets."""
    actor = actor_for(request)
    initiative = initiative_for(actor, page, public_id)
    is_own = policies.is_maker(actor, initiative)
    address = ""
    if initiative.is_visible:
        address = page.view_url("initiative", initiative.path_name)
    context = {
        "page": page,
        "initiative": initiative,
        "is_own": is_own,
        "is_draft": initiative.state == State.DRAFT,
        "contact": Contact.objects.filter(initiative=initiative).first() if is_own else None,
        "count": Count(initiative) if initiative.is_visible else None,
        "part": draw_part(request, page, initiative),
        "address": address,
        "all_mine_address": page.view_url("all_mine"),
        "draft": f"initiative:{page.component.public_id}:new:{drafts.owner_ref(request)}",
    }
    return render(request, "raati_initiatives/mine/page.html", context)


@require_safe
@private_page
def all_mine(request: HttpRequest, page: InitiativesPage) -> HttpResponse:
    """My initiatives, drafts too, and those I have signed."""
    actor = actor_for(request)
    own: list[Initiative] = []
    signed: list[Initiative] = []
    if actor.person is not None:
        rows = Initiative.objects.filter(component=page.component_key)
        own = list(rows.filter(author=actor.person).order_by("-created_at", "-pk")[:MOST])
        others = rows.filter(signatures__person=actor.person).exclude(author=actor.person)
        signed = list(others.newest()[:MOST])
    context = {
        "page": page,
        "is_member": actor.is_member,
        "own": [(row, page.view_url("mine", row.public_id)) for row in own],
        "signed": [
            (row, page.view_url("initiative", row.path_name) if row.is_visible else "")
            for row in signed
        ],
        "list_address": page.view_url(),
        "new_address": page.view_url("new"),
        "sign_in": sign_in_address(page.view_url("all_mine")),
    }
    return render(request, "raati_initiatives/mine/all.html", context)
