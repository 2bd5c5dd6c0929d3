"""Feedback on accessibility in the Wagtail admin: what waits, and marking it answered."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from participation.core import clock, desk
from participation.core.actors import actor_for
from participation.core.rules import RuleBroken

from . import actions, guide
from .forms import AnswerForm
from .models import AccessibilityFeedback
from .policies import require_feedback_officer

PER_PAGE = 30


def feedback_list(request: HttpRequest) -> HttpResponse:
    """What waits first, the most urgent on top; then what was answered."""
    require_feedback_officer(actor_for(request))
    answered = request.GET.get("answered") == "1"
    rows = AccessibilityFeedback.objects.all()
    rows = rows.exclude(answered_at=None).order_by("-answered_at") if answered else rows.waiting()
    context = {
        "page_obj": Paginator(rows, PER_PAGE).get_page(request.GET.get("p")),
        "answered": answered,
        "today": clock.today(),
    }
    return render(request, "home/admin/feedback_list.html", context)


def feedback_answer(request: HttpRequest, public_id: str) -> HttpResponse:
    """One piece of feedback, and the form that marks it answered."""
    require_feedback_officer(actor_for(request))
    row = get_object_or_404(AccessibilityFeedback, public_id=public_id)
    if request.method == "GET":
        actions.view_accessibility_feedback(actor=actor_for(request), feedback=row)
    form = AnswerForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_accessibility_feedback(
                actor=actor_for(request), feedback=row, answer=form.cleaned_data["answer"]
            )
        except RuleBroken as broken:
            form.add_error(None, str(broken.reason))
        else:
            messages.success(request, _("Marked as answered."))
            return redirect(desk.after(request, reverse("home_feedback")))
    context = {"row": row, "form": form, "today": clock.today()}
    return render(request, "home/admin/feedback_answer.html", context)


@require_POST
def guide_away(request: HttpRequest) -> HttpResponse:
    """Put the first steps away, for oneself."""
    guide.put_guide_away(actor=actor_for(request))
    return redirect("wagtailadmin_home")


urlpatterns = [
    path("", feedback_list, name="home_feedback"),
    path("<slug:public_id>/", feedback_answer, name="home_feedback_answer"),
]
