"""My data: a copy of it, and an end to it. Both ask first who is there."""

from http import HTTPStatus

from django.contrib.auth import logout
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.errors import answer_errors
from participation.core.fresh import fresh_page
from participation.core.models import Person
from participation.core.personal_data import OnErasure
from participation.core.rules import reason_of
from participation.core.shared import private, private_page
from participation.core.signing_in import sign_in_address

from ..forms_privacy import EraseForm
from ..models import DataExport
from ..privacy import actions, rules
from ..privacy.going import parts
from .mine import tabs
from .places import see_other


@require_safe
@private_page
def data(request: HttpRequest) -> HttpResponse:
    """What is known of me, and what I can do about it."""
    actor = actor_for(request)
    if not actor.is_member:
        return see_other(sign_in_address(request.get_full_path()))
    copies = DataExport.objects.filter(person=actor.person, expires_at__gt=clock.glance())
    context = {"tabs": tabs("data"), "copies": copies.order_by("-asked_at")}
    return render(request, "raati_people/privacy/data.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@fresh_page
@answer_errors
@private_page
def ask(request: HttpRequest) -> HttpResponse:
    """Ask for a copy; the page says what is in it and how long it stays."""
    if request.method == "POST":
        actions.ask_export(actor=actor_for(request))
        return see_other(reverse("raati_people:data"))
    return render(request, "raati_people/privacy/ask.html", {"tabs": tabs("data")})


@require_safe
@fresh_page
def copy(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Hand out the copy to its own person, and to nobody else."""
    rows = DataExport.objects.filter(
        person=actor_for(request).person, person__isnull=False, expires_at__gt=clock.now()
    )
    row = get_object_or_404(rows.exclude(file=None).select_related("file"), public_id=public_id)
    try:
        stored = row.file.file.open("rb")
    except FileNotFoundError:
        raise Http404 from None
    name = f"{row.asked_at:%Y-%m-%d}-{row.public_id}.zip"
    answer = FileResponse(stored, as_attachment=True, filename=name, content_type="application/zip")
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return private(answer)


@require_http_methods(["GET", "HEAD", "POST"])
@fresh_page
@answer_errors
@private_page
def erase(request: HttpRequest) -> HttpResponse:
    """What goes, what stays without a name, what the law keeps; then the last step."""
    actor = actor_for(request)
    # Whoever never acted has an account all the same, and no Person until the last step.
    person = actor.person or Person(user=request.user)
    form = EraseForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        actor = actor.settled()
        actions.erase_person(actor=actor, person=actor.person)
        logout(request)
        return see_other(reverse("raati_people:gone"))
    found = parts(person)
    context = {
        "tabs": tabs("data"),
        "form": form,
        "reason": reason_of(rules.require_another_administrator, person),
        "going": found[OnErasure.DELETED],
        "nameless": found[OnErasure.UNLINKED],
        "kept": found[OnErasure.KEPT],
    }
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    return render(request, "raati_people/privacy/erase.html", context, status=status)


@require_safe
@private_page
def gone(request: HttpRequest) -> HttpResponse:
    """After the last step: that it is done."""
    return render(request, "raati_people/privacy/gone.html")
