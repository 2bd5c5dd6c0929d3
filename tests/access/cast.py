"""Everybody who comes to an address: each role once, each with a browser of their own."""

from django.contrib.auth import get_user_model

from participation.core.actors import Actor
from participation.core.models import Component, Person, ServiceArea
from participation.core.roles import Role, grant_role

from .visiting import Browser

#: The letter in the table's head, and who it is.
ROLES = {
    "g": "guest",
    "r": "resident",
    "n": "neighbour",
    "b": "banned",
    "c": "communications",
    "l": "limited",
    "m": "moderator",
    "s": "service_area",
    "y": "youth_worker",
    "p": "safeguarding",
    "d": "service_desk",
    "a": "administrator",
    "u": "operator",
}


class Cast:
    """The people by name, as actors; `limited` keeps one process, `service_area` one area."""

    def __init__(self, process: Component, service_area: ServiceArea) -> None:
        self.people: dict[str, Person] = {}
        for name in [*ROLES.values(), "reporter"]:
            if name != "guest":
                self.people[name] = self._person(name)
        where = {
            "limited": {"role": Role.COMMUNICATIONS, "component": process},
            "service_area": {"role": Role.SERVICE_AREA, "service_area": service_area},
        }
        for name in ROLES.values():
            if name in where or name in Role.values:
                given = {"role": name, **where.get(name, {})}
                grant_role(actor=Actor.system("tests"), person=self.people[name], **given)
        self.reread()

    @staticmethod
    def _person(name: str) -> Person:
        users = get_user_model().objects
        user = users.create_verified(f"{name}@example.org", "osallistu-2026")
        if name == "operator":
            user.is_superuser = True
            user.save()
        return Person.objects.create(user=user, display_name=name.title().replace("_", " "))

    def reread(self) -> None:
        """What the objects remember of rights is from before they were given or taken."""
        for name, person in self.people.items():
            self.people[name] = Person.objects.select_related("user").get(pk=person.pk)

    def __getitem__(self, name: str) -> Actor:
        return Actor.guest("visitor") if name == "guest" else Actor.member(self.people[name])

    def browser(self, name: str) -> Browser:
        """The role's browser, signed in a moment ago."""
        browser = Browser(raise_request_exception=False)
        if name != "guest":
            browser.force_login(self.people[name].user)
        return browser
