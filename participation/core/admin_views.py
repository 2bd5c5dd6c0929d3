"""Rounds in the Wagtail admin: each act is a form that says what it does, then the action."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.models import Page

from . import receipts, rounds
from .actors import actor_for
from .models import Component
from .pages import ComponentPageMixin
from .rules import RuleBroken

TEMPLATE = "raati_core/admin/round.html"


class NewRoundForm(forms.Form):
    """Titles in each language that the page has, and when the new round is open."""

    def __init__(self, *args: Any, component: Component, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        pages = Page.objects.filter(translation_key=component.key).select_related("locale")
        self.codes = [page.locale.language_code for page in pages]
        for page in pages:
            language = get_language_info(page.locale.language_code)["name_translated"]
            self.fields[f"title_{page.locale.language_code}"] = forms.CharField(
                label=_("Title in %(language)s") % {"language": language.lower()},
                initial=page.title,
                max_length=255,
            )
        for name, label, help_text in (
            ("opens_at", _("Opens"), _("Empty: as soon as it is published.")),
            ("closes_at", _("Closes"), _("Empty: no closing time.")),
        ):
            self.fields[name] = forms.DateTimeField(
                label=label, required=False, widget=AdminDateTimeInput, help_text=help_text
            )
        self.fields["key"] = forms.CharField(widget=forms.HiddenInput, initial=receipts.new_key)

    @property
    def titles(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"title_{code}"] for code in self.codes}

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens: datetime | None = cleaned.get("opens_at")
        closes: datetime | None = cleaned.get("closes_at")
        if opens and closes and opens >= closes:
            late = ValidationError(_("The closing time must be after the opening."))
            self.add_error("closes_at", late)
        return cleaned


def _component(page_id: int) -> tuple[Any, Component]:
    page = Page.objects.filter(pk=page_id).specific().first()
    if not isinstance(page, ComponentPageMixin):
        raise Http404
    return page, page.component


def new_round(request: HttpRequest, page_id: int) -> HttpResponse:
    """Copy a round with all its languages to a new and empty one."""
    page, component = _component(page_id)
    rounds.may_publish(actor_for(request), page)
    form = NewRoundForm(request.POST or None, component=component)
    if request.method == "POST" and form.is_valid():
        try:
            made = rounds.start_new_round(
                actor=actor_for(request),
                component=component,
                titles=form.titles,
                opens_at=form.cleaned_data["opens_at"],
                closes_at=form.cleaned_data["closes_at"],
                key=form.cleaned_data["key"],
            )
        except RuleBroken as broken:
            form.add_error("closes_at" if broken.code == "dates" else None, str(broken.reason))
        else:
            messages.success(
                request,
                _("The new round is ready as a draft in every language. Check it and publish."),
            )
            return redirect("wagtailadmin_pages:edit", made.source_page_id)
    context = {
        "page": page,
        "form": form,
        "heading": _("Start a new round"),
        "explanation": _(
            "The pages of all languages are copied as drafts, with their texts and settings."
            " Ideas and supports stay in the old round."
        ),
        "submit": _("Make the new round"),
        "icon": "rotate",
    }
    return render(request, TEMPLATE, context)


def _confirmed(
    request: HttpRequest, page_id: int, act: Callable[..., Any], words: dict[str, Any]
) -> HttpResponse:
    page, component = _component(page_id)
    rounds.may_publish(actor_for(request), page)
    error = ""
    if request.method == "POST":
        try:
            act(actor=actor_for(request), component=component)
        except RuleBroken as broken:
            error = str(broken.reason)
        else:
            messages.success(request, words["done"])
            return redirect("wagtailadmin_pages:edit", page.pk)
    context = {"page": page, "form": forms.Form(), "error": error, **words}
    return render(request, TEMPLATE, context, status=409 if error else 200)


def close_now(request: HttpRequest, page_id: int) -> HttpResponse:
    """Close early: from this instant nothing more is accepted."""
    words = {
        "heading": _("Close now"),
        "explanation": _(
            "From this moment nothing more is accepted, in any language. What has been sent stays"
            " readable. You can open it again by changing the closing time and publishing."
        ),
        "submit": _("Close now"),
        "done": _("Closed in every language."),
        "icon": "lock",
    }
    return _confirmed(request, page_id, rounds.close_now, words)


def archive(request: HttpRequest, page_id: int) -> HttpResponse:
    """Put a round away for good."""
    words = {
        "heading": _("Archive"),
        "explanation": _(
            "The round is put away for good: nothing more is accepted, and it leaves the front"
            " page. Everything in it stays readable at its address."
        ),
        "submit": _("Archive"),
        "done": _("Archived in every language."),
        "icon": "folder",
    }
    return _confirmed(request, page_id, rounds.archive, words)


urlpatterns = [
    path("rounds/<int:page_id>/new/", new_round, name="raati_new_round"),
    path("rounds/<int:page_id>/close/", close_now, name="raati_close_now"),
    path("rounds/<int:page_id>/archive/", archive, name="raati_archive"),
]
