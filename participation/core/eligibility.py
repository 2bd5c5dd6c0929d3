"""Who may take part here: what an editor asks of people, answered by one engine for every package.

A place of participation keeps its conditions in `settings["eligibility"]`, plain JSON that
the installed engine (participation.people) understands. A place that says nothing ({}) asks
what the nearest place above it asks, a process for instance; where none says anything,
everybody may. Without an engine nothing can be asked of anybody, and a place that asks for
something refuses: a condition is never dropped silently.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlencode

from django.contrib.auth import REDIRECT_FIELD_NAME
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .models import AuthorKind, Component
from .openness import lineage
from .policies import Refused, bar_of

if TYPE_CHECKING:
    from django.forms import Field
    from wagtail.models import Page

    from .actors import Actor

Text = str | Promise
SETTING = "eligibility"
#: Everybody with an account may, whatever the place above asks.
EVERYBODY: dict[str, Any] = {"everybody": True}


class Verdict(Enum):
    """May they? UNKNOWN: something has to be told or proved first."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class NextStep:
    """What a person can do about it: a link in words."""

    label: Text
    url: str

    def leading_back(self, path: str) -> str:
        """The step's address; when it is done it leads to `path`, a path of this site."""
        separator = "&" if "?" in self.url else "?"
        return f"{self.url}{separator}{urlencode({REDIRECT_FIELD_NAME: path}, safe='/')}"


@dataclass(frozen=True)
class Answer:
    """The verdict, its reasons in plain language, and the step that would change it."""

    verdict: Verdict
    reasons: Sequence[Text] = ()
    step: NextStep | None = None

    @property
    def is_yes(self) -> bool:
        return self.verdict is Verdict.YES

    @property
    def is_no(self) -> bool:
        return self.verdict is Verdict.NO

    @property
    def reason(self) -> str:
        """All reasons in one text; "" for a yes."""
        return " ".join(str(reason) for reason in self.reasons)


YES = Answer(Verdict.YES)


class Engine(Protocol):
    """Answers for places whose conditions are not empty."""

    def look(self, actor: "Actor", component: Component) -> Answer:
        """For showing: writes nothing."""

    def admit(self, actor: "Actor", component: Component) -> Answer:
        """Inside an action, before it counts: may write down what counts once."""

    def clauses(self, conditions: Mapping[str, Any]) -> list[str]:
        """What has to be true of you, as the ends of "You can take part if …"."""

    def brief(self, conditions: Mapping[str, Any]) -> str:
        """The same in few words, for a card; no query of its own for each card."""

    def check(self, conditions: Any) -> None:
        """ValidationError for conditions that it does not understand."""

    def editor_field(
        self, conditions: Mapping[str, Any], above: "Component | None" = None
    ) -> "Field":
        """The form field with which an editor sets them; it stands at `conditions` now.

        `above` is the place whose conditions hold while nothing is set here.
        """


_engine: Engine | None = None


class NotEligible(Refused):
    """This person may not take part here, or not yet (403); `answer` has reasons and next step."""

    def __init__(self, answer: Answer, *, sign_in: bool = False) -> None:
        super().__init__(answer.reason, sign_in=sign_in)
        self.answer = answer


def register_engine(engine: Engine | None) -> None:
    """Let `engine` answer; there is one, from an app's ready(). None takes it away (tests)."""
    global _engine
    _engine = engine


def engine() -> Engine | None:
    """The installed engine, if there is one."""
    return _engine


def asker_of(component: Component) -> Component | None:
    """The place that says who may take part in this one: itself or the nearest above; None: none.

    No query where it says so itself, or was read with its lineage (`require_open`,
    `shown_lineage`); else one, which is remembered on the row.
    """
    if component.settings.get(SETTING):
        return component
    if component.known_lineage is None:
        component.known_lineage = lineage(component)
    above = (row for row in component.known_lineage if row.key != component.key)
    return next((row for row in above if row.settings.get(SETTING)), None)


def conditions_of(component: Component) -> Mapping[str, Any]:
    """What is asked of those who take part in the place; {} where everybody may."""
    asker = asker_of(component)
    said = asker.settings[SETTING] if asker is not None else {}
    return {} if said == EVERYBODY else said


def asker_above(page: "Page", *, inclusive: bool = False) -> Component | None:
    """For editors, drafts included: the nearest place above the page that says who may."""
    rows = Component.objects.filter(source_page__in=page.get_ancestors(inclusive=inclusive))
    nearest = rows.select_related("source_page").order_by("-source_page__depth")
    return next((row for row in nearest if row.settings.get(SETTING)), None)


def look(actor: "Actor", component: Component) -> Answer:
    """May this actor take part here, for showing before they write.

    Where all may: no query for a row that was read with its lineage, else one.
    """
    refused = bar_of(actor.person, component) if actor.is_member else None
    if refused is not None:
        return getattr(refused, "answer", Answer(Verdict.NO, [refused.reason]))
    if _is_open_to(actor, component):
        return YES
    return _engine.look(actor, component) if _engine else _unchecked()


def require(actor: "Actor", component: Component) -> None:
    """In an action, on the row as read under the lock: NotEligible unless the answer is yes.

    Call it only where something will count: it may use up what counts once (a mailbox).
    """
    if _is_open_to(actor, component):
        return
    answer = _engine.admit(actor, component) if _engine else _unchecked()
    if not answer.is_yes:
        raise NotEligible(answer, sign_in=not actor.is_member)


def _is_open_to(actor: "Actor", component: Component) -> bool:
    """Whether nothing is asked of this actor.

    Whoever acts for others (staff entering a paper form, the system) is asked by policies,
    not here: the conditions are those of the person who takes part.
    """
    return not conditions_of(component) or actor.kind in (AuthorKind.ON_BEHALF, AuthorKind.SYSTEM)


def _unchecked() -> Answer:
    return Answer(Verdict.NO, [_("Who may take part here cannot be checked at the moment.")])


def check(conditions: Any) -> None:
    """ValidationError unless the installed engine understands the conditions."""
    if conditions and conditions != EVERYBODY and _engine is not None:
        _engine.check(conditions)


def clauses(conditions: Mapping[str, Any]) -> list[str]:
    """The conditions in words, the same for every reader; [] where everybody may."""
    if not conditions or conditions == EVERYBODY:
        return []
    if _engine is None:
        return [str(_("somebody can check it, which is not possible at the moment"))]
    return _engine.clauses(conditions)


def brief(conditions: Mapping[str, Any]) -> str:
    """The conditions in few words, for cards; "" where everybody may."""
    if not conditions or conditions == EVERYBODY:
        return ""
    return _engine.brief(conditions) if _engine is not None else clauses(conditions)[0]
