"""A board in a small site, residents, and staff with known roles."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client
from wagtail.models import Locale, Page, Site

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Area, Component, Person, ServiceArea, Theme
from participation.core.receipts import new_key
from participation.core.roles import Role, grant_role
from participation.ideas.actions import send_idea
from participation.ideas.models import Idea, IdeaBoardPage
from tests import worlds


def make_person(name: str, *, shown: bool = True) -> Person:
    user = get_user_model().objects.create_verified(f"{name.lower()}@example.org", "osallistu-2026")
    return Person.objects.create(user=user, display_name=name if shown else "")


def make_staff(name: str, role: str, **where: Any) -> Actor:
    person = make_person(name)
    grant_role(actor=Actor.system("tests"), person=person, role=role, **where)
    return Actor.member(person)


@dataclass
class Town:
    """The site of the tests: one board on a Finnish home page."""

    home: Page
    board: IdeaBoardPage
    themes: dict[str, Theme]
    areas: dict[str, Area]
    services: dict[str, ServiceArea]
    sent: int = field(default=0)

    @property
    def component(self) -> Component:
        return Component.objects.get(key=self.board.translation_key)

    def resident(self, name: str = "Aino") -> Actor:
        person = Person.objects.filter(display_name=name).first() or make_person(name)
        return Actor.member(person)

    def publish(self, board: IdeaBoardPage | None = None, **settings: Any) -> IdeaBoardPage:
        """Set the board's settings as an editor would: save a revision and publish it."""
        page = board or self.board
        page = IdeaBoardPage.objects.get(pk=page.pk)
        for name, value in settings.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return IdeaBoardPage.objects.get(pk=page.pk)

    def idea(self, author: Actor | None = None, **fields: Any) -> Idea:
        self.sent += 1
        given = {
            "title": f"Penkki rantaan {self.sent}",
            "text": "Rannalla ei ole paikkaa istua.",
            "language": "fi",
            **fields,
        }
        component = given.pop("component", None) or self.component
        return send_idea(
            actor=author or self.resident(), component=component, key=new_key(), **given
        )

    def new_board(self, title: str, **settings: Any) -> IdeaBoardPage:
        page = IdeaBoardPage(title=title, locale=self.home.locale, **settings)
        self.home.add_child(instance=page)
        page.save_revision().publish()
        return page


def _labels(model: Any, *slugs: str) -> dict[str, Any]:
    return {
        slug: model.objects.create(slug=slug, name={"fi": slug.title(), "sv": f"{slug} (sv)"})
        for slug in slugs
    }


@worlds.shared
def town(wagtail_root: Page) -> Town:
    fi = Locale.objects.get(language_code="fi")
    home = wagtail_root.add_child(instance=Page(title="Kuparila", slug="kuparila", locale=fi))
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    board = IdeaBoardPage(
        title="Ideoita puistoihin",
        slug="ideat",
        locale=fi,
        intro="<p>Mitä puistoihin?</p>",
        opens_at=clock.now() - timedelta(days=7),
        closes_at=clock.now() + timedelta(days=7),
    )
    home.add_child(instance=board)
    return Town(
        home=home,
        board=board,
        themes=_labels(Theme, "puistot", "liikunta"),
        areas=_labels(Area, "keskusta", "rantakyla"),
        services=_labels(ServiceArea, "kaupunkirakenne", "hyvinvointi"),
    )


@worlds.shared
def staff(town: Town) -> dict[str, Actor]:
    """One actor for each role; the service area's owner in urban structure."""
    return {
        "communications": make_staff("Viivi", Role.COMMUNICATIONS),
        "service_area": make_staff(
            "Pekka", Role.SERVICE_AREA, service_area=town.services["kaupunkirakenne"]
        ),
        "moderator": make_staff("Mio", Role.MODERATOR),
        "youth_worker": make_staff("Noora", Role.YOUTH_WORKER),
        "administrator": make_staff("Asta", Role.ADMINISTRATOR),
    }


@pytest.fixture
def desk(client: Client, staff: dict[str, Actor]) -> Callable[[str], Client]:
    """Sign in to the administration as the holder of a role."""

    def sign_in(role: str) -> Client:
        user = staff[role].user
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture
def sign_in(client, staff):
    """Open the admin as one of the staff."""

    def sign_in(role: str):
        user = staff[role].user
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
        client.force_login(user)
        return client

    return sign_in


def square(west: float, south: float, side: float = 0.02) -> dict:
    east, north = west + side, south + side
    ring = [[west, south], [east, south], [east, north], [west, north], [west, south]]
    return {"type": "Polygon", "coordinates": [ring]}


@pytest.fixture
def outlined(town):
    Area.objects.filter(slug="keskusta").update(outline=square(29.10, 62.40))
    Area.objects.filter(slug="rantakyla").update(outline=square(29.12, 62.40))
    return town
