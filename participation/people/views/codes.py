"""Entering a code that staff handed out."""

from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from participation.core.actors import actor_for
from participation.core.eligibility import conditions_of
from participation.core.errors import answer_errors
from participation.core.rules import RuleBroken
from participation.core.shared import private_page

from ..actions import use_code
from ..forms import CodeForm
from .places import back_to, place_of, see_other, to_sign_in


@require_http_methods(["GET", "HEAD", "POST"])
@answer_errors
@private_page
def code(request: HttpRequest, public_id: str) -> HttpResponse:
    """The code, then back to the place."""
    component, page = place_of(request, public_id)
    actor, back = actor_for(request), back_to(request, page)
    if not actor.is_member:
        return to_sign_in(request)
    if not conditions_of(component).get("codes"):
        return see_other(back)
    form, status = CodeForm(), HTTPStatus.OK
    if request.method == "POST":
        form, status = CodeForm(request.POST), HTTPStatus.UNPROCESSABLE_ENTITY
        if form.is_valid():
            try:
                use_code(actor=actor, component=component, code=form.cleaned_data["code"])
            except RuleBroken as broken:
                form.add_error("code", str(broken.reason))
                too_many = broken.code == "tries"
                status = HTTPStatus.TOO_MANY_REQUESTS if too_many else HTTPStatus.CONFLICT
            else:
                return see_other(back)
    context = {"form": form, "place": page.title, "back": back}
    return render(request, "raati_people/code.html", context, status=status)
