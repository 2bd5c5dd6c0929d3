"""What became of an accepted idea, filled in by staff: money, schedule, milestones."""

import re
from http import HTTPStatus
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages
from wagtail.admin.widgets import AdminDateInput

from participation.core.files import PhotoField
from participation.core.rules import RuleBroken, reason_of
from participation.core.shared import private_page
from participation.core.text import PlainTextField

from .. import actions, rules
from ..models import Idea, Milestone
from ..models.ideas import NAME_LENGTH, PHOTO_ALT_LENGTH
from .forms import LanguageFields
from .loading import handled_idea, idea_address, page_context

TEXT_LENGTH = 2_000


class EurosField(forms.DecimalField):
    """An amount as people write it: "12 500,50 €"."""

    widget = forms.TextInput(attrs={"inputmode": "decimal"})

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(max_digits=12, decimal_places=2, **kwargs)

    def to_python(self, value: Any) -> Any:
        return super().to_python(re.sub(r"[\s€]", "", str(value or "")).replace(",", "."))


class PlanForm(LanguageFields, forms.Form):
    """Price and schedule of what was accepted."""

    cost = EurosField(label=gettext_lazy("Cost (euros)"), required=False, min_value=0)

    def __init__(self, *args: Any, idea: Idea, **kwargs: Any) -> None:
        super().__init__(*args, prefix="plan", **kwargs)
        self.fields["cost"].initial = idea.cost
        self.add_languages("schedule", _("When it will be done"), idea.schedule,
                           max_length=NAME_LENGTH)  # fmt: skip
        self.fields["version"] = forms.IntegerField(
            widget=forms.HiddenInput, initial=idea.version, min_value=0
        )

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        return {
            "cost": given["cost"],
            "schedule": self.texts("schedule"),
            "version": given["version"],
        }


class MilestoneForm(LanguageFields, forms.Form):
    """Something that was done: a day, words, perhaps a picture."""

    on = forms.DateField(label=gettext_lazy("Day"), widget=AdminDateInput)
    photo = PhotoField(
        label=gettext_lazy("Picture"),
        required=False,
        help_text=gettext_lazy("JPEG, PNG or WebP. Ask the people in it first."),
    )
    photo_alt = PlainTextField(
        label=gettext_lazy("Description of the picture"),
        required=False,
        max_length=PHOTO_ALT_LENGTH,
        help_text=gettext_lazy("For those who do not see it."),
    )

    def __init__(self, *args: Any, milestone: Milestone | None = None, **kwargs: Any) -> None:
        super().__init__(*args, prefix="milestone", **kwargs)
        self.add_languages(
            "title", _("What happened"), milestone and milestone.title, max_length=NAME_LENGTH
        )
        self.add_languages(
            "text",
            _("More about it"),
            milestone and milestone.text,
            lines=True,
            max_length=TEXT_LENGTH,
        )
        if milestone:
            self.fields["on"].initial = milestone.on
            self.fields["photo_alt"].initial = milestone.photo_alt

    def act(self) -> dict[str, Any]:
        given = self.cleaned_data
        words = {"title": self.texts("title"), "text": self.texts("text")}
        return {name: given[name] for name in ("on", "photo", "photo_alt")} | words


@require_http_methods(["GET", "HEAD"])
@private_page
def answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """Where mails lead: through sign-in, which forgets what follows a "#", to the form."""
    address = reverse("raati_ideas_desk:idea", args=[public_id])
    return HttpResponseRedirect(f"{address}#answer-section")


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def realised(request: HttpRequest, public_id: str) -> HttpResponse:
    """The plan, what has been done so far, and a form for the next thing done."""
    actor, idea = handled_idea(request, public_id)
    sent = request.POST.get("task", "")
    plan = PlanForm(request.POST if sent == "plan" else None, idea=idea)
    added = MilestoneForm(*((request.POST, request.FILES) if sent == "milestone" else ()))
    status = HTTPStatus.OK
    if sent in ("plan", "milestone"):
        form = plan if sent == "plan" else added
        act = actions.plan_idea if sent == "plan" else actions.add_milestone
        status = _try(form, lambda: act(actor=actor, idea=idea, **form.act()))
        if status == HTTPStatus.OK:
            messages.success(request, _("Saved and shown on the idea's page."))
            return redirect("raati_ideas_desk:realised", public_id)
    context = {
        **page_context(idea, _("What became of it")),
        "plan": plan,
        "form": added,
        "media": plan.media + added.media,
        "milestones": idea.milestones.select_related("photo").order_by("-on", "-pk"),
        "not_yet": reason_of(rules.require_accepted, idea),
        "back": idea_address(idea),
    }
    return render(request, "raati_ideas/desk/realised.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@private_page
def milestone(request: HttpRequest, public_id: str, milestone_id: str) -> HttpResponse:
    """One thing done: put it right, or take it away."""
    actor, idea = handled_idea(request, public_id)
    found = get_object_or_404(idea.milestones.select_related("photo"), public_id=milestone_id)
    sent = request.POST.get("task", "")
    status = HTTPStatus.OK
    form = MilestoneForm(
        *((request.POST, request.FILES) if sent == "milestone" else ()), milestone=found
    )
    if sent == "remove":
        actions.remove_milestone(actor=actor, milestone=found)
        messages.success(request, _("Removed from the idea's page."))
        return redirect("raati_ideas_desk:realised", public_id)
    if sent == "milestone":
        status = _try(
            form, lambda: actions.edit_milestone(actor=actor, milestone=found, **form.act())
        )
        if status == HTTPStatus.OK:
            messages.success(request, _("Saved and shown on the idea's page."))
            return redirect("raati_ideas_desk:realised", public_id)
    context = {
        **page_context(idea, _("What happened")),
        "form": form,
        "media": form.media,
        "milestone": found,
        "back": reverse("raati_ideas_desk:realised", args=[public_id]),
    }
    return render(request, "raati_ideas/desk/milestone.html", context, status=status)


def _try(form: Any, act: Any) -> HTTPStatus:
    """Run the act if the form is right; what is wrong stands in the form, nothing is lost."""
    if not form.is_valid():
        return HTTPStatus.UNPROCESSABLE_ENTITY
    try:
        act()
    except RuleBroken as broken:
        form.add_error(None, str(broken.reason))
        return HTTPStatus.CONFLICT
    return HTTPStatus.OK
