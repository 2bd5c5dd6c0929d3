"""One idea on the desk: everything staff do with it, each act a form of its own."""

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.core.exceptions import PermissionDenied
from django.forms import Form, Media
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import registry as log_registry

from participation.core.actors import Actor, actor_for
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions, policies
from ..models import Idea
from . import forms
from .rights import ideas_for, works_here

LOG_ENTRIES = 50


@dataclass(frozen=True)
class Task:
    """One form on the page: who sees it, what it calls, what is said afterwards."""

    form: Callable[..., Form]
    act: Callable[..., Any]
    may: Callable[[Actor, Idea], None]
    fits: Callable[[Idea], bool]
    done: Any


TASKS = {
    "assign": Task(
        forms.AssignForm,
        actions.assign_idea,
        policies.may_handle,
        lambda idea: True,
        gettext_lazy("The assignment is saved."),
    ),
    "move": Task(
        forms.MoveForm,
        actions.move_idea,
        policies.may_handle,
        lambda idea: idea.is_visible,
        gettext_lazy("The new state is published."),
    ),
    "answer": Task(
        forms.AnswerForm,
        actions.answer_idea,
        policies.may_handle,
        lambda idea: idea.is_visible,
        gettext_lazy("The answer is published."),
    ),
    "hide": Task(
        forms.HideForm,
        actions.hide_idea,
        policies.may_hide,
        lambda idea: idea.is_visible,
        gettext_lazy("The idea is hidden."),
    ),
    "restore": Task(
        forms.RestoreForm,
        actions.restore_idea,
        policies.may_hide,
        lambda idea: idea.hidden_at is not None,
        gettext_lazy("The idea is shown again."),
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def idea(request: HttpRequest, public_id: str) -> HttpResponse:
    """The idea and the forms that fit it; a POST names its form in `task`."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    rows = ideas_for(actor).select_related(
        "component__source_page", "theme", "area", "service_area", "owner", "answer", "photo"
    )
    found = get_object_or_404(rows, public_id=public_id)
    names = [name for name, task in TASKS.items() if task.fits(found) and _may(task, actor, found)]
    name = request.POST.get("task", "")
    if request.method == "POST" and name in names:
        form = TASKS[name].form(request.POST, idea=found)
        return _do(request, actor, found, names, name, form)
    if request.method == "POST":
        raise PermissionDenied
    return _page(request, found, _fresh(found, names))


def _may(task: Task, actor: Actor, found: Idea) -> bool:
    try:
        task.may(actor, found)
    except Refused:
        return False
    return True


def _fresh(found: Idea, names: list[str]) -> dict[str, Form]:
    return {name: TASKS[name].form(idea=found) for name in names}


def _do(
    request: HttpRequest, actor: Actor, found: Idea, names: list[str], name: str, form: Any
) -> HttpResponse:
    all_forms = {**_fresh(found, names), name: form}
    if not form.is_valid():
        return _page(request, found, all_forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    task = TASKS[name]
    try:
        task.act(actor=actor, idea=found, **form.act())
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        if broken.code == "version":
            # Told, with the other's words beside: a second save is a knowing one.
            form.data = form.data.copy()
            form.data[form.add_prefix("version")] = task.form(idea=found)["version"].initial
        return _page(request, found, all_forms, status=HTTPStatus.CONFLICT)
    messages.success(request, task.done)
    there = reverse("raati_ideas_desk:idea", args=[found.public_id])
    if not ideas_for(actor).filter(pk=found.pk).exists():
        there = reverse("raati_ideas_desk:index")
    return HttpResponseRedirect(there, status=HTTPStatus.SEE_OTHER)


def _page(
    request: HttpRequest, found: Idea, all_forms: dict[str, Form], status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "idea": found,
        "answer": found.official_answer,
        "forms": all_forms,
        "media": sum((form.media for form in all_forms.values()), Media()),
        "steps": found.steps.select_related("by").order_by("-at", "-id"),
        "log": log_registry.get_logs_for_instance(found).select_related("user")[:LOG_ENTRIES],
        "public_address": found.component.url("idea", found.path_name) if found.is_visible else "",
        "board": found.component.source_page,
        "page_title": found.title,
        "header_title": found.title,
        "header_icon": "pick",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("raati_ideas_desk:index"), "label": _("Ideas")},
            {"url": "", "label": found.title},
        ],
    }
    return render(request, "raati_ideas/desk/idea.html", context, status=status)
