"""How a board's story is told: every act in its turn, at its time, by whoever did it."""

import datetime as dt
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils import timezone

from participation.core import files
from participation.core.actors import Actor
from participation.core.models import Area, Component, Person, ServiceArea, Theme
from participation.ideas import actions
from participation.ideas.models import Idea as IdeaRow

from . import dates, drawings, places
from .content.roles import ROLES
from .people import People
from .tale import (
    Answered,
    Assigned,
    Combined,
    Event,
    Hidden,
    Idea,
    Moved,
    Planned,
    Texts,
    Told,
    Withdrawn,
)

HOUR = dt.timedelta(hours=1)


@dataclass
class Board:
    """A board and its times; `others` are those of whom the tale names supporters by chance."""

    component: Component
    opens: dt.datetime
    until: dt.datetime
    supporters: list[str]
    limit: int | None = None
    #: Who enters wishes for groups without accounts.
    scribe: str = ""

    def at(self, day: int, hour: int, minute: int = 0) -> dt.datetime:
        return dates.local(timezone.localdate(self.opens) + dt.timedelta(days=day), hour, minute)


class Teller:
    """Tells the ideas of one board in the order of time."""

    def __init__(self, board: Board, people: People) -> None:
        self.board, self.people = board, people
        self.rows: dict[str, IdeaRow] = {}
        self.used: dict[str, int] = {}
        self.acts: list[tuple[dt.datetime, int, Callable[[], None]]] = []

    def tell(self, ideas: Iterable[Idea], fans: dict[str, tuple[str, ...]] | None = None) -> None:
        """Do everything that the ideas tell. `fans` are named supporters by an idea's key."""
        for idea in ideas:
            self.plan(idea, (fans or {}).get(idea.key, ()))
        for moment, _number, act in sorted(self.acts, key=lambda each: each[:2]):
            with dates.at(moment):
                act()

    def _do(self, moment: dt.datetime, act: Callable[[], None]) -> None:
        self.acts.append((moment, len(self.acts), act))

    def plan(self, idea: Idea, fans: tuple[str, ...] = ()) -> None:
        """Set the times: of sending, of what became of it in its order, of each support."""
        dice = random.Random(f"kuparila:{idea.key}")
        sent = self.board.at(idea.day, dice.randint(8, 20), dice.randint(0, 59))
        if self.board.scribe:
            sent = self._office_hours(idea.day, dice)
        self._do(sent, lambda: self._send(idea))
        if idea.first_text:
            self._do(sent + HOUR / 6, lambda: self._edit(idea))
        end, when = self.board.until, sent
        for event in idea.then:
            when = max(self._office_hours(event.day, dice), when + HOUR)
            self._do(when, self._bind(idea, event))
            if isinstance(event, Hidden | Withdrawn | Combined):
                end = when
        # In UTC: local sums would gain an hour where summer time ends between the two.
        first, last = sent.astimezone(dt.UTC) + HOUR / 4, end - HOUR / 4
        for key in self._choose(idea, fans, dice):
            # Most come soon, some late.
            moment = first + (last - first) * dice.random() ** 1.7
            self._do(moment, self._bind_support(idea, key))

    def _office_hours(self, day: int, dice: random.Random) -> dt.datetime:
        """A working hour of that day, or of the Monday after it."""
        moment = self.board.at(day, dice.randint(9, 13), dice.randint(0, 59))
        to_monday = 7 - moment.weekday() if moment.weekday() > 4 else 0
        return moment + dt.timedelta(days=to_monday)

    def _choose(self, idea: Idea, fans: tuple[str, ...], dice: random.Random) -> list[str]:
        others = [k for k in self.board.supporters if k != idea.by and k not in fans]
        dice.shuffle(others)
        if self.board.limit is not None:
            others.sort(key=lambda key: self.used.get(key, 0))
        chosen = [*fans, *others][: idea.supports]
        for key in chosen:
            self.used[key] = self.used.get(key, 0) + 1
        return chosen

    def _bind(self, idea: Idea, event: Event) -> Callable[[], None]:
        return lambda: self._happen(idea, event)

    def _bind_support(self, idea: Idea, key: str) -> Callable[[], None]:
        def act() -> None:
            actions.support_idea(actor=self.people[key], idea=self.rows[idea.key])

        return act

    def _send(self, idea: Idea) -> None:
        actor, name = self._author(idea)
        photo = files.reencode(drawings.draw(idea.picture)) if idea.picture else None
        self.rows[idea.key] = actions.send_idea(
            actor=actor,
            component=self.board.component,
            key=f"kuparila-{idea.key}",
            title=idea.title,
            text=idea.first_text or idea.text,
            language=idea.language,
            theme=Theme.objects.get(slug=idea.theme),
            area=Area.objects.get(slug=idea.area) if idea.area else None,
            point=places.spot(idea.area, idea.key) if idea.area else None,
            shown_name=name,
            photo=photo,
            photo_alt=idea.picture_alt,
        )

    def _edit(self, idea: Idea) -> None:
        row = self.rows[idea.key]
        actions.edit_idea(
            actor=self.people[idea.by],
            idea=row,
            title=idea.title,
            text=idea.text,
            theme=row.theme,
            area=row.area,
            point=row.point,
        )

    def _author(self, idea: Idea) -> tuple[Actor, str]:
        if self.board.scribe:
            scribe = self.people.person(self.board.scribe)
            return Actor.on_behalf(scribe, "event"), idea.by
        return self.people[idea.by], ""

    def _happen(self, idea: Idea, event: Event) -> None:
        row = IdeaRow.objects.get(pk=self.rows[idea.key].pk)
        communications = self.people["viestinta"]
        match event:
            case Assigned(area=area, due=due):
                self._assign(row, ServiceArea.objects.get(slug=area), due)
            case Moved(state=state, note=note):
                actions.move_idea(
                    actor=self._handler(row), idea=row, state=state, note=self._say(note, row)
                )
            case Answered():
                self._answer(row, event)
            case Planned(cost=cost, schedule=schedule):
                actions.plan_idea(
                    actor=self._handler(row), idea=row, cost=Decimal(cost), schedule=schedule
                )
            case Told():
                self._tell(row, event)
            case Combined(into=into):
                other = IdeaRow.objects.get(pk=self.rows[into].pk)
                actions.merge_idea(actor=communications, idea=row, into=other)
            case Hidden(reason=reason, note=note):
                actions.hide_idea(actor=communications, idea=row, reason=reason, note=note)
            case Withdrawn():
                actions.withdraw_idea(actor=self.people[idea.by], idea=row)

    def _assign(self, row: IdeaRow, area: ServiceArea, due: int) -> None:
        actions.assign_idea(
            actor=self.people["viestinta"],
            idea=row,
            service_area=area,
            owner=self.people.owner_in(area.slug),
            due_on=self.board.at(due, 12).date(),
        )

    def _tell(self, row: IdeaRow, event: Told) -> None:
        actions.add_milestone(
            actor=self._handler(row),
            idea=row,
            on=timezone.localdate(dates.clock.now()),
            title=event.title,
            text=self._say(event.text, row),
            photo=files.reencode(drawings.draw(event.picture)) if event.picture else None,
            photo_alt=event.picture_alt,
        )

    def _answer(self, row: IdeaRow, event: Answered) -> None:
        actions.answer_idea(
            actor=self._handler(row),
            idea=row,
            outcome=event.outcome,
            text=self._say(event.text, row),
            role=ROLES[event.role],
            passed_on_to=event.passed_on_to,
        )

    def _handler(self, row: IdeaRow) -> Actor:
        owner: Person | None = row.owner
        return Actor.member(owner) if owner else self.people["viestinta"]

    def _say(self, texts: Texts, row: IdeaRow) -> Texts:
        """The texts with today's dates and the count of supports as it is now."""
        counted = {k: v.replace("{supports}", str(row.support_count)) for k, v in texts.items()}
        return dates.fill_all(counted, dates.clock.now())
