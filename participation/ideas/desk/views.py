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
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.log_actions import registry as log_registry

from participation.core import desk
from participation.core.actors import Actor, actor_for
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from .. import actions, policies
from ..models import Idea
from ..models.ideas import IdeaQuerySet
from . import forms
from .crumbs import frame
from .rights import ideas_for, works_here
from .standing import waits

LOG_ENTRIES = 50
#: What one does on the way to something else, and so stays on the page.
UNFINISHED = ("prepare", "discard", "note")


def _act(form: Any) -> dict[str, Any]:
    return form.act()


@dataclass(frozen=True)
class Task:
    """One button on the page: who sees it, what it calls, what is said afterwards.

    Two buttons of one form share its `place`; `given` is what the form gives the act.
    """

    form: Callable[..., Form]
    act: Callable[..., Any]
    may: Callable[[Actor, Idea], None]
    fits: Callable[[Idea], bool]
    done: Any
    place: str = ""
    given: Callable[[Any], dict[str, Any]] = _act


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
        actions.publish_answer,
        policies.may_handle,
        lambda idea: idea.is_visible,
        gettext_lazy("The answer is published."),
    ),
    "prepare": Task(
        forms.AnswerForm,
        actions.prepare_answer,
        policies.may_handle,
        lambda idea: idea.is_visible,
        gettext_lazy("The prepared answer is saved. Only colleagues see it."),
        place="answer",
        given=forms.AnswerForm.prepared,
    ),
    "discard": Task(
        forms.DiscardForm,
        actions.discard_prepared,
        policies.may_handle,
        lambda idea: hasattr(idea, "answer_draft"),
        gettext_lazy("The prepared answer is thrown away."),
    ),
    "note": Task(
        forms.NoteForm,
        actions.add_note,
        policies.may_note,
        lambda idea: True,
        gettext_lazy("The note is saved."),
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
    found = get_object_or_404(with_everything(ideas_for(actor)), public_id=public_id)
    names = tasks_for(actor, found)
    name = request.POST.get("task", "")
    if request.method == "POST" and name in names:
        form = TASKS[name].form(request.POST, idea=found)
        return _do(request, actor, found, names, name, form)
    if request.method == "POST":
        raise PermissionDenied
    return _page(request, found, _fresh(found, names))


def with_everything(rows: IdeaQuerySet) -> IdeaQuerySet:
    """Bring along what the page of one idea prints."""
    return rows.select_related(
        *("component__source_page", "theme", "area", "photo", "owner", "promise"),
        *("service_area__deputy", "service_area__owner", "answer", "answer_draft__author"),
    )


def tasks_for(actor: Actor, found: Idea) -> list[str]:
    """What this actor may do with the idea as it is."""
    return [name for name, task in TASKS.items() if task.fits(found) and _may(task, actor, found)]


def _may(task: Task, actor: Actor, found: Idea) -> bool:
    try:
        task.may(actor, found)
    except Refused:
        return False
    return True


def _fresh(found: Idea, names: list[str]) -> dict[str, Form]:
    """An empty form for each place on the page."""
    return {name: TASKS[name].form(idea=found) for name in names if not TASKS[name].place}


def _do(
    request: HttpRequest, actor: Actor, found: Idea, names: list[str], name: str, form: Any
) -> HttpResponse:
    task = TASKS[name]
    all_forms = {**_fresh(found, names), (task.place or name): form}
    if not form.is_valid():
        return _page(request, found, all_forms, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    try:
        task.act(actor=actor, idea=found, **task.given(form))
    except RuleBroken as broken:
        form.add_error(getattr(form, "FIELDS", {}).get(broken.code), str(broken.reason))
        if broken.code == "version":
            # Told, with the other's words beside: a second save is a knowing one.
            _renew_versions(form, task.form(idea=found))
        return _page(request, found, all_forms, status=HTTPStatus.CONFLICT)
    messages.success(request, task.done)
    return HttpResponseRedirect(_next(request, actor, found, name), status=HTTPStatus.SEE_OTHER)


def _next(request: HttpRequest, actor: Actor, found: Idea, name: str) -> str:
    """Back to the staff desk where that was all, for whoever came from it; else to the idea."""
    there = reverse("raati_ideas_desk:idea", args=[found.public_id])
    if not ideas_for(actor).filter(pk=found.pk).exists():
        there = reverse("raati_ideas_desk:index")
    return desk.stay(request, there) if name in UNFINISHED else desk.after(request, there)


def _renew_versions(form: Any, fresh: Any) -> None:
    form.data = form.data.copy()
    for name in ("version", "draft_version"):
        if name in form.fields:
            form.data[form.add_prefix(name)] = fresh[name].initial


def _page(
    request: HttpRequest, found: Idea, all_forms: dict[str, Form], status: int = HTTPStatus.OK
) -> HttpResponse:
    context = {
        "idea": found,
        "answer": found.official_answer,
        "draft": getattr(found, "answer_draft", None),
        "waits": waits(found),
        "notes": found.notes.select_related("by"),
        "forms": all_forms,
        "media": sum((form.media for form in all_forms.values()), Media()),
        "steps": found.steps.select_related("by").order_by("-at", "-id"),
        "log": log_registry.get_logs_for_instance(found).select_related("user")[:LOG_ENTRIES],
        "public_address": found.component.url("idea", found.path_name) if found.is_visible else "",
        "board": found.component.source_page,
        **frame(found.title),
    }
    return render(request, "raati_ideas/desk/idea.html", context, status=status)
