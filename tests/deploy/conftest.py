"""One town behind nginx for all tests of a worker."""

import os
import shutil
from collections.abc import Iterator

import pytest
from django.db import connection

from tests import production

from .proxied import Proxied, SmallTown


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what wants a tool that is not there; in CI that is a failure instead."""
    there = {"nginx": production.nginx_program(), "systemd": shutil.which("systemd-analyze")}
    missing = [name for name, program in there.items() if not program]
    if not missing or os.environ.get("CI") == "true":
        return
    left_out = [item for item in items if any(item.get_closest_marker(m) for m in missing)]
    items[:] = [item for item in items if item not in left_out]
    config.hook.pytest_deselected(items=left_out)


@pytest.fixture(scope="session")
def small_town(tmp_path_factory, django_db_setup) -> Iterator[SmallTown]:
    connection.close()
    worker = os.environ.get("PYTEST_XDIST_WORKER", "solo")
    town = SmallTown(tmp_path_factory.mktemp("town"), worker)
    try:
        town.prepare()
        yield town
    finally:
        town.stop()


@pytest.fixture(scope="session")
def town(small_town) -> Proxied:
    """The same behind nginx."""
    if production.nginx_program() is None:
        pytest.fail("nginx is not installed: apt-get install nginx-light.")
    town = Proxied(small_town)
    town.start()
    return town
