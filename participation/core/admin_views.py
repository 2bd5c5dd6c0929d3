"""Rounds in the Wagtail admin: each act is a form that says what it does, then the action."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import path
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext as _
from wagtail.admin.widgets import AdminDateInput, AdminDateTimeInput
from wagtail.models import Page

from . import receipts, rounds
from .actors import actor_for
from .copying import first_moment, places_in
from .models import Component
from .pages import ComponentPageMixin
from .rules import RuleBroken
from .when import day_text, days_later

TEMPLATE = "raati_core/admin/round.html"


class NewRoundForm(forms.Form):
    """Titles in each language, and when the new round is open.

    A place that holds others or has phases is asked for its first day instead: all dates move.
    """

    MOVE, EMPTY = "move", "empty"

    def __init__(self, *args: Any, component: Component, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.places = places_in(component)
        self.first = first_moment(self.places)
        self.codes = []
        for page in self.places[0]:
            self.codes.append(page.locale.language_code)
            language = get_language_info(page.locale.language_code)["name_translated"]
            self.fields[f"title_{page.locale.language_code}"] = forms.CharField(
                label=_("Title in %(language)s") % {"language": language.lower()},
                initial=page.title,
                max_length=255,
            )
        self.holds_others = len(self.places) > 1 or bool(component.settings.get("phases"))
        self.fields |= self._moving() if self.holds_others else self._own_dates()
        self.fields["archive_old"] = forms.BooleanField(
            label=_("Archive the old round"),
            required=False,
            help_text=_("It accepts nothing more and leaves the front page; it stays readable."),
        )
        self.fields["key"] = forms.CharField(widget=forms.HiddenInput, initial=receipts.new_key)

    def _own_dates(self) -> dict[str, forms.Field]:
        return {
            name: forms.DateTimeField(
                label=label, required=False, widget=AdminDateTimeInput, help_text=help_text
            )
            for name, label, help_text in (
                ("opens_at", _("Opens"), _("Empty: as soon as it is published.")),
                ("closes_at", _("Closes"), _("Empty: no closing time.")),
            )
        }

    def _moving(self) -> dict[str, forms.Field]:
        choices = [(self.EMPTY, _("Leave the dates out: I write them myself"))]
        if self.first:
            choices.insert(
                0, (self.MOVE, _("Move all dates, so that the round begins on this day"))
            )
        fields: dict[str, forms.Field] = {
            "dates": forms.ChoiceField(
                label=_("Dates of the phases and of the places below"),
                choices=choices,
                initial=choices[0][0],
                widget=forms.RadioSelect,
            )
        }
        if self.first:
            # The same day of the week a year later.
            next_year = days_later(self.first, 52 * 7)
            fields["first_day"] = forms.DateField(
                label=_("First day of the new round"),
                required=False,
                widget=AdminDateInput,
                initial=timezone.localdate(next_year) if next_year else None,
                help_text=_("The old round began on %(day)s.") % {"day": day_text(self.first)},
            )
        return fields

    @property
    def titles(self) -> dict[str, str]:
        return {code: self.cleaned_data[f"title_{code}"] for code in self.codes}

    @property
    def given(self) -> dict[str, Any]:
        """The action's arguments."""
        cleaned = self.cleaned_data
        dates = {name: cleaned.get(name) for name in ("opens_at", "closes_at", "days")}
        return {
            "titles": self.titles,
            "archive_old": cleaned["archive_old"],
            "key": cleaned["key"],
            **dates,
        }

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        opens: datetime | None = cleaned.get("opens_at")
        closes: datetime | None = cleaned.get("closes_at")
        if opens and closes and opens >= closes:
            late = ValidationError(_("The closing time must be after the opening."))
            self.add_error("closes_at", late)
        if cleaned.get("dates") == self.MOVE and self.first:
            self._count_days(cleaned, timezone.localdate(self.first))
        return cleaned

    def _count_days(self, cleaned: dict[str, Any], old: date) -> None:
        day = cleaned.get("first_day")
        if day:
            cleaned["days"] = (day - old).days
        elif "first_day" not in self.errors:
            self.add_error("first_day", _("Say on which day the new round begins."))


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
                actor=actor_for(request), component=component, **form.given
            )
        except RuleBroken as broken:
            field = {"dates": "closes_at", "days": "first_day"}.get(broken.code)
            form.add_error(field if field in form.fields else None, str(broken.reason))
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
            "The pages of all languages are copied as drafts, with their texts and settings, and"
            " so are the places of participation below them. Ideas, supports, results and figures"
            " stay in the old round."
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
