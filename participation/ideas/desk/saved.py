"""Views of the list: a few that everybody has, and those that somebody saved for themselves."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.actors import Actor, actor_for
from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.text import PlainTextField

from .. import actions
from ..filters import known_filters
from ..models import SavedView
from ..models.handling import VIEW_LENGTH, VIEW_NAME_LENGTH
from .crumbs import frame
from .rights import works_here

BUILT_IN = (
    (gettext_lazy("Without an owner"), "waiting=unowned"),
    (gettext_lazy("Answer due this week"), "waiting=due"),
    (gettext_lazy("Answer overdue"), "waiting=overdue"),
    (gettext_lazy("Mine"), "owner=mine"),
)


@dataclass(frozen=True)
class View:
    """A view as a link above the list."""

    name: Any
    query: str
    is_current: bool
    is_own: bool = False


def offered(actor: Actor, query: str) -> list[View]:
    """Everybody's views, then the actor's own."""
    own = SavedView.objects.filter(person=actor.person) if actor.person else ()
    return [
        *(View(name, kept, kept == query) for name, kept in BUILT_IN),
        *(View(row.name, row.query, row.query == query, is_own=True) for row in own),
    ]


class SaveForm(forms.Form):
    name = PlainTextField(label=gettext_lazy("Name of the view"), max_length=VIEW_NAME_LENGTH)
    query = forms.CharField(required=False, max_length=4 * VIEW_LENGTH)


class NameForm(forms.Form):
    name = PlainTextField(label=gettext_lazy("Name of the view"), max_length=VIEW_NAME_LENGTH)


@require_http_methods(["POST"])
@private_page
def save(request: HttpRequest) -> HttpResponse:
    """Keep the list's filters; back to the list as it was."""
    actor = _staff(request)
    form = SaveForm(request.POST)
    back = known_filters(str(request.POST.get("query", "")))
    if not form.is_valid():
        messages.error(request, _("Give the view a short name."))
        return _to_list(back)
    try:
        view = actions.save_view(actor=actor, **form.cleaned_data)
    except RuleBroken as broken:
        messages.error(request, str(broken.reason))
        return _to_list(back)
    messages.success(request, _("The view “%(name)s” is saved.") % {"name": view.name})
    return _to_list(view.query)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def views(request: HttpRequest) -> HttpResponse:
    """One's own views, each to open, rename and delete."""
    actor = _staff(request)
    rows = SavedView.objects.filter(person=actor.person)
    named = {row.pk: NameForm(initial={"name": row.name}, prefix=f"v{row.pk}") for row in rows}
    status = 200
    if request.method == "POST":
        number = str(request.POST.get("view", ""))
        found = next((row for row in rows if str(row.pk) == number), None)
        if found is None:
            raise Http404
        form = NameForm(request.POST, prefix=f"v{found.pk}")
        told = _change(request, actor, found, form)
        if told:
            messages.success(request, told)
            return HttpResponseRedirect(reverse("raati_ideas_desk:views"), status=303)
        named[found.pk], status = form, 422
    context = {
        "rows": [(row, named[row.pk]) for row in rows],
        **frame(_("Saved views"), icon="list-ul"),
    }
    return render(request, "raati_ideas/desk/views.html", context, status=status)


def _change(request: HttpRequest, actor: Actor, view: SavedView, form: NameForm) -> str:
    """Do what was pressed; returns what is said about it, or "" when the form has an error."""
    if "delete" in request.POST:
        actions.delete_view(actor=actor, view=view)
        return _("The view “%(name)s” is deleted.") % {"name": view.name}
    if not form.is_valid():
        return ""
    try:
        actions.rename_view(actor=actor, view=view, name=form.cleaned_data["name"])
    except RuleBroken as broken:
        form.add_error("name", str(broken.reason))
        return ""
    return _("The view has a new name.")


def _staff(request: HttpRequest) -> Actor:
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    return actor


def _to_list(query: str) -> HttpResponseRedirect:
    there = reverse("raati_ideas_desk:index")
    return HttpResponseRedirect(f"{there}?{query}" if query else there, status=303)
