"""The child's page and the guardian's. Neither signs anybody in, nor shows what a child wrote."""

from http import HTTPStatus

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from participation.core import guards
from participation.core.actors import Actor, guest_session
from participation.core.errors import answer_errors
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address
from participation.core.when import day_text

from .. import conf, levels
from ..models import GuardianConsent
from ..privacy.actions import erase_person
from ..views.places import see_other
from . import actions, tokens
from .forms import AskForm, ConsentForm
from .mails import masked

METHODS = ["GET", "HEAD", "POST"]


def _found(given: str, whose: str) -> GuardianConsent:
    consent = tokens.find(given, whose)
    if consent is None:
        raise Http404
    return consent


def _context(consent: GuardianConsent) -> dict[str, object]:
    last = actions.last_day(consent)
    return {
        "consent": consent,
        "age": conf.get("CONSENT_AGE"),
        "last_day": day_text(last) if last else "",
        "account": masked(levels.address_of(consent.person.user)),
        "sign_in": sign_in_address("/"),
    }


def child_address(consent: GuardianConsent) -> str:
    return reverse("raati_people:child", args=[tokens.token(consent, tokens.CHILD)])


@require_http_methods(METHODS)
@answer_errors
@private_page
def child(request: HttpRequest, token: str) -> HttpResponse:
    """Ask a guardian, see what became of it, or have everything deleted."""
    consent = _found(token, tokens.CHILD)
    form, status = AskForm(), HTTPStatus.OK
    if request.method == "POST" and request.POST.get("task") == "erase":
        if not consent.is_in_force:
            erase_person(actor=Actor.system("people.child"), person=consent.person)
            return see_other(reverse("raati_people:gone"))
    elif request.method == "POST":
        form, status = AskForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                guards.require_rate(request, "people.ask_guardian")
                actions.ask_guardian(
                    actor=guest_session(request), consent=consent, **form.cleaned_data
                )
            except RuleBroken as broken:
                field = "email" if broken.code == "email" else None
                form.add_error(field, str(broken.reason))
                status = HTTPStatus(broken.status)
            else:
                return see_other(request.path)
    context = {
        **_context(consent),
        "form": form,
        "guardian": masked(consent.guardian_email) if consent.letters else "",
        "may_write": consent.letters < actions.MOST_LETTERS,
    }
    return render(request, "raati_people/guardians/child.html", context, status=status)


@require_http_methods(METHODS)
@answer_errors
@private_page
def guardian(request: HttpRequest, token: str) -> HttpResponse:
    """Say yes, see that it was said, take it back. Opening the page does nothing."""
    consent = _found(token, tokens.GUARDIAN)
    form, status = ConsentForm(), HTTPStatus.OK
    if request.method == "POST" and request.POST.get("task") == "withdraw":
        actions.withdraw_consent(actor=Actor.guest(), consent=consent)
        return see_other(request.path)
    if request.method == "POST":
        form, status = ConsentForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            actions.give_consent(actor=Actor.guest(), consent=consent)
            return see_other(request.path)
    context = {**_context(consent), "form": form}
    return render(request, "raati_people/guardians/guardian.html", context, status=status)
