"""Who comes: a guest, residents, and one of the staff for each role, signed in for good."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client, TestCase

from demo.people import ACCOUNTS, PASSWORD

GUEST = "guest"


@dataclass
class Visitor:
    """Somebody's browser. Whatever is sent with `send` has not happened afterwards."""

    name: str
    client: Client = field(default_factory=Client)

    def __post_init__(self) -> None:
        self.client.raise_request_exception = False
        if self.name != GUEST:
            form = {"login": f"{self.name}@example.org", "password": PASSWORD}
            self.client.post("/fi/accounts/login/", form)
            assert "_auth_user_id" in self.client.session, self.name
        self.cookies = self.client.cookies.copy()

    def look(self, address: str, **data: Any) -> HttpResponse:
        return self.client.get(address, data or None)

    @contextmanager
    def trying(self) -> Iterator[Client]:
        """What is sent inside runs whole, what follows the commit too, and is taken back."""
        with transaction.atomic():
            try:
                with TestCase.captureOnCommitCallbacks(execute=True):
                    yield self.client
            finally:
                transaction.set_rollback(True)
                self.client.cookies = self.cookies.copy()


def everybody() -> dict[str, Visitor]:
    names = [each.key for each in ACCOUNTS if each.signs_in]
    return {name: Visitor(name) for name in (GUEST, *names)}
