"""Starting a process from a preset, in the Wagtail admin."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from wagtail.models import Page

from participation.core.actors import actor_for
from participation.core.rules import RuleBroken

from . import actions
from .forms import PresetForm
from .policies import may_add_process


def from_preset(request: HttpRequest, parent_id: int) -> HttpResponse:
    """Choose an outline, a title and a first day; the draft is then edited as any page."""
    parent = get_object_or_404(Page, pk=parent_id)
    may_add_process(actor_for(request), parent)
    form = PresetForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.create_from_preset(
                actor=actor_for(request), parent=parent, **form.cleaned_data
            )
        except RuleBroken as broken:
            form.add_error(broken.code if broken.code in form.fields else None, str(broken.reason))
        else:
            messages.success(
                request,
                _("The process is ready as a draft, and so is what stands below it. Check the"
                  " texts and dates, and publish."),
            )  # fmt: skip
            return redirect("wagtailadmin_pages:edit", made.pk)
    empty = reverse("wagtailadmin_pages:add", args=["raati_processes", "processpage", parent.pk])
    context = {
        "page": parent,
        "form": form,
        "heading": _("New process"),
        "explanation": format_html(
            '{} <a href="{}?empty=1">{}</a>',
            _("Start from a ready outline: phases with texts and dates, and an idea board below."
              " Everything is a draft until you publish it."),
            empty,
            _("Start with an empty page instead"),
        ),
        "submit": _("Make the drafts"),
        "icon": "date",
    }  # fmt: skip
    return render(request, "raati_core/admin/round.html", context)


urlpatterns = [
    path("processes/<int:parent_id>/preset/", from_preset, name="raati_process_preset"),
]
