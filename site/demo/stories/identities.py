"""A few residents showed who they are at the service desk; two wait for a letter."""

import datetime as dt

from wagtail.models import Site

from participation.people.birth import Born
from participation.people.letters import Address, ask_letter
from participation.people.models import Letter, ServiceDesk, Verification
from participation.people.verifying import verify_at_desk
from participation.people.verifying_ages import ANY_AGE, at_least
from participation.people.verifying_facts import Facts

from .. import dates
from ..content.identities import ADDRESS, ASKED, CAME
from ..world import Story, World


def tell(world: World) -> None:
    site = Site.objects.get(is_default_site=True)
    ServiceDesk.objects.update_or_create(
        site=site, defaults={"address": ADDRESS, "sends_letters": True}
    )
    for key, days, seen in CAME:
        moment = dates.workday(-days, 11)
        with dates.at(moment):
            verify_at_desk(
                actor=world.people["palvelupiste"],
                person=world.people.person(key),
                facts=_facts(seen, moment.date()),
                saw_document=True,
            )
    for key, days, name, street, postcode, town, language in ASKED:
        with dates.at(dates.from_today(-days, 19)):
            ask_letter(
                actor=world.people[key],
                address=Address(name, street, postcode, town),
                language=language,
            )


def _facts(seen: dict, on: dt.date) -> Facts:
    born = ANY_AGE
    if "at_least" in seen:
        born = at_least(seen["at_least"], on)
    elif "years" in seen:
        born = Born.aged(seen["years"], on)
    return Facts(status=seen["status"], born=born)


def is_told() -> bool:
    return Verification.objects.exists() and Letter.objects.exists()


STORY = Story("Who showed who they are", is_told, tell)
