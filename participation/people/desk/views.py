"""Searching for a person, seeing what was checked, checking and taking back."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core import clock
from participation.core.actors import Actor, actor_for
from participation.core.models import Person
from participation.core.policies import Refused
from participation.core.rules import RuleBroken

from .. import letters, looking, verifying
from ..models import GuardianConsent, Letter, Verification
from .forms import RevokeForm, SearchForm, VerifyForm
from .loading import desk_page, frame, fresh_desk_page

METHODS = ["GET", "HEAD", "POST"]
PAGE_SIZE = 30
#: Beside which field a broken rule is told.
FIELDS = {"document": "saw_document", "age": "years", "reason": "reason"}


@require_http_methods(METHODS)
@desk_page
def index(request: HttpRequest) -> HttpResponse:
    """Search. By POST: what somebody searches for stays out of addresses and logs."""
    found, status = None, 200
    form = SearchForm(request.POST if request.method == "POST" else None)
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                found = looking.look_up(actor=actor_for(request), text=form.cleaned_data["text"])
                status = 200
            except RuleBroken as broken:
                form.add_error("text", str(broken.reason))
    context = {
        "form": form,
        "found": found,
        "most": looking.MOST_FOUND,
        "waiting": letters.waiting(),
        "children": GuardianConsent.objects.exclude(waits_since=None).count(),
        **frame(_("People")),
    }
    return render(request, "raati_people/desk/index.html", context, status=status)


@require_http_methods(METHODS)
@fresh_desk_page
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One account: what was checked, and the forms to check more or to take back."""
    actor = actor_for(request)
    account = get_object_or_404(get_user_model(), pk=pk, is_active=True)
    shown = looking.view_person(actor=actor, account=account)
    task = request.POST.get("task", "") if request.method == "POST" else ""
    form = VerifyForm(request.POST if task == "verify" else None, prefix="verify")
    revoke = RevokeForm(request.POST if task == "revoke" else None, prefix="revoke")
    status = 200
    if task:
        done = _verify(request, actor, shown, form) if task == "verify" else ""
        done = done or (_revoke(request, actor, shown, revoke) if task == "revoke" else "")
        if done:
            messages.success(request, done)
            return HttpResponseRedirect(_next(request, shown), status=303)
        status = 422
    context = {
        "account": account,
        "person": shown,
        "proofs": _proofs(shown),
        "letter": Letter.objects.filter(person=shown, done_at=None).first(),
        "form": form,
        "revoke": revoke,
        "is_self": actor.person is not None and actor.person.pk == shown.pk,
        **frame(_("Identity of one person")),
    }
    return render(request, "raati_people/desk/person.html", context, status=status)


def _next(request: HttpRequest, person: Person) -> str:
    """The same page; for a child, whose account waits now, the guardian's permission."""
    waiting = GuardianConsent.objects.filter(person=person).exclude(waits_since=None).first()
    if waiting is None:
        return request.path
    messages.warning(request, _("A guardian's permission is needed: this is a child."))
    return reverse("raati_people_desk:consent", args=[waiting.public_id])


def _proofs(person: Person) -> list[dict[str, Any]]:
    now = clock.glance()
    rows = Verification.objects.filter(person=person).select_related("area", "by")
    return [
        {
            "row": row,
            "holds": row.revoked_at is None and (row.until is None or row.until > now),
        }
        for row in rows.order_by("-at")[:PAGE_SIZE]
    ]


def _verify(request: HttpRequest, actor: Actor, person: Person, form: VerifyForm) -> str:
    """The sentence for what was done; "" when it was not, and the form says why."""
    if not form.is_valid():
        return ""
    try:
        verifying.verify_at_desk(
            actor=actor,
            person=person,
            facts=form.facts(),
            saw_document=form.cleaned_data["saw_document"],
        )
    except RuleBroken as broken:
        form.add_error(FIELDS.get(broken.code), str(broken.reason))
        return ""
    except Refused as refused:
        form.add_error(None, str(refused.reason))
        return ""
    return _("The identity is checked.")


def _revoke(request: HttpRequest, actor: Actor, person: Person, form: RevokeForm) -> str:
    rows = Verification.objects.filter(person=person)
    proof = rows.filter(public_id=request.POST.get("proof", "")[:20]).first()
    if proof is None:
        raise Http404
    if not form.is_valid():
        return ""
    given = form.cleaned_data
    verifying.revoke_verification(
        actor=actor, verification=proof, reason=given["reason"], release=given["release"]
    )
    return _("The check was taken back.")


@require_http_methods(["GET", "HEAD"])
@desk_page
def history(request: HttpRequest) -> HttpResponse:
    """Who checked whom, newest first."""
    rows = Verification.objects.select_related("person__user", "by").order_by("-at", "-pk")
    asked = request.GET.get("p", "")
    page = Paginator(rows, PAGE_SIZE).get_page(asked if len(asked) < 8 else "1")
    context = {"page_obj": page, **frame(_("What was checked lately"), icon="history")}
    return render(request, "raati_people/desk/history.html", context)


def person_address(person: Person) -> str:
    return reverse("raati_people_desk:person", args=[person.user_id]) if person.user_id else ""
