"""People, moderation and notifications without our accounts; prints what it saw."""

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bare.whole_settings"
django.setup()

from django.contrib.auth import get_user_model
from django.core import mail
from django.core.management import call_command
from django.test import Client
from wagtail.models import Page

from participation.core import clock, jobs, moderatable
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.receipts import new_key
from participation.core.roles import Role, grant_role
from participation.ideas.actions import send_idea
from participation.ideas.models import Idea, IdeaBoardPage
from participation.moderation.actions import decide_case, report_thing
from participation.moderation.models import Case, What
from participation.notifications.models import Notice
from participation.people.models import GuardianConsent
from participation.people.privacy.actions import ask_export, erase_person
from participation.processes.models import ProcessPage

call_command("migrate", verbosity=0)
users = get_user_model().objects


def person(name: str) -> Actor:
    user = users.create_user(name, f"{name}@example.org", "a-long-password")
    return Actor.member(Person.objects.create(user=user, display_name=name))


def page_of(actor: Actor, address: str) -> int:
    client = Client()
    client.force_login(users.get(pk=actor.user.pk))
    return client.get(address).status_code


home = Page.objects.get(depth=2)
phases = [{"type": "phase", "value": {"title": "Ideas", "allows": ["ideas.submit"]}}]
process = ProcessPage(title="Spring", slug="spring", eligibility={"age": {"from": 11}})
process.phases = ProcessPage._meta.get_field("phases").to_python(phases)
home.add_child(instance=process)
process.save_revision().publish()
board = process.add_child(instance=IdeaBoardPage(title="Ideas", slug="ideas"))
board.save_revision().publish()
component = Component.objects.get(key=board.translation_key)

ann, ben, moderator, child = person("ann"), person("ben"), person("mod"), person("kid")
grant_role(actor=Actor.system("test"), person=moderator.person, role=Role.MODERATOR)

seen: dict[str, object] = {}
client = Client()
client.force_login(ann.user)
asked = client.get(f"/me/tell/{component.public_id}/")
seen["asks for the year"] = 'name="birth_year"' in asked.content.decode()
client.post(f"/me/tell/{component.public_id}/", {"birth_year": "1990"})
idea = send_idea(
    actor=ann,
    component=component,
    key=new_key(),
    title="A bench by the lake",
    text="There is nowhere to sit.",
    language="en",
)
kind = moderatable.kind_of(Idea._meta.label)
report_thing(actor=ben, kind=kind, thing=idea, key=new_key(), reason="spam", words="An advert.")
case = Case.objects.get()
seen["report page"] = page_of(ben, f"/moderation/report/idea/{idea.public_id}/")
decide_case(
    actor=Actor.member(Person.objects.get(pk=moderator.person.pk)),
    case=case,
    what=What.HIDE,
    reason=kind.reasons()[0][0],
    words="It is an advert.",
    version=case.version,
)
seen["hidden"] = Client().get(f"/spring/ideas/{idea.path_name}/").status_code
seen["told"] = Notice.objects.filter(person=ann.person).count() > 0

client = Client()
client.force_login(child.user)
client.post(f"/me/tell/{component.public_id}/", {"birth_year": str(clock.today().year - 11)})
seen["child waits"] = GuardianConsent.objects.exclude(waits_since=None).count()
seen["child is out"] = page_of(child, "/me/")

for name in ("", "following/", "data/", "told/", "verify/", "notices/"):
    seen[f"/me/{name}"] = page_of(ann, f"/me/{name}")
ask_export(actor=ann)
answers = jobs.tick()
seen["broken jobs"] = [name for name, answer in answers.items() if isinstance(answer, Exception)]
seen["mails"] = len(mail.outbox) > 0
erase_person(actor=ann, person=ann.person)
seen["erased"] = not users.filter(username="ann").exists()
sys.stdout.write(json.dumps(seen))
