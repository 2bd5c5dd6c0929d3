"""Making an initiative. Anybody may write; who makes it is asked after the sign-in."""

from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from participation.core import drafts, guards
from participation.core.actors import Actor, actor_for
from participation.core.eligibility import Answer, NotEligible
from participation.core.eligibility import look as look_at
from participation.core.openness import look
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import actions, policies, rules
from ..forms import DraftForm
from ..models import SUBMIT, Contact, Initiative, InitiativesPage
from .loading import initiative_for, own_municipality, see_other

METHODS = ["GET", "HEAD", "POST"]


def _draft(page: InitiativesPage) -> str:
    return f"initiative:{page.component.public_id}"


def _options(actor: Actor, page: InitiativesPage, *, is_new: bool) -> dict[str, Any]:
    return {
        "own": own_municipality(page),
        "is_member": actor.is_member,
        "has_name": bool(actor.person and actor.person.display_name),
        "is_new": is_new,
    }


@require_http_methods(METHODS)
@private_page
def new(request: HttpRequest, page: InitiativesPage) -> HttpResponse:
    """The form, and what comes of it: a draft that only its maker sees."""
    actor = actor_for(request)
    options = _options(actor, page, is_new=True)
    if request.method == "POST":
        return _store(request, page, actor, DraftForm(request.POST, **options))
    kept = drafts.kept(request, _draft(page))
    fresh = {"key": new_key(), "owner": drafts.owner_ref(request)}
    form = DraftForm(initial={**kept, **fresh}, **options)
    return _form_page(request, page, form, restored=bool(kept))


