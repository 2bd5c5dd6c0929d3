"""What stands for a parameter of an address: things of the town by the names of the table."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Locale, Page
from wagtail_localize.models import (
    StringSegment,
    Translation,
    TranslationSource,
)

from home.roles import ensure_groups
from participation.core import clock, outbox
from participation.core.models import OutgoingMail
from participation.core.models.duty import Absence

from .rules import rules
from .world import World

Cell = tuple[str, Any] | str


class NothingToFillIn(Exception):
    """A pattern asks for something that this file does not know: add it to rules.py."""


class Things:
    """The town's things as parameters: one line of the table for each that fits a pattern."""

    def __init__(self, world: World) -> None:
        self.world = world
        tree = world.tree
        self.pages: dict[str, Any] = {
            **{name: getattr(tree, name) for name in ("home", "about", "news", "item", "privacy")},
            **{name: getattr(tree, name) for name in ("rules", "accessibility", "process")},
            "board": tree.board,
            "foreign board": world.foreign_board,
            "private board": world.private_board,
            "draft board": world.draft_board,
            "initiatives": world.page,
            "draft": world.draft,
            "private": world.private,
            "sealed": world.sealed,
        }
        self._desk()
        self.rules = [(re.compile(route), rows) for route, rows in rules(self)]

    def _desk(self) -> None:
        """What only the administration has addresses for."""
        world = self.world
        ensure_groups()
        outbox.post(mark="a", kind="x", person=world.cast["resident"].person, data={})
        self.mail = OutgoingMail.objects.get(mark="a")
        source, _made = TranslationSource.update_or_create_from_instance(world.tree.about)
        self.source = source
        swedish = Locale.objects.get(language_code="sv")
        self.translation = Translation.objects.create(source=source, target_locale=swedish)
        self.translation.save_target(publish=False)
        self.segment = StringSegment.objects.filter(source=source).first()
        self.redirect = Redirect.objects.create(old_path="/vanha", redirect_link="/fi/")
        officer = world.cast["communications"].user
        self.absence = Absence.objects.create(
            person=world.cast["moderator"].person,
            deputy=world.cast["communications"].person,
            first_day=clock.today(),
            last_day=clock.today(),
            named_at=clock.now(),
        )
        page = Page.objects.get(pk=world.draft.pk).specific
        self.review = page.get_workflow().start(page, officer)
        self.task_state = self.review.current_task_state

    def version(self, name: str) -> int:
        """The latest revision of a page."""
        page = Page.objects.get(pk=self.pages[name].pk)
        return page.latest_revision_id

    def fill_below(self, name: str) -> Callable[[str, int], Iterator[list[Cell]]]:
        """What stands below a page of participation: its own things, and one of another place."""
        world = self.world
        found = {
            "board": ("own", "others", "hidden", "held", "withdrawn", "merged", "elsewhere"),
            "foreign board": ("elsewhere",),
            "private board": ("secret",),
            "draft board": ("planned",),
            "initiatives": ("gathering", "theirs", "own_draft", "their_draft", "buried"),
            "accessibility": ("feedback",),
        }

        def fill(route: str, count: int) -> Iterator[list[Cell]]:
            for each in found[name]:
                yield [(each.replace("_", " "), getattr(world, each).public_id)]

        return fill

    def fill(self, route: str, count: int) -> Iterator[list[Cell]]:
        """Each choice of what stands for the parameters: named things, or plain words."""
        for pattern, rows in self.rules:
            filled = rows[0] if rows and isinstance(rows[0], list) else rows[:1]
            if pattern.search(route) and len(filled) == count:
                yield from (row if isinstance(row, list) else [row] for row in rows)
                return
        raise NothingToFillIn(f"{route}: add what stands for its {count} parameters to rules.py")
