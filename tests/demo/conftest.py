"""Kuparila, loaded once for all tests of a module and taken away after it."""

import io
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import transaction


@dataclass(frozen=True)
class Loaded:
    #: Of this process, whatever else the machine is doing.
    seconds: float
    said: str


@pytest.fixture(scope="module")
def kuparila(
    clear_ground: None, django_db_blocker, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Loaded]:
    """The demo in an outer transaction; each test's own stands inside it.

    Slow, so it is shared; tests only look.
    """
    patch = pytest.MonkeyPatch()
    patch.setattr(settings, "MEDIA_ROOT", tmp_path_factory.mktemp("media"))
    patch.setattr(settings, "RAATI_PRIVATE_ROOT", Path(tmp_path_factory.mktemp("private")))
    with django_db_blocker.unblock():
        started, out = time.process_time(), io.StringIO()
        outer = transaction.atomic()
        outer.__enter__()
        try:
            call_command("load_demo", stdout=out)
            yield Loaded(time.process_time() - started, out.getvalue())
        finally:
            transaction.set_rollback(True)
            outer.__exit__(None, None, None)
    patch.undo()
