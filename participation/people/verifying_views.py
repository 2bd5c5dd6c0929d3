"""How sure we are that it is you: what has been checked, and the ways to check more."""

from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from participation.core import clock
from participation.core.actors import Actor, actor_for
from participation.core.errors import answer_errors
from participation.core.returning import wanted
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from . import letters
from .models import ServiceDesk, Verification
from .verifying_forms import AddressForm, CodeForm
from .verifying_ways import ways


def verify_address(name: str = "verify", then: str | None = None) -> str:
    """One of these pages, which leads on to `then`."""
    page = reverse(f"raati_people:{name}")
    return f"{page}?{urlencode({'next': then}, safe='/')}" if then else page


def proofs_of(actor: Actor) -> list[Verification]:
    """What holds now, the newest first."""
    if actor.person is None:
        return []
    rows = Verification.objects.in_force(clock.glance()).filter(person=actor.person)
    return list(rows.select_related("area").order_by("-at"))


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    there = sign_in_address(verify_address(then=wanted(request)))
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


@require_http_methods(["GET", "HEAD"])
@private_page
def verify(request: HttpRequest) -> HttpResponse:
    """What has been checked, and the ways that this municipality offers."""
    if not actor_for(request).is_member:
        return _to_sign_in(request)
    return _page(request, CodeForm())


def _page(request: HttpRequest, form: CodeForm, status: int = HTTPStatus.OK) -> HttpResponse:
    actor, then = actor_for(request), wanted(request)
    desk = ServiceDesk.for_request(request)
    context: dict[str, Any] = {
        "proofs": proofs_of(actor),
        "then": then,
        "services": ways(request, then or ""),
        "desk": str(desk.address),
        "letter": letters.open_letter(actor.person),
        "sends_letters": desk.sends_letters,
        "letter_address": verify_address("verify_letter", then),
        "cancel_address": verify_address("verify_letter_cancel", then),
        "code_address": verify_address("verify_code", then),
        "form": form,
    }
    return render(request, "raati_people/verify/page.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
@answer_errors
def letter(request: HttpRequest) -> HttpResponse:
    """Ask for a letter: the form, and what comes of it."""
    actor, then = actor_for(request), wanted(request)
    if not actor.is_member:
        return _to_sign_in(request)
    if not ServiceDesk.for_request(request).sends_letters:
        raise RuleBroken("no_letters", _("No letters are sent here."))
    form = AddressForm(request.POST if request.method == "POST" else None)
    status = HTTPStatus.OK
    if form.is_bound:
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                letters.ask_letter(
                    actor=actor, address=form.address(), language=get_language() or ""
                )
                return HttpResponseRedirect(verify_address(then=then), status=HTTPStatus.SEE_OTHER)
            except RuleBroken as broken:
                form.add_error(None, str(broken.reason))
                status = HTTPStatus.CONFLICT
    context = {"form": form, "then": then, "back": verify_address(then=then)}
    return render(request, "raati_people/verify/letter.html", context, status=status)


@require_POST
@private_page
@answer_errors
def cancel_letter(request: HttpRequest) -> HttpResponse:
    """Take one's own letter back; twice is once."""
    actor = actor_for(request)
    if not actor.is_member:
        return _to_sign_in(request)
    row = letters.open_letter(actor.person)
    if row is not None:
        letters.cancel_letter(actor=actor, letter=row)
    there = verify_address(then=wanted(request))
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


@require_POST
@private_page
def code(request: HttpRequest) -> HttpResponse:
    """Type the code from the letter."""
    actor = actor_for(request)
    if not actor.is_member:
        return _to_sign_in(request)
    form = CodeForm(request.POST)
    if not form.is_valid():
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        answer = letters.use_letter_code(actor=actor, code=form.cleaned_data["code"])
    except RuleBroken as broken:
        form.refuse(broken.reason)
        return _page(request, form, HTTPStatus.CONFLICT)
    if answer.proof is None:
        form.refuse(_wrong(answer.tries_left))
        return _page(request, form, HTTPStatus.UNPROCESSABLE_ENTITY)
    messages.success(request, _("Thank you! Your identity has been checked."))
    there = verify_address(then=wanted(request))
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _wrong(left: int) -> str:
    if not left:
        return _("The code is not right. This letter cannot be used any more. Ask for a new one.")
    return ngettext(
        "The code is not right. You can try once more.",
        "The code is not right. You can try %(left)d more times.",
        left,
    ) % {"left": left}
