"""Children who wait for a guardian: a facilitator records a permission seen on paper."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from participation.core.actors import actor_for
from participation.core.fresh import require_fresh
from participation.core.policies import Refused
from participation.core.rules import RuleBroken
from participation.core.shared import private
from participation.core.when import day_text

from .. import conf, levels
from ..guardians.actions import last_day, record_consent, view_consent
from ..guardians.forms import PaperForm
from ..guardians.mails import masked
from ..guardians.policies import is_facilitator
from ..models import GuardianConsent
from .loading import frame

PAGE_SIZE = 30


def facilitator_page(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Decorator: for those who meet children, with a fresh proof of who sits there."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not is_facilitator(actor_for(request)):
            raise PermissionDenied
        return require_fresh(request) or private(view(request, *args, **kwargs))

    return wrapped


def _shown(consent: GuardianConsent, *, wholly: bool) -> dict[str, Any]:
    last, address = last_day(consent), levels.address_of(consent.person.user)
    return {
        "consent": consent,
        "address": address if wholly else masked(address),
        "last_day": day_text(last) if last else "",
    }


@require_http_methods(["GET", "HEAD"])
@facilitator_page
def waiting(request: HttpRequest) -> HttpResponse:
    """Who waits, the longest first."""
    rows = GuardianConsent.objects.exclude(waits_since=None).select_related("person__user")
    asked = request.GET.get("p", "")
    page = Paginator(rows.order_by("waits_since", "pk"), PAGE_SIZE).get_page(asked[:6])
    page.object_list = [_shown(row, wholly=False) for row in page.object_list]
    context = {
        "page_obj": page,
        "age": conf.get("CONSENT_AGE"),
        **frame(_("Guardians' permissions"), icon="group"),
    }
    return render(request, "raati_people/desk/consents.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@facilitator_page
def consent(request: HttpRequest, public_id: str) -> HttpResponse:
    """One child, and the paper."""
    rows = GuardianConsent.objects.exclude(waits_since=None).select_related("person__user")
    row = get_object_or_404(rows, public_id=public_id)
    view_consent(actor=actor_for(request), consent=row)
    form, status = PaperForm(request.POST if request.method == "POST" else None), 200
    if form.is_bound:
        status = 422
        if form.is_valid():
            try:
                record_consent(actor=actor_for(request), consent=row, **form.cleaned_data)
            except (Refused, RuleBroken) as refused:
                form.add_error(None, str(refused.reason))
                status = 409
            else:
                messages.success(request, _("The permission is recorded. The child can sign in."))
                return HttpResponseRedirect(reverse("raati_people_desk:consents"), status=303)
    context = {
        **_shown(row, wholly=True),
        "form": form,
        **frame(_("A guardian's permission"), icon="group"),
    }
    return render(request, "raati_people/desk/consent.html", context, status=status)
