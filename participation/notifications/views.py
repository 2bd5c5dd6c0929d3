"""A person's own notices: the list, the settings, and the page behind the links of mails."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from participation.core import bounces
from participation.core import notices as registry
from participation.core.actors import Actor, actor_for
from participation.core.errors import answer_errors
from participation.core.outbox import account_address
from participation.core.returning import is_own_path
from participation.core.shared import private_page
from participation.core.signing_in import sign_in_address

from . import actions, preferences, unsubscribe
from .bell import draw_bell
from .forms import PreferencesForm
from .models import Mute, Notice
from .showing import grouped, shown

PAGE = 30


def signed_in(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: for the person alone; a visitor is led through the sign-in and back."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not actor_for(request).is_member:
            back = request.get_full_path() if request.method == "GET" else _list()
            return HttpResponseRedirect(sign_in_address(back))
        return view(request, *args, **kwargs)

    return private_page(wrapped)


def _list() -> str:
    return reverse("raati_notifications:list")


@require_safe
@signed_in
def notices(request: HttpRequest) -> HttpResponse:
    """The newest first, by subject; older ones by the number of the last."""
    before = request.GET.get("before", "")
    rows = Notice.objects.filter(person=actor_for(request).person).order_by("-pk")
    if before.isascii() and before.isdecimal() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    page = list(rows[: PAGE + 1])
    items = shown(page[:PAGE])
    context = {
        "groups": grouped(items),
        "unread": sum(item.is_unread for item in items),
        "newest": page[0].pk if page else 0,
        "next_href": f"?before={page[PAGE - 1].pk}" if len(page) > PAGE else "",
        "is_first": not before,
        "done": request.GET.get("done", ""),
    }
    return render(request, "raati_notifications/list.html", context)


@require_POST
@signed_in
@answer_errors
def read(request: HttpRequest) -> HttpResponse:
    """Mark a thing as read, and go there where the form says so."""
    actions.read_about(actor=actor_for(request), **_subject(request))
    onwards = request.POST.get("to", "")
    return HttpResponseRedirect(onwards if is_own_path(onwards) else f"{_list()}?done=read")


@require_POST
@signed_in
@answer_errors
def read_all(request: HttpRequest) -> HttpResponse:
    until = request.POST.get("until", "")
    if not (until.isascii() and until.isdecimal() and len(until) < 19):
        raise Http404
    actions.read_all(actor=actor_for(request), until=int(until))
    return HttpResponseRedirect(f"{_list()}?done=read")


@require_POST
@signed_in
@answer_errors
def mute(request: HttpRequest) -> HttpResponse:
    """No more about one thing, or again after all."""
    takes_back = request.POST.get("again") == "1"
    act = actions.unmute if takes_back else actions.mute
    act(actor=actor_for(request), **_subject(request))
    where = reverse("raati_notifications:settings") if takes_back else _list()
    return HttpResponseRedirect(f"{where}?done={'again' if takes_back else 'muted'}")


def _subject(request: HttpRequest) -> dict[str, str]:
    """The thing that the form names; only what the person was told of or has muted."""
    kind, pk = request.POST.get("type", ""), request.POST.get("id", "")
    person = actor_for(request).person
    if "\0" in kind + pk:
        raise Http404
    told = Notice.objects.about(kind, pk).filter(person=person)
    muted = Mute.objects.filter(person=person, subject_type=kind, subject_id=pk)
    if person is None or not (told.exists() or muted.exists()):
        raise Http404
    return {"subject_type": kind, "subject_id": pk}


@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
@answer_errors
def settings(request: HttpRequest) -> HttpResponse:
    """How, when and in which language; what was muted; whether mails arrive."""
    actor = actor_for(request)
    person = actor.person.pk if actor.person else 0
    chosen = preferences.of([person])[person]
    form = PreferencesForm(request.POST or None, chosen=chosen)
    if request.method == "POST" and form.is_valid():
        actions.set_preferences(actor=actor, **form.choice())
        return HttpResponseRedirect(f"{request.path}?done=saved")
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    context = {
        "form": form,
        "muted": _muted(actor),
        "is_distrusted": bounces.is_distrusted(account_address(actor.user)),
        "done": request.GET.get("done", ""),
    }
    return render(request, "raati_notifications/settings.html", context, status=status)


def _muted(actor: Actor) -> list[tuple[Mute, Any]]:
    """What was muted, with its name where everybody may read it."""
    rows = list(Mute.objects.filter(person=actor.person).order_by("-pk")[:100])
    found = []
    for label in dict.fromkeys(row.subject_type for row in rows):
        mine = [row for row in rows if row.subject_type == label]
        abouts = registry.load(label, {row.subject_id for row in mine})
        found += [(row, abouts.get(row.subject_id)) for row in mine]
    return [(row, about if about and about.is_public else None) for row, about in found]


@require_POST
@signed_in
@answer_errors
def trust_address(request: HttpRequest) -> HttpResponse:
    bounces.trust_address(actor=actor_for(request))
    return HttpResponseRedirect(f"{reverse('raati_notifications:settings')}?done=trusted")


@require_safe
@private_page
def bell(request: HttpRequest) -> HttpResponse:
    """The bell for the header; empty for visitors."""
    return HttpResponse(draw_bell(request))


@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def stop(request: HttpRequest, token: str) -> HttpResponse:
    """Behind a link of a mail: a GET asks, a POST does it, also one by a mail program.

    The signature is the proof, so no sign-in and no token of a form is asked for; who follows
    it learns nothing about the account.
    """
    wish = unsubscribe.read(token)
    if wish is None:
        raise Http404
    is_done = request.method == "POST"
    if is_done:
        actions.stop(actor=Actor.guest(), wish=wish)
    return render(request, "raati_notifications/stop.html", {"wish": wish, "is_done": is_done})
