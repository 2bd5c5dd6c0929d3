"""The whole demo municipality in a database of its own, and everybody who comes there."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection
from django.test import override_settings

from tests import databases
from tests.conftest import WORKER, close_connections
from tests.e2e.serving import LOADED

from .limits import NO_LIMITS
from .people import Visitor, everybody


@pytest.fixture(scope="module")
def kuparila(clear_ground: None, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The connection leads to a copy of the loaded demo; what is sent is rolled back."""
    config, box = connection.settings_dict, databases.server(connection.settings_dict)
    if isinstance(box, databases.Postgres):
        # The templates are those of all workers and of the browser's tests.
        box.stem = box.stem.removesuffix(f"_{WORKER}")
    key, usual = databases.fingerprint(LOADED), connection.settings_dict["NAME"]
    files, own = settings.TEST_DIR / f"demo-{key}", Path(tmp_path_factory.mktemp("kuparila"))
    name = box.name(f"nasty-{WORKER}")
    with django_db_blocker.unblock():
        template = databases.prepared(
            box,
            "demo",
            key,
            ["load_demo"],
            settings_module="config.settings.demo",
            base=databases.migrated(box),
            RAATI_DEMO_DIR=str(files),
        )
        shutil.copytree(files, own, dirs_exist_ok=True)
        close_connections()
        with databases.locked("copy"):
            box.copy(template, name)
        settings.DATABASES["default"]["NAME"] = config["NAME"] = name
        places = {"MEDIA_ROOT": own / "media", "RAATI_PRIVATE_ROOT": own / "private"}
        with override_settings(**NO_LIMITS, **places):
            cache.clear()
            try:
                yield
            finally:
                close_connections()
                settings.DATABASES["default"]["NAME"] = config["NAME"] = usual
                box.drop(name)


@pytest.fixture(scope="module")
def visitors(kuparila) -> dict[str, Visitor]:
    return everybody()
