"""Who was erased, kept outside of the database, so that no old copy brings anybody back.

A file that only grows: a line for each erasure with the day and a keyed hash of the person's
public id. It names nobody; beside a restored copy it tells whom to erase again.
"""

import hashlib
import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from django.conf import settings
from django.dispatch import receiver
from django.utils import timezone
from django.utils.crypto import salted_hmac

from participation.core import conf as core_conf
from participation.core.actors import Actor
from participation.core.models import Fact, Person

from .. import conf
from .actions import erase_person
from .signals import person_erased

_SALT = "raati.erased"


class OtherKey(Exception):  # noqa: N818 - it says what the matter is
    """The list was written with another SECRET_KEY: nobody on it can be recognised."""


def path() -> Path:
    return Path(conf.get("ERASED_FILE") or core_conf.private_root().parent / "erased.txt")


def _secrets() -> list[str]:
    return [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]


def _key(secret: str) -> str:
    """Names the key without telling it."""
    return hashlib.sha256(f"{_SALT}\0{secret}".encode()).hexdigest()[:6]


def _digest(public_id: str, secret: str) -> str:
    return salted_hmac(_SALT, public_id, secret=secret, algorithm="sha256").hexdigest()


@receiver(person_erased, dispatch_uid="raati_people:note_erased")
def note_erased(fact: Fact, **_given: Any) -> None:
    """One line, on the disk before the fact is done; told twice it stands there twice."""
    public_id = Person.objects.values_list("public_id", flat=True).get(pk=fact.subject_id)
    secret = settings.SECRET_KEY
    day = timezone.localdate(fact.at)
    line = f"{day.isoformat()} {_key(secret)} {_digest(public_id, secret)}\n"
    file = path()
    file.parent.mkdir(parents=True, exist_ok=True)
    # One write to a file opened for appending: lines of two processes do not mix.
    number = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(number, line.encode())
        os.fsync(number)
    finally:
        os.close(number)


def erase_again(lines: Iterable[str]) -> int:
    """Erase everybody on the list who is in the database again; how many. OtherKey, ValueError."""
    marks = set(_marks(lines))
    secrets = {_key(each): each for each in _secrets()}
    if unknown := {key for key, _digest in marks} - set(secrets):
        raise OtherKey(", ".join(sorted(unknown)))
    system = Actor.system("people.erase_again")
    living = Person.objects.filter(erased_at=None).only("pk", "public_id").iterator()
    back = [
        person
        for person in living
        if any((key, _digest(person.public_id, each)) in marks for key, each in secrets.items())
    ]
    return sum(erase_person(actor=system, person=person) for person in back)


def _marks(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, 1):
        parts = line.split()
        if parts and len(parts) != 3:
            raise ValueError(f"Line {number} is damaged.")
        if parts:
            yield parts[1], parts[2]
