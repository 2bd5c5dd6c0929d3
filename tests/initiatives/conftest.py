"""A page of initiatives in a small site, residents, and the registry's people."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from wagtail.models import Locale, Page, Site

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.receipts import new_key
from participation.core.roles import Role
from participation.initiatives.actions import (
    deliver_initiative,
    draft_initiative,
    gather_signatures,
    record_entry,
    record_pending,
    sign_initiative,
)
from participation.initiatives.models import EntryKind, Initiative, InitiativesPage, Maker
from tests import worlds
from tests.ideas.conftest import make_person, make_staff

CONTACT = {
    "name": "Aino Esimerkki",
    "municipality": "Kuparila",
    "email": "aino.salainen@example.org",
    "phone": "000 123 4567",
    "address": "",
}


@dataclass
class Town:
    """The site of the tests: 201 residents, of whom two per cent are five."""

    home: Page
    page: InitiativesPage
    made: int = field(default=0)

    @property
    def component(self) -> Component:
        return Component.objects.get(key=self.page.translation_key)

    def resident(self, name: str = "Aino") -> Actor:
        person = Person.objects.filter(display_name=name).first() or make_person(name)
        return Actor.member(person)

    def publish(self, **settings: Any) -> InitiativesPage:
        """Set the page's settings as an editor would: save a revision and publish it."""
        page = InitiativesPage.objects.get(pk=self.page.pk)
        for name, value in settings.items():
            setattr(page, name, value)
        page.save_revision().publish()
        return page

    def draft(self, maker: Actor | None = None, **fields: Any) -> Initiative:
        self.made += 1
        given = {
            "title": f"Valot latupohjalle {self.made}",
            "text": "Talvella on pimeää jo neljältä.",
            "language": "fi",
            "maker_kind": Maker.RESIDENT,
            "contact": CONTACT,
            **fields,
        }
        return draft_initiative(
            actor=maker or self.resident(), component=self.component, key=new_key(), **given
        )

    def gathering(self, maker: Actor | None = None, **fields: Any) -> Initiative:
        maker = maker or self.resident()
        return gather_signatures(actor=maker, initiative=self.draft(maker, **fields))

    def delivered(self, maker: Actor | None = None, **fields: Any) -> Initiative:
        maker = maker or self.resident()
        return deliver_initiative(actor=maker, initiative=self.gathering(maker, **fields))

    def sign(self, initiative: Initiative, name: str, *, is_resident: bool = True) -> bool:
        return sign_initiative(
            actor=self.resident(name),
            initiative=initiative,
            name=f"{name} Esimerkki",
            municipality="Kuparila" if is_resident else "Naapurila",
            is_resident=is_resident,
        )


def pending(staff: Actor, initiative: Initiative, on: date | None = None) -> Initiative:
    return record_pending(
        actor=staff, initiative=initiative, on=on or clock.today(), register_number="KU/12/2026"
    )


def record(
    staff: Actor, initiative: Initiative, kind: str = EntryKind.ANSWERED, **fields: Any
) -> Any:
    given = {
        "on": clock.today(),
        "text": {"fi": "Valot tulevat **syksyllä**."},
        "role": {"fi": "Kunnanhallitus"},
        **fields,
    }
    return record_entry(actor=staff, initiative=initiative, kind=kind, **given)


@worlds.shared
def town(wagtail_root: Page) -> Town:
    fi = Locale.objects.get(language_code="fi")
    home = wagtail_root.add_child(instance=Page(title="Kuparila", slug="kuparila", locale=fi))
    Site.objects.create(hostname="testserver", root_page=home, is_default_site=True)
    page = InitiativesPage(
        title="Kuntalaisaloitteet",
        slug="aloitteet",
        locale=fi,
        intro="<p>Tee aloite.</p>",
        municipality="Kuparila",
        residents=201,
        residents_on=date(2025, 12, 31),
        residents_source="Tilastokeskus",
        registry="Kirjaamo",
        registry_email="kirjaamo@example.org",
        opens_at=clock.now() - timedelta(days=7),
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    return Town(home=home, page=page)


@worlds.shared
def registry(town: Town) -> Actor:
    """Whoever keeps the registry's side."""
    return make_staff("Viivi", Role.COMMUNICATIONS)
