"""Combining an idea with another one: look for it, see what will happen, press."""

from http import HTTPStatus

from django import forms
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.rules import RuleBroken
from participation.core.shared import private_page
from participation.core.text import PlainTextField

from .. import actions
from ..models import Idea
from ..models.ideas import TITLE_LENGTH, IdeaQuerySet
from .loading import handled_idea, idea_address, page_context

MOST = 20


class SearchForm(forms.Form):
    """Words of the other idea's title, or its id."""

    q = PlainTextField(
        label=gettext_lazy("Words of the other idea's title, or its id"),
        required=False,
        max_length=TITLE_LENGTH,
    )


class MergeForm(forms.Form):
    """The idea that lives on."""

    into = forms.ModelChoiceField(
        label=gettext_lazy("The idea that stays"),
        queryset=Idea.objects.none(),
        to_field_name="public_id",
        widget=forms.RadioSelect,
        empty_label=None,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def merge(request: HttpRequest, public_id: str) -> HttpResponse:
    """Choose among the board's ideas; the most supported of those found first."""
    actor, idea = handled_idea(request, public_id)
    search = SearchForm(request.GET)
    words = search.cleaned_data["q"] if search.is_valid() else ""
    form = MergeForm(request.POST or None, initial={"version": idea.version})
    field = form.fields["into"]
    others = idea.component.ideas.visible().exclude(pk=idea.pk)
    assert isinstance(field, forms.ModelChoiceField)
    # What is drawn are the few that were found; what may be chosen is any idea of the board.
    field.queryset = others if request.method == "POST" else _found(others, words)
    field.label_from_instance = _label  # type: ignore[method-assign,assignment]
    status = HTTPStatus.OK
    if request.method == "POST":
        status = HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            given = form.cleaned_data
            try:
                into = actions.merge_idea(
                    actor=actor, idea=idea, into=given["into"], version=given["version"]
                )
            except RuleBroken as broken:
                form.add_error(None, str(broken.reason))
                status = HTTPStatus.CONFLICT
            else:
                messages.success(request, _("The two ideas are one now."))
                return HttpResponseRedirect(idea_address(into), status=HTTPStatus.SEE_OTHER)
        field.queryset = _found(others, words)
    context = {
        **page_context(idea, _("Combine with another idea")),
        "form": form,
        "search": search,
        "words": words,
        "has_choices": field.queryset.exists(),
    }
    return render(request, "raati_ideas/desk/merge.html", context, status=status)


def _found(others: IdeaQuerySet, words: str) -> IdeaQuerySet:
    matching = [Q(title__icontains=word) | Q(public_id=word) for word in words.split()[:6]]
    return others.filter(*matching).order_by("-support_count", "-pk")[:MOST]


def _label(idea: Idea) -> str:
    return f"{idea.title} ({_('supports')}: {idea.support_count}, {idea.state_word})"
