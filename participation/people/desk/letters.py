"""Letters to print: one page each; the code stands on it and nowhere else."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core import desk
from participation.core.actors import actor_for
from participation.core.outbox import absolute
from participation.core.policies import Refused
from participation.core.rules import RuleBroken

from .. import letters_codes
from ..letters import cancel_letter, print_letter
from ..looking import view_letter
from ..models import Letter
from .forms import AttestForm, ReasonForm
from .loading import desk_page, frame, fresh_desk_page

METHODS = ["GET", "HEAD", "POST"]
PAGE_SIZE = 30


@require_http_methods(["GET", "HEAD"])
@desk_page
def waiting(request: HttpRequest) -> HttpResponse:
    """Those that nobody has printed first, then those on their way. Addresses on their pages."""
    rows = Letter.objects.filter(done_at=None).select_related("person")
    asked = request.GET.get("p", "")
    page = Paginator(rows.order_by("printed_at", "asked_at", "pk"), PAGE_SIZE).get_page(
        asked if len(asked) < 8 else "1"
    )
    context = {"page_obj": page, **frame(_("Letters with codes"), icon="mail")}
    return render(request, "raati_people/desk/letters.html", context)


@require_http_methods(METHODS)
@fresh_desk_page
def letter(request: HttpRequest, public_id: str) -> HttpResponse:
    """Compare the address with the register, then print; or take the letter back."""
    row = get_object_or_404(
        Letter.objects.select_related("person", "area"), public_id=public_id, done_at=None
    )
    if request.method == "GET":
        view_letter(actor=actor_for(request), letter=row)
    task = request.POST.get("task", "") if request.method == "POST" else ""
    form = AttestForm(request.POST if task == "print" else None, prefix="print")
    reason = ReasonForm(request.POST if task == "cancel" else None, prefix="cancel")
    status = 422 if task else 200
    try:
        if task == "print" and form.is_valid():
            done, code = print_letter(actor=actor_for(request), letter=row, facts=form.facts())
            return paper(request, done, code)
        if task == "cancel" and reason.is_valid():
            cancel_letter(
                actor=actor_for(request), letter=row, reason=reason.cleaned_data["reason"]
            )
            messages.success(request, _("The letter was taken back."))
            there = desk.after(request, reverse("raati_people_desk:letters"))
            return HttpResponseRedirect(there, status=303)
    except (Refused, RuleBroken) as refused:
        (form if task == "print" else reason).add_error(None, str(refused.reason))
    context = {"letter": row, "form": form, "reason": reason, **frame(_("A letter"), icon="mail")}
    return render(request, "raati_people/desk/letter.html", context, status=status)


def paper(request: HttpRequest, letter: Letter, code: str) -> HttpResponse:
    """The letter as it is folded into its envelope, in the reader's language."""
    known = letter.language if letter.language in dict(settings.LANGUAGES) else None
    back = desk.after(request, reverse("raati_people_desk:letters"))
    with translation.override(known or settings.LANGUAGE_CODE):
        context = {
            "letter": letter,
            "code": letters_codes.grouped(code),
            "address": absolute(reverse("raati_people:verify")),
            "site_name": settings.WAGTAIL_SITE_NAME,
            "back": back,
        }
        return render(request, "raati_people/desk/paper.html", context)
