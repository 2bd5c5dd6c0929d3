"""Rooms to watch, people to watch them, and readers with a socket."""

import os
from importlib import import_module

import pytest
from asgiref.sync import sync_to_async
from channels.layers import channel_layers
from django.conf import settings as django_settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY, get_user_model

from participation.core.models import Person
from participation.live import hub as hubs
from participation.live import layer, registry
from tests.live import room
from tests.live.reader import Reader

LAYERS = ["memory", "redis"] if os.environ.get("REDIS_URL") else ["memory"]


@pytest.fixture
def rooms(transactional_db):
    """The tables and the kind of the tests' streams."""
    room.make_tables()
    room.enter_kind()
    yield room
    registry.unregister("room")


@pytest.fixture(params=LAYERS)
def bus(request, settings):
    """Once with the in-memory layer, once with Redis where there is one."""
    if request.param == "memory":
        settings.CHANNEL_LAYERS = {
            "default": {"BACKEND": "channels.layers.InMemoryChannelLayer"},
        }
    layer.reset()
    yield request.param
    layer.reset()


@pytest.fixture
async def reader(rooms, bus):
    """Opens readers: `await reader()`; all are closed at the end, and no hub is left."""
    opened: list[Reader] = []

    async def open_one(session: str = "", language: str = "fi", **headers) -> Reader:
        one = Reader(session, language, **headers)
        opened.append(one)
        await one.open()
        return one

    yield open_one
    for one in opened:
        await one.close()
    assert not list(hubs._hubs.values()), "A hub outlived its last socket."
    current = channel_layers.backends.get("default")
    if current is not None:
        await current.flush()


@pytest.fixture
def quick_looks(settings):
    settings.RAATI_LIVE_LOOK_SECONDS = 0.2
    settings.RAATI_LIVE_HINT_SECONDS = 0.2


@pytest.fixture
def no_looks(settings):
    """Only what the layer says arrives."""
    settings.RAATI_LIVE_LOOK_SECONDS = 600


def make_member(email: str, password: str = "salasana-123") -> Person:
    user = get_user_model().objects.create_user(email=email, password=password)
    return Person.objects.create(user=user)


def sign_in(user) -> str:
    """A session as a signed-in browser has one; returns its key."""
    session = import_module(django_settings.SESSION_ENGINE).SessionStore()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = django_settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()
    session.create()
    return session.session_key


amake_member = sync_to_async(make_member)
asign_in = sync_to_async(sign_in)
