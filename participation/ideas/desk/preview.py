"""The answer as the public page will show it, in every language, before anybody else sees it."""

from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import get_language_info
from django.views.decorators.http import require_http_methods
from i18nfield.strings import LazyI18nString

from participation.core import clock
from participation.core.actors import actor_for
from participation.core.shared import private_page

from .. import policies, stages
from ..fragments import OfficialAnswer
from ..models import Answer, Idea, State
from .forms import AnswerForm
from .rights import ideas_for, works_here
from .views import with_everything


class Previewed(OfficialAnswer):
    """The answer's own fragment, several times on one page."""

    def __init__(self, idea: Idea, language: str) -> None:
        super().__init__(idea)
        self.language = language

    @property
    def element_id(self) -> str:
        return f"answer-{self.language}"


@require_http_methods(["POST"])
@private_page
def preview(request: HttpRequest, public_id: str) -> HttpResponse:
    """Draw what the form says; nothing is saved."""
    actor = actor_for(request)
    if not works_here(actor):
        raise PermissionDenied
    found = get_object_or_404(with_everything(ideas_for(actor)), public_id=public_id)
    policies.may_handle(actor, found)
    form = AnswerForm(request.POST, idea=found)
    sound = form.is_valid()
    context = {
        "idea": found,
        "form": form,
        "languages": _drawn(found, form) if sound else [],
    }
    status = 200 if sound else 422
    return render(request, "raati_ideas/desk/preview.html", context, status=status)


def _drawn(found: Idea, form: AnswerForm) -> list[dict[str, Any]]:
    given = form.act()
    published = found.official_answer
    stage = stages.find(found.component, given["outcome"])
    found.answer = Answer(
        # A row that is not there has no earlier words either.
        pk=published.pk if published else 0,
        outcome=stage.meaning if stage else State.CONSIDERING,
        text=LazyI18nString(given["text"]),
        role=LazyI18nString(given["role"]),
        published_at=published.published_at if published else clock.glance(),
        updated_at=clock.glance() if published else None,
    )
    if stage:
        found.state, found.stage = stage.meaning, stage.id
    drawn = []
    for code, _name in settings.LANGUAGES:
        html = Previewed(found, code).html(code)
        about = get_language_info(code)
        is_said = bool(given["text"][code])
        drawn.append(
            {"code": code, "name": about["name_translated"], "html": html, "is_said": is_said}
        )
    return drawn
