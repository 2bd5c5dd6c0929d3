"""A mail server, a mailbox owner, a kind of mail, and the board of the tests of ideas."""

import pytest
from django.contrib.auth import get_user_model
from django.db import transaction

from participation.core import outbox
from participation.core.models import OutgoingMail, Person
from tests.ideas.conftest import desk, staff, town  # noqa: F401

from .letters import KIND, write_letter
from .sink import Sink


@pytest.fixture(autouse=True)
def _kind():
    outbox.register_kind(KIND, write_letter)
    yield
    outbox._renderers.pop(KIND)


@pytest.fixture
def sink(settings):
    """Django's own SMTP backend against a server of ours."""
    with Sink() as sink:
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", sink.port
        settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
        settings.EMAIL_TIMEOUT = 2
        yield sink


def make_receiver(name: str = "aino") -> Person:
    user = get_user_model().objects.create_verified(f"{name}@example.org", "osallistu-2026")
    return Person.objects.create(user=user, display_name=name.title())


@pytest.fixture
def aino(db) -> Person:
    return make_receiver()


def post(n: int = 0, **given) -> OutgoingMail:
    with transaction.atomic():
        outbox.post(mark=f"test:{n}", kind=KIND, data={"n": n, **given.pop("data", {})}, **given)
    return OutgoingMail.objects.get(mark=f"test:{n}")
