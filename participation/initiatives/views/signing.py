"""Signing an initiative: a form, because a signature is a name."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from participation.core import guards
from participation.core.actors import actor_for
from participation.core.eligibility import Answer, NotEligible
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import actions
from ..forms import SignForm
from ..models import Initiative, InitiativesPage
from .loading import initiative_for, own_municipality, see_other
from .mine import standing


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def sign(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """The form that says what a signature is, and what comes of it."""
    actor = actor_for(request)
    initiative = initiative_for(actor, page, public_id)
    there = page.view_url("mine", public_id)
    own = own_municipality(page)
    if not actor.is_member:
        if request.method == "POST":
            return see_other(sign_in_address(page.view_url("sign", public_id)))
        return _form_page(request, page, initiative, SignForm(own=own))
    if request.method != "POST":
        mine = standing(actor, initiative)
        if mine["signed"] or mine["is_own"]:
            return see_other(there)
        if mine["reason"]:
            raise RuleBroken("closed", mine["reason"])
        if not mine["eligible"].is_yes:
            raise NotEligible(mine["eligible"])
        return _form_page(request, page, initiative, SignForm(own=own))
    form = SignForm(request.POST, own=own)
    if not form.is_valid():
        return _form_page(request, page, initiative, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        guards.require_rate(request, "initiatives.sign")
        source = guards.source_mark(request)
        actions.sign_initiative(actor=actor, initiative=initiative, source=source, **form.act())
    except guards.TooMany as broken:
        form.add_error(None, str(broken.reason))
        return _form_page(request, page, initiative, form, broken.status)
    except NotEligible as refused:
        status = HTTPStatus.FORBIDDEN
        return _form_page(request, page, initiative, form, status, refused.answer)
    return see_other(there)


def _form_page(
    request: HttpRequest,
    page: InitiativesPage,
    initiative: Initiative,
    form: SignForm,
    status: int = HTTPStatus.OK,
    refused: Answer | None = None,
) -> HttpResponse:
    context = {
        "page": page,
        "initiative": initiative,
        "form": form,
        "refused": refused,
        "here": page.view_url("sign", initiative.public_id),
        "is_member": actor_for(request).is_member,
        "address": page.view_url("initiative", initiative.path_name),
        "sign_in": sign_in_address(page.view_url("sign", initiative.public_id)),
    }
    return render(request, "raati_initiatives/sign.html", context, status=status)


@require_POST
@private_page
def withdraw(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """Take the signature back."""
    actor = actor_for(request)
    initiative = initiative_for(actor, page, public_id)
    there = page.view_url("mine", public_id)
    if not actor.is_member:
        return see_other(sign_in_address(there))
    actions.withdraw_signature(actor=actor, initiative=initiative)
    return see_other(there)
