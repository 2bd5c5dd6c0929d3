"""One person who has done everything that can be done here, and the words to look for after."""

import io
from datetime import timedelta
from typing import Any

from django.db import connection, transaction
from PIL import Image
from wagtail.models import Locale, Page

from home.actions import send_accessibility_feedback
from participation.core import clock, following, outbox
from participation.core.actors import Actor
from participation.core.files import reencode
from participation.core.models import Area, Person
from participation.core.receipts import new_key
from participation.ideas import actions as ideas
from participation.initiatives import actions as initiatives
from participation.initiatives.models import InitiativesPage, Maker
from participation.people.models import Letter, Profile, Verification
from participation.people.privacy.actions import ask_export

NAME = "Aino Ainokainen"
EMAIL = "aino.ainokainen@example.org"
STREET = "Salaisenkuja 7"
#: The names that the law keeps: under an initiative, for the registry.
LEGAL_NAME = "Aino Maria Ainokainen-Laki"


def picture() -> Any:
    out = io.BytesIO()
    Image.new("RGB", (8, 8), "green").save(out, "PNG")
    return reencode(out.getvalue())


def initiatives_page(home: Page) -> InitiativesPage:
    page = InitiativesPage(
        title="Aloitteet",
        slug="aloitteet",
        locale=Locale.objects.get(language_code="fi"),
        municipality="Kuparila",
        opens_at=clock.now() - timedelta(days=1),
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    return page


def everything(town: Any, person: Person) -> dict[str, Any]:
    """Let the person do all that residents can; what came of it by name."""
    actor, other = Actor.member(person), town.resident("Olli")
    found: dict[str, Any] = {}
    found["idea"] = town.idea(
        actor, title="Penkki rantaan", shown_name=NAME, photo=picture(), photo_alt="Vihreä ranta"
    )
    ideas.edit_idea(
        actor=actor,
        idea=found["idea"],
        title="Kaksi penkkiä rantaan",
        text="Ja kattokin.",
        theme=None,
        area=None,
    )
    found["theirs"] = town.idea(other, title="Ollin idea")
    ideas.support_idea(actor=actor, idea=found["theirs"])
    ideas.support_idea(actor=other, idea=found["idea"])
    page = initiatives_page(town.home)
    found["initiative"] = made = initiatives.draft_initiative(
        actor=actor,
        component=page.component,
        key=new_key(),
        title="Valot latupohjalle",
        text="Talvella on pimeää.",
        language="fi",
        maker_kind=Maker.RESIDENT,
        shown_name=NAME,
        contact={"name": LEGAL_NAME, "municipality": "Kuparila", "phone": "000 123", "email": ""},
    )
    initiatives.gather_signatures(actor=actor, initiative=made)
    found["draft"] = initiatives.draft_initiative(
        actor=actor,
        component=page.component,
        key=new_key(),
        title="Luonnos",
        text="Ei vielä.",
        language="fi",
        maker_kind=Maker.RESIDENT,
        contact={"name": LEGAL_NAME, "municipality": "Kuparila", "phone": "000 123", "email": ""},
    )
    following.follow(actor=actor, component=town.component)
    following.follow(actor=actor, component=town.component, subject=found["theirs"])
    send_feedback(actor)
    proofs(person)
    with transaction.atomic():
        outbox.post(mark="test:1", kind="test.kind", person=person, data={"name": NAME})
    ask_export(actor=actor)
    return found


def send_feedback(actor: Actor) -> None:
    send_accessibility_feedback(
        actor=actor,
        key=new_key(),
        message="Ei aukea.",
        email=EMAIL,
        language="fi",
        page_address="",
    )


def proofs(person: Person) -> None:
    now = clock.now()
    area = Area.objects.first()
    Profile.objects.create(person=person, status="resident", area=area, told_at=now)
    Verification.objects.create(person=person, method="desk", school=NAME, at=now)
    Letter.objects.create(
        person=person, name=NAME, street=STREET, language="fi", asked_at=now, town="Kuparila"
    )


def tables_with(*words: str) -> dict[str, int]:
    """Every table of the whole database in which one of the words stands, in any column."""
    found: dict[str, int] = {}
    with connection.cursor() as cursor:
        for name in connection.introspection.table_names(cursor):
            columns = [c.name for c in connection.introspection.get_table_description(cursor, name)]
            quoted = [connection.ops.quote_name(column) for column in columns]
            tests = [f"LOWER(CAST({column} AS TEXT)) LIKE %s" for column in quoted for _ in words]
            values = [f"%{word.lower()}%" for _ in quoted for word in words]
            table = connection.ops.quote_name(name)
            cursor.execute(f"SELECT COUNT(*) FROM {table} WHERE {' OR '.join(tests)}", values)
            number = cursor.fetchone()[0]
            if number:
                found[name] = number
    return found
