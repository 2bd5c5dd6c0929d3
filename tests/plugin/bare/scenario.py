"""An idea's way in a project that knows nothing of us: run by test_wheel.py, prints what it saw."""

import json
import os
import sys

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "bare.settings"
django.setup()

from django.contrib.auth import get_user_model
from django.test import Client
from wagtail.models import Page

import participation
from participation.core.actors import Actor
from participation.core.models import Component, Person
from participation.core.receipts import new_key
from participation.ideas.actions import send_idea, support_idea
from participation.ideas.models import IdeaBoardPage
from participation.initiatives.actions import (
    draft_initiative,
    gather_signatures,
    sign_initiative,
)
from participation.initiatives.models import InitiativesPage, Maker


def person(name: str) -> Actor:
    user = get_user_model().objects.create_user(name, password="a-long-password")
    return Actor.member(Person.objects.create(user=user, display_name=name))


home = Page.objects.get(depth=2)
board = home.add_child(instance=IdeaBoardPage(title="Ideas", slug="ideas"))
board.save_revision().publish()
component = Component.objects.get(key=board.translation_key)
idea = send_idea(
    actor=person("ada"),
    component=component,
    key=new_key(),
    title="A bench by the lake",
    text="There is **nowhere** to sit.",
    language="en",
)
support_idea(actor=person("bo"), idea=idea)
idea.refresh_from_db()

page = home.add_child(
    instance=InitiativesPage(title="Initiatives", slug="initiatives", municipality="Bareville")
)
page.save_revision().publish()
maker = Actor.member(Person.objects.get(display_name="ada"))
draft = draft_initiative(
    actor=maker,
    component=Component.objects.get(key=page.translation_key),
    key=new_key(),
    title="A light on the trail",
    text="It is dark in winter.",
    language="en",
    maker_kind=Maker.RESIDENT,
    contact={"name": "Ada A.", "municipality": "Bareville", "email": "ada@example.org"},
)
initiative = gather_signatures(actor=maker, initiative=draft)
sign_initiative(
    actor=Actor.member(Person.objects.get(display_name="bo")),
    initiative=initiative,
    name="Bo B.",
    municipality="Bareville",
    is_resident=True,
)
initiative.refresh_from_db()

client = Client()
answer = client.get("/ideas/")
sys.stdout.write(
    json.dumps(
        {
            "installed": participation.__file__,
            "user": get_user_model()._meta.label,
            "status": answer.status_code,
            "listed": "A bench by the lake" in answer.content.decode(),
            "cached": answer.headers.get("Cache-Control", ""),
            "supports": idea.support_count,
            "initiative": client.get(f"/initiatives/{initiative.path_name}/").status_code,
            "signatures": initiative.resident_count,
            "admin": client.get("/admin/", follow=False).status_code,
        }
    )
)
