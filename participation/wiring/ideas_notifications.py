"""Who hears what about ideas: authors, supporters, followers, and those who answer."""

from typing import Any

from django.apps import apps
from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.models import Fact, Person
from participation.core.notices import NoticeKind, Reader, Rhythm
from participation.ideas import reminders, signals
from participation.ideas.models import Idea, State, Support
from participation.notifications.audiences import followers, register_audience
from participation.notifications.models import Spread
from participation.notifications.telling import hush, news_of, tell, tell_many

from .ideas_subject import Ideas

OWN = _("Your ideas")
OTHERS = _("Ideas that you support or follow")
WORK = _("Your work")
AUDIENCE = "ideas.supporters"


def _kind(name: str, label: Any, sentence: Any, heading: Any, **more: Any) -> NoticeKind:
    return NoticeKind(
        name=f"ideas.{name}",
        label=label,
        heading=heading,
        sentence=sentence,
        subject=Ideas.label,
        **more,
    )


def _own(name: str, label: Any, sentence: Any, **more: Any) -> NoticeKind:
    given = {"rhythm": Rhythm.NOW, "reader": Reader.AUTHOR, **more}
    return _kind(name, label, sentence, OWN, **given)


def _work(name: str, label: Any, sentence: Any) -> NoticeKind:
    # The mail about it comes from the ideas themselves, with or without this package.
    return _kind(name, label, sentence, WORK, reader=Reader.STAFF, is_mailed=False)


KINDS = (
    _own(
        "own_answered",
        _("the city answers your idea"),
        _("The city answered your idea"),
        quote="answer",
    ),
    _own(
        "own_moved",
        _("your idea takes a step"),
        _("Your idea took a step"),
        quote="state",
        rhythm=Rhythm.DAILY,
    ),
    _own(
        "own_promised",
        _("enough people support your idea"),
        _("Enough people support your idea: the city takes it up"),
    ),
    _own(
        "own_merged",
        _("your idea is combined with another"),
        _("Your idea was combined with another one"),
    ),
    _own(
        "own_hidden",
        _("your idea is hidden"),
        _("Your idea was hidden"),
        quote="hidden",
        # Moderation writes to the author itself, with the way to a new decision.
        is_mailed=not apps.is_installed("participation.moderation"),
    ),
    _own("own_restored", _("your idea is shown again"), _("Your idea is shown again")),
    _kind(
        "answered", _("the city answers"), _("The city answered this idea"), OTHERS, quote="answer"
    ),
    _kind("realised", _("something gets done"), _("Something was done for this idea"), OTHERS),
    _work("given", _("an idea is given to you"), _("This idea was given to you to answer")),
    _work("due_soon", _("an answer is due soon"), _("The answer is due soon")),
    _work("overdue", _("an answer is overdue"), _("The answer is overdue")),
)


def _enter() -> None:
    notices.register_subject(Ideas())
    for kind in KINDS:
        notices.register_notice(kind)
    register_audience(AUDIENCE, supporters)
    for signal, hear in HEARD.items():
        name = f"raati_wiring:{hear.__name__}"
        getattr(signals, signal).connect(hear, dispatch_uid=name, weak=False)


def supporters(spread: Spread) -> QuerySet[Person]:
    """Who supports or follows the idea, or follows its board."""
    support = Support.objects.filter(idea=spread.subject_id).values("person")
    return Person.objects.filter(Q(pk__in=support) | followers(spread))


def answered(fact: Fact, **_given: Any) -> None:
    _tell_author(fact, "ideas.own_answered")
    tell_many(news_of(fact, "ideas.answered"), AUDIENCE)


def moved(fact: Fact, **_given: Any) -> None:
    _tell_author(fact, "ideas.own_moved")
    if fact.data["after"] == State.DONE:
        tell_many(news_of(fact, "ideas.realised"), AUDIENCE)


def milestone(fact: Fact, **_given: Any) -> None:
    tell_many(news_of(fact, "ideas.realised"), AUDIENCE)


def merged(fact: Fact, **_given: Any) -> None:
    _tell_author(fact, "ideas.own_merged")


def hidden(fact: Fact, **_given: Any) -> None:
    """Nobody but the author hears of it any more, and the author hears why."""
    author = _author(fact)
    hush(fact.subject_type, fact.subject_id, but=author)
    _tell_author(fact, "ideas.own_hidden")


def restored(fact: Fact, **_given: Any) -> None:
    _tell_author(fact, "ideas.own_restored")


def promised(fact: Fact, **_given: Any) -> None:
    _tell_author(fact, "ideas.own_promised")


def given(fact: Fact, **_given: Any) -> None:
    if fact.data.get("new_owner"):
        _tell_staff(fact, "ideas.given", reminders.ASSIGNED)


def due_soon(fact: Fact, **_given: Any) -> None:
    _tell_staff(fact, "ideas.due_soon", fact.data["step"])


def overdue(fact: Fact, **_given: Any) -> None:
    _tell_staff(fact, "ideas.overdue", fact.data["step"])


def _author(fact: Fact) -> int | None:
    return Idea.objects.filter(pk=fact.subject_id).values_list("author", flat=True).first()


def _tell_author(fact: Fact, kind: str) -> None:
    tell(news_of(fact, kind), _author(fact))


def _tell_staff(fact: Fact, kind: str, reason: str) -> None:
    idea = reminders.waiting(fact.subject_id)
    if idea is not None:
        tell(news_of(fact, kind), *reminders.receivers(idea, reason))


HEARD = {
    "idea_answered": answered,
    "idea_moved": moved,
    "milestone_added": milestone,
    "idea_merged": merged,
    "idea_hidden": hidden,
    "idea_restored": restored,
    "idea_reached_threshold": promised,
    "idea_sent": given,
    "idea_assigned": given,
    "idea_due_soon": due_soon,
    "idea_due_today": due_soon,
    "idea_overdue": overdue,
    "idea_escalated": overdue,
}

_enter()
