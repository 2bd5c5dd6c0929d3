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
            "admin": client.get("/admin/", follow=False).status_code,
        }
    )
)
