"""Formal initiatives: one gathers signatures, one was delivered and answered."""

import datetime as dt
from typing import Any

from django.utils.text import slugify

from accounts.models import User
from participation.core.actors import Actor
from participation.core.models import Area, Component, Person
from participation.initiatives import actions
from participation.initiatives.models import EntryKind, Initiative, InitiativesPage, Maker

from .. import dates
from ..content import initiatives as content
from ..people import RESIDENTS, People
from ..world import Story, World

SLUG = "kuntalaisaloitteet"
OPENED, DELIVERED, TAKEN_UP, ANSWERED, GATHERED = -240, -150, -100, -60, -45
#: Of the 134 that are needed.
SIGNED, SIGNED_STOP = 68, 31


def tell(world: World) -> None:
    component = make_page(world)
    signers = neighbours(world.people)
    stop = bus_stop(component, world.people, signers[:SIGNED_STOP])
    answer(stop, world.people["viestinta"])
    trail(component, world.people, signers[: SIGNED - 1])


def make_page(world: World) -> Component:
    town = Area.objects.get(parent=None)
    page = InitiativesPage(
        slug=SLUG,
        municipality="Kuparila",
        residents=town.population,
        residents_on=town.population_date or dates.from_today(OPENED).date(),
        residents_source=content.SOURCE["fi"],
        own_months=3,
        registry_email="kirjaamo@example.org",
    )

    def fields(language: str) -> dict[str, Any]:
        return {
            "intro": world.pages.rich(content.PAGE["intro"][language], language),
            "rules": world.pages.rich(content.PAGE["rules"][language], language),
            "registry": content.REGISTRY[language],
            "residents_source": content.SOURCE[language],
        }

    world.pages.add("", page, content.PAGE["title"], fields, dates.workday(OPENED, 9))
    return world.pages.get(SLUG).component


def neighbours(people: People) -> list[Actor]:
    """Residents with accounts, and as many more as the story needs; nobody signs in as them."""
    actors = [people[account.key] for account in RESIDENTS]
    for number in range(len(actors) + 1, SIGNED):
        user = User.objects.create_verified(f"naapuri{number:02}@example.org")
        actors.append(Actor.member(Person.objects.create(user=user)))
    return actors


def contact(name: str, email: str = "") -> dict[str, str]:
    return {"name": name, "municipality": "Kuparila", "email": email, "phone": "000 123 4500"}


def sign(
    initiative: Initiative, signers: list[Actor], first: dt.datetime, last: dt.datetime
) -> None:
    """One after the other, evenly over the days."""
    for number, actor in enumerate(signers):
        with dates.at(first + (last - first) * (number + 1) / (len(signers) + 1)):
            actions.sign_initiative(
                actor=actor,
                initiative=initiative,
                name=f"Esimerkki {number + 1}",
                municipality="Kuparila",
                is_resident=True,
            )


def begin(component: Component, maker: Actor, when: dt.datetime, **fields: Any) -> Initiative:
    with dates.at(when):
        draft = actions.draft_initiative(
            actor=maker,
            component=component,
            key=f"kuparila-{slugify(fields['title'])}",
            language="fi",
            **fields,
        )
        return actions.gather_signatures(actor=maker, initiative=draft)


def bus_stop(component: Component, people: People, signers: list[Actor]) -> Initiative:
    maker, opened, delivered = (
        people["reino"],
        dates.workday(DELIVERED - 40, 10),
        dates.workday(DELIVERED, 10),
    )
    others = [actor for actor in signers if actor != maker]
    row = begin(
        component,
        maker,
        opened,
        maker_kind=Maker.ASSOCIATION,
        contact=contact("Reino Esimerkki"),
        **content.BUS_STOP,
    )
    sign(row, others, opened, delivered)
    with dates.at(delivered):
        return actions.deliver_initiative(actor=maker, initiative=row)


def answer(row: Initiative, staff: Actor) -> None:
    pending = dates.workday(DELIVERED + 1, 9)
    with dates.at(pending):
        row = actions.record_pending(
            actor=staff,
            initiative=row,
            on=pending.date(),
            register_number=f"KUP/214/{pending.year}",
            prepared_by=content.ROLE,
        )
    for day, kind, texts in (
        (TAKEN_UP, EntryKind.TAKEN_UP, content.TAKEN_UP),
        (ANSWERED, EntryKind.ANSWERED, content.ANSWER),
    ):
        when = dates.workday(day, 14)
        with dates.at(when):
            actions.record_entry(
                actor=staff,
                initiative=row,
                kind=kind,
                on=when.date(),
                text=dates.fill_all(texts, when),
                role=content.ROLE,
            )


def trail(component: Component, people: People, signers: list[Actor]) -> None:
    maker, opened = people["asukas"], dates.workday(GATHERED, 10)
    row = begin(
        component,
        maker,
        opened,
        maker_kind=Maker.RESIDENT,
        contact=contact("Aino Esimerkki", "asukas@example.org"),
        **content.TRAIL,
    )
    sign(row, signers, opened, dates.clock.now() - dt.timedelta(hours=1))


STORY = Story("Residents' initiatives", InitiativesPage.objects.filter(slug=SLUG).exists, tell)
