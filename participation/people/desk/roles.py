"""Who holds which role: giving and taking away, for administrators."""

import re
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core import clock
from participation.core.actors import Actor, actor_for
from participation.core.fresh import require_fresh
from participation.core.models import Person, RoleGrant
from participation.core.roles import Role, grant_role, is_administrator, revoke_role, staff_label
from participation.core.rules import RuleBroken
from participation.core.shared import private

from .forms_roles import RoleForm
from .loading import frame

PAGE_SIZE = 50
_ID = re.compile(r"\d{1,9}", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
def roles(request: HttpRequest) -> HttpResponse:
    """The grants in force, the form for another one, and a button to end each."""
    actor = actor_for(request)
    if not is_administrator(actor):
        raise PermissionDenied
    again = require_fresh(request)
    if again is not None:
        return again
    task = request.POST.get("task") if request.method == "POST" else ""
    if task == "revoke":
        return private(_revoke(request, actor))
    form = RoleForm(request.POST if task == "grant" else None)
    if form.is_bound and form.is_valid():
        return private(_grant(request, actor, form))
    status = 422 if form.is_bound else 200
    return private(
        render(request, "raati_people/desk/roles.html", _context(request, form), status=status)
    )


def _grant(request: HttpRequest, actor: Actor, form: RoleForm) -> HttpResponse:
    given = form.cleaned_data
    person, _is_new = Person.objects.get_or_create(user=given["account"])
    grant_role(
        actor=actor,
        person=person,
        role=given["role"],
        component=given["place"],
        service_area=given["service_area"],
        ends_at=given["ends_at"],
    )
    messages.success(request, _("%(who)s has the role now.") % {"who": staff_label(person)})
    return HttpResponseRedirect(request.path, status=303)


def _revoke(request: HttpRequest, actor: Actor) -> HttpResponse:
    named = request.POST.get("grant", "")
    grant = _in_force().filter(pk=int(named) if _ID.fullmatch(named) else 0).first()
    if grant is None:
        messages.warning(request, _("This role has been taken away already."))
        return HttpResponseRedirect(request.path, status=303)
    try:
        revoke_role(actor=actor, grant=grant)
    except RuleBroken as broken:
        messages.error(request, str(broken.reason))
    else:
        who = staff_label(grant.person)
        messages.success(request, _("%(who)s no longer has the role.") % {"who": who})
    return HttpResponseRedirect(request.path, status=303)


def _in_force() -> Any:
    rows = RoleGrant.objects.in_force(clock.glance())
    related = rows.select_related("person__user", "granted_by__user", "service_area", "component")
    return related.order_by("role", "person__display_name", "pk")


def _context(request: HttpRequest, form: RoleForm) -> dict[str, Any]:
    page = Paginator(_in_force(), PAGE_SIZE).get_page(request.GET.get("p", "")[:6])
    names = form.place_names()
    return {
        "form": form,
        "page_obj": page,
        "rows": [_row(grant, names) for grant in page],
        **frame(_("Roles"), icon="key"),
    }


def _row(grant: RoleGrant, names: dict[Any, str]) -> dict[str, Any]:
    where = str(grant.service_area or "") or names.get(grant.component_id, "")
    return {
        "grant": grant,
        "who": staff_label(grant.person) or grant.person.public_id,
        "role": Role(grant.role).label,
        "where": where or ("" if grant.component_id is None else str(grant.component)),
        "by": staff_label(grant.granted_by) if grant.granted_by else "",
    }
