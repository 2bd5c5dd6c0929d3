"""Erasing somebody at their own request, in the Wagtail admin; administrators only."""

from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.urls import path, reverse
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.actors import Actor, actor_for
from participation.core.fresh import fresh_page
from participation.core.models import Person
from participation.core.personal_data import OnErasure
from participation.core.policies import require
from participation.core.roles import is_administrator
from participation.core.rules import reason_of
from participation.core.shared import private_page

from . import rules
from .actions import erase_person
from .going import parts


class RequestForm(forms.Form):
    """How the request came, and that the person has shown who they are."""

    channel = forms.ChoiceField(
        label=_("How did the request come?"),
        choices=[
            ("visit", _("in person")),
            ("letter", _("by letter")),
            ("phone", _("by phone")),
            ("email", _("by e-mail")),
        ],
    )
    sure = forms.BooleanField(label=_("I have made sure that the person asks for this themselves"))


@require_http_methods(["GET", "HEAD", "POST"])
@fresh_page
@private_page
def erase(request: HttpRequest, pk: int) -> HttpResponse:
    """What would go and stay, and the last step; the log names nobody."""
    actor = actor_for(request)
    require(is_administrator(actor), _("Only an administrator can erase somebody."))
    account = get_object_or_404(get_user_model(), pk=pk)
    person = Person.objects.for_user(account) or Person(user=account)
    form = RequestForm(request.POST if request.method == "POST" else None)
    reason = reason_of(rules.require_another_administrator, person)
    if form.is_bound and form.is_valid() and not reason:
        _do(actor, account, form.cleaned_data["channel"])
        messages.success(request, gettext("The person is erased."))
        return HttpResponseRedirect(reverse("wagtailadmin_home"), status=303)
    found = parts(person)
    context: dict[str, Any] = {
        "account": account,
        "form": form,
        "reason": reason,
        "going": found[OnErasure.DELETED],
        "nameless": found[OnErasure.UNLINKED],
        "kept": found[OnErasure.KEPT],
        "page_title": gettext("Erase somebody"),
        "header_icon": "bin",
    }
    status = 422 if form.is_bound else 200
    return render(request, "raati_people/privacy/admin_erase.html", context, status=status)


def _do(actor: Actor, account: Any, channel: str) -> None:
    person, _created = Person.objects.get_or_create(user=account)
    staff = actor.settled().person
    assert staff is not None
    erase_person(actor=Actor.on_behalf(staff, channel), person=person)


def link(context: Any, account: Any) -> SafeString | str:
    """On the service desk's page of a person, for administrators."""
    if not is_administrator(actor_for(context["request"])):
        return ""
    address = reverse("raati_people_erase", args=[account.pk])
    return render_to_string("raati_people/privacy/admin_link.html", {"address": address})


def urls() -> list[Any]:
    return [path("people/<int:pk>/erase/", erase, name="raati_people_erase")]
