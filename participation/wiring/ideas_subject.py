"""Ideas as notices show them."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import get_language

from participation.core.due import Step
from participation.core.notices import About, Quote, Subject
from participation.ideas.addresses import Addresses
from participation.ideas.models import Idea
from participation.ideas.reminders import Concerned, answer_path

from .pages import live_pages, open_to_all


class Ideas(Subject):
    """Public while the idea and its board are; a combined one leads to the one that stays."""

    label = "raati_ideas.Idea"

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        rows = Idea.objects.filter(pk__in=ids, withdrawn_at=None).select_related(
            "component__source_page", "answer", "service_area", "merged_into"
        )
        ideas = list(rows)
        boards = {idea.component_id: idea.component for idea in ideas}.values()
        is_open = open_to_all(boards)
        places = {key: Addresses(page) for key, page in live_pages(boards).items()}
        concerned = Concerned()
        return {
            str(idea.pk): _about(
                idea, places[idea.component_id], idea.component_id in is_open, concerned
            )
            for idea in ideas
            if idea.component_id in places
        }


def _about(idea: Idea, place: Addresses, is_open: bool, concerned: Concerned) -> About:
    stays = idea.merged_into if idea.is_shown_elsewhere and idea.merged_into else idea
    return About(
        title=idea.title,
        language=idea.language,
        address=place.idea(stays) if stays.is_visible else "",
        is_public=is_open and (idea.is_visible or idea.is_shown_elsewhere),
        author=idea.author_id,
        staff=_staff(idea, concerned),
        desk=answer_path(idea),
        quotes=_quotes(idea),
    )


def _staff(idea: Idea, concerned: Concerned) -> frozenset[int]:
    """Everybody whom its answer concerns at last; nobody any more when it needs none."""
    return frozenset(concerned.by(idea, Step.HEAD)) if idea.is_visible else frozenset()


def _quotes(idea: Idea) -> dict[str, Quote]:
    language = get_language() or ""
    quotes = {
        "state": Quote(str(idea.state_word), language),
        "hidden": Quote(str(idea.get_hidden_reason_display()), language),
    }
    if idea.official_answer is not None and idea.is_visible:
        quotes["answer"] = _said(idea.official_answer.text, language)
    return quotes


def _said(text: Any, language: str) -> Quote:
    """The answer in the reader's language, else in one that it has, and which that is."""
    words = {code: said for code, said in text.data.items() if said}
    code = language if language in words else next(iter(words), "")
    return Quote(words.get(code, ""), code)
