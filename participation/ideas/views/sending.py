"""Sending an idea. Anybody may open the form and write; sending asks to sign in."""

from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from participation.core import clock, drafts, guards
from participation.core.actors import Actor, actor_for
from participation.core.eligibility import Answer, NotEligible
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from .. import actions, maps, policies, presets
from ..addresses import Addresses
from ..forms import SendForm
from ..listing import Choices
from ..models import SUBMIT, Idea, IdeaBoardPage
from ..similar import similar_to
from ..standing import board_standing
from .loading import idea_for


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def new(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """The form, and what comes of it."""
    actor = actor_for(request)
    choices = Choices.of(page.component)
    options: dict[str, Any] = {
        "choices": choices,
        "words": presets.of(page.component),
        "similar_address": Addresses(page).to("similar"),
        "has_name": bool(actor.person and actor.person.display_name),
        "can_add_photo": actor.is_member,
    }
    if request.method == "POST":
        step = request.POST.get("step")
        form = SendForm(request.POST, request.FILES, **options)
        if step == "edit":
            typed = {**form.typed(), "key": request.POST.get("key", "")[:64]}
            return _form_page(request, page, SendForm(initial=typed | _owner(request), **options))
        if step == "preview" and _is_own(request) and form.is_valid():
            return _preview(request, page, actor, form)
        return _send(request, page, actor, form)
    kept = drafts.kept(request, _draft(page))
    form = SendForm(initial={**kept, "key": new_key(), **_owner(request)}, **options)
    return _form_page(request, page, form, restored=bool(kept))


def _owner(request: HttpRequest) -> dict[str, str]:
    return {"owner": drafts.owner_ref(request)}


def _is_own(request: HttpRequest) -> bool:
    """Whether whoever is here now opened the form; an ended session is not another person."""
    return request.POST.get("owner", "") in ("", drafts.owner_ref(request))


def _preview(
    request: HttpRequest, page: IdeaBoardPage, actor: Actor, form: SendForm
) -> HttpResponse:
    """The idea as it will look; nothing is stored but the draft."""
    drafts.keep(request, _draft(page), form.typed(), owner=request.POST.get("owner", ""))
    board = board_standing(actor, page.component)
    name = actor.person.display_name if actor.person else ""
    context = {
        "page": page,
        "form": form,
        "is_member": actor.is_member,
        "theme": form.theme_row,
        "area": form.area_row,
        "point": form.cleaned_data["point"],
        "name": form.cleaned_data.get("shown_name") or name,
        "given": form.cleaned_data,
        "carried": {**form.typed(), "key": form.cleaned_data["key"], **_owner(request)},
        "similar": _rows(page, form.cleaned_data["title"]),
        "reason": board.send_reason if actor.is_member else board.opened[SUBMIT].reason,
        "board": board,
        "now": clock.glance(),
        "new_address": Addresses(page).to("new"),
    }
    return render(request, "raati_ideas/preview.html", context)


def _rows(page: IdeaBoardPage, title: str) -> list[dict[str, Any]]:
    addresses = Addresses(page)
    found = similar_to(page.component, title)
    return [{"idea": idea, "address": addresses.idea(idea)} for idea in found]


@require_safe
@private_page
def similar(request: HttpRequest, page: IdeaBoardPage) -> HttpResponse:
    """Ideas like the title that is being written, as a piece of the form."""
    title = request.GET.get("q") or request.GET.get("title", "")
    context = {"similar": _rows(page, title), "is_part": True}
    return render(request, "raati_ideas/similar.html", context)


def _draft(page: IdeaBoardPage) -> str:
    return f"idea:{page.component.public_id}"


def _send(request: HttpRequest, page: IdeaBoardPage, actor: Actor, form: SendForm) -> HttpResponse:
    owner = request.POST.get("owner", "")
    if actor.is_member and not _is_own(request):
        # Written by whoever used this browser before; not theirs to send.
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        raise Refused(_("Somebody else has signed in since this form was opened."))
    # A member's session ended: nothing to put right before they are back.
    has_ended = not actor.is_member and owner
    if not has_ended and not form.is_valid():
        return _form_page(request, page, form, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    if not actor.is_member:
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        return HttpResponseRedirect(
            sign_in_address(Addresses(page).to("new")), status=HTTPStatus.SEE_OTHER
        )
    try:
        guards.require_rate(request, "ideas.send")
        idea = _act(actor, page, form, guards.source_mark(request))
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return _form_page(request, page, form, status=broken.status, renew=broken.code)
    except NotEligible as refused:
        # What is missing is told or proved elsewhere; the text waits here.
        drafts.keep(request, _draft(page), form.typed(), owner=owner)
        status = HTTPStatus.FORBIDDEN
        return _form_page(request, page, form, status=status, refused=refused.answer)
    drafts.drop(request, _draft(page))
    there = Addresses(page).below("sent", idea)
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _act(actor: Actor, page: IdeaBoardPage, form: SendForm, source: str) -> Idea:
    given = form.cleaned_data
    return actions.send_idea(
        actor=actor,
        component=page.component,
        key=given["key"],
        title=given["title"],
        text=given["text"],
        language=given["language"],
        theme=form.theme_row,
        area=form.area_row,
        shown_name=given.get("shown_name", ""),
        photo=given.get("photo"),
        photo_alt=given.get("photo_alt", ""),
        point=given["point"],
        source=source,
    )


def _form_page(
    request: HttpRequest,
    page: IdeaBoardPage,
    form: SendForm,
    *,
    status: int = HTTPStatus.OK,
    restored: bool = False,
    renew: str = "",
    refused: Answer | None = None,
) -> HttpResponse:
    if renew == "receipt":
        # The key is spent or broken; what was typed may be sent with a new one.
        renewed: Any = form.data.copy()  # type: ignore[attr-defined]
        renewed["key"] = new_key()
        form.data = renewed
    actor = actor_for(request)
    board = board_standing(actor, page.component)
    context = {
        "page": page,
        "form": form,
        "board": board,
        "words": presets.of(page.component),
        "chooser": maps.chooser(page.component, form.offered),
        "is_member": actor.is_member,
        "restored": restored,
        "reason": board.send_reason,
        "eligible": refused or board.eligible,
        "new_address": Addresses(page).to("new"),
        "board_address": Addresses(page).board,
        "sign_in": sign_in_address(Addresses(page).to("new")),
        **_browser_draft(request, page),
    }
    return render(request, "raati_ideas/new.html", context, status=status)


def _browser_draft(request: HttpRequest, page: IdeaBoardPage) -> dict[str, str]:
    """Names under which the browser keeps what is typed; a visitor's stays in the tab."""
    visitor = f"{_draft(page)}:new"
    owner = drafts.owner_ref(request)
    if not owner:
        return {"draft": visitor, "draft_scope": "tab"}
    return {"draft": f"{visitor}:{owner}", "draft_from": visitor}


@require_safe
@private_page
def sent(request: HttpRequest, page: IdeaBoardPage, public_id: str) -> HttpResponse:
    """Thanks, and what happens next; for the author, as often as they come back."""
    actor = actor_for(request)
    idea = idea_for(actor, page, public_id)
    addresses = Addresses(page)
    if not policies.is_author(actor, idea):
        return HttpResponseRedirect(addresses.idea(idea))
    context = {
        "page": page,
        "idea": idea,
        "words": presets.of(page.component),
        "address": addresses.idea(idea),
        "mine_address": addresses.below("mine", idea),
        "board_address": addresses.board,
        **_browser_draft(request, page),
    }
    return render(request, "raati_ideas/sent.html", context)