def _store(
    request: HttpRequest, page: InitiativesPage, actor: Actor, form: DraftForm
) -> HttpResponse:
    owner = request.POST.get("owner", "")
    if actor.is_member and owner not in ("", drafts.owner_ref(request)):
        # Written by whoever used this browser before; not theirs to send.
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        raise Refused(_("Somebody else has signed in since this form was opened."))
    # A member's session ended: nothing to put right before they are back.
    has_ended = not actor.is_member and owner
    if not has_ended and not form.is_valid():
        return _form_page(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not actor.is_member:
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        return see_other(sign_in_address(page.view_url("new")))
    given = form.cleaned_data
    try:
        guards.require_rate(request, "initiatives.draft")
        made = actions.draft_initiative(
            actor=actor,
            component=page.component,
            key=given["key"],
            language=given["language"],
            shown_name=given.get("shown_name", ""),
            **_given(form),
        )
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _form_page(request, page, form, status=broken.status, renew=broken.code == "receipt")
    except NotEligible as refused:
        # What is missing is told or proved elsewhere; the text waits here.
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        status = HTTPStatus.FORBIDDEN
        return _form_page(request, page, form, status=status, refused=refused.answer)
    drafts.drop(request, _draft(page))
    return see_other(page.view_url("mine", made.public_id))


def _given(form: DraftForm) -> dict[str, Any]:
    given = form.cleaned_data
    names = ("title", "text", "maker_kind", "organisation")
    return {**{name: given[name] for name in names}, "contact": form.contact()}


def _form_page(
    request: HttpRequest,
    page: InitiativesPage,
    form: DraftForm,
    *,
    initiative: Initiative | None = None,
    status: int = HTTPStatus.OK,
    restored: bool = False,
    renew: bool = False,
    refused: Answer | None = None,
) -> HttpResponse:
    if renew:
        # The key is spent or broken; what was typed may be sent with a new one.
        renewed: Any = form.data.copy()  # type: ignore[attr-defined]
        renewed["key"] = new_key()
        form.data = renewed
    back = page.view_url("mine", initiative.public_id) if initiative else page.view_url()
    context = {
        "page": page,
        "form": form,
        "initiative": initiative,
        "is_member": actor_for(request).is_member,
        "restored": restored,
        "reason": "" if initiative else look(page.component, SUBMIT)[SUBMIT].reason,
        "back": back,
        "eligible": refused or look_at(actor_for(request), page.component),
        "new_address": page.view_url("new"),
        **_browser_draft(request, page, initiative),
    }
    return render(request, "raati_initiatives/new.html", context, status=status)


def _browser_draft(
    request: HttpRequest, page: InitiativesPage, initiative: Initiative | None
) -> dict[str, str]:
    """Names under which the browser keeps what is typed; a visitor's stays in the tab."""
    if initiative is not None:
        return {}
    visitor = f"{_draft(page)}:new"
    owner = drafts.owner_ref(request)
    if not owner:
        return {"draft": visitor, "draft_scope": "tab"}
    return {"draft": f"{visitor}:{owner}", "draft_from": visitor}


def _own(request: HttpRequest, page: InitiativesPage, public_id: str) -> tuple[Actor, Initiative]:
    actor = actor_for(request)
    initiative = initiative_for(actor, page, public_id)
    if actor.is_member:
        policies.may_change_own(actor, initiative)
    return actor, initiative


@require_http_methods(METHODS)
@private_page
def edit(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """Change one's own draft."""
    actor, initiative = _own(request, page, public_id)
    if not actor.is_member:
        return see_other(sign_in_address(page.view_url("edit", public_id)))
    rules.require_draft(initiative)
    options = _options(actor, page, is_new=False)
    if request.method != "POST":
        form = DraftForm(initial=_initial(initiative), **options)
        return _form_page(request, page, form, initiative=initiative)
    form = DraftForm(request.POST, **options)
    if not form.is_valid():
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        return _form_page(request, page, form, initiative=initiative, status=status)
    actions.edit_draft(actor=actor, initiative=initiative, **_given(form))
    return see_other(page.view_url("mine", public_id))


def _initial(initiative: Initiative) -> dict[str, Any]:
    own = ("title", "text", "maker_kind", "organisation")
    values = {name: getattr(initiative, name) for name in own}
    contact = Contact.objects.filter(initiative=initiative).values().first() or {}
    return {**contact, **values}


def _press(
    request: HttpRequest, page: InitiativesPage, public_id: str, act: Callable[..., Any]
) -> HttpResponse | Initiative:
    """Do what the maker pressed; a visitor is led to sign in first."""
    actor, initiative = _own(request, page, public_id)
    if not actor.is_member:
        return see_other(sign_in_address(page.view_url("mine", public_id)))
    act(actor=actor, initiative=initiative)
    return initiative


@require_POST
@private_page
def gather(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """Publish it and gather signatures."""
    done = _press(request, page, public_id, actions.gather_signatures)
    return done if isinstance(done, HttpResponse) else see_other(page.view_url("mine", public_id))


@require_http_methods(METHODS)
@private_page
def deliver(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """Hand it over, after a page that says what that means."""
    if request.method != "POST":
        return _ask(request, page, public_id, "deliver", rules.require_deliverable)
    done = _press(request, page, public_id, actions.deliver_initiative)
    return done if isinstance(done, HttpResponse) else see_other(page.view_url("mine", public_id))


@require_http_methods(METHODS)
@private_page
def withdraw(request: HttpRequest, page: InitiativesPage, public_id: str) -> HttpResponse:
    """Take it back, after a page that says what that means."""
    if request.method != "POST":
        return _ask(request, page, public_id, "withdraw", rules.require_withdrawable)
    try:
        done = _press(request, page, public_id, actions.withdraw_initiative)
    except Http404:
        # The first of two presses took a draft away.
        return see_other(page.view_url("all_mine"))
    return done if isinstance(done, HttpResponse) else see_other(page.view_url("all_mine"))


def _ask(
    request: HttpRequest,
    page: InitiativesPage,
    public_id: str,
    name: str,
    rule: Callable[[Initiative], None],
) -> HttpResponse:
    """The page before a press that cannot be undone."""
    actor, initiative = _own(request, page, public_id)
    if not actor.is_member:
        return see_other(sign_in_address(page.view_url(name, public_id)))
    rule(initiative)
    context = {
        "page": page,
        "initiative": initiative,
        "mine_address": page.view_url("mine", public_id),
        "is_withdrawal": name == "withdraw",
    }
    return render(request, "raati_initiatives/ask.html", context)
