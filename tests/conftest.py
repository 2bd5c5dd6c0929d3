"""What every test can count on: a migrated database, its page roots, empty caches."""

import os
from collections.abc import Generator

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from django.test import TransactionTestCase

from tests import databases, worlds

#: Folders and files whose tests hold a time that a busy second core would break.
ALONE = ("tests/bench/", "tests/live/test_processes.py")
#: What draws and edits pages, or asks no database: `make test` runs it on one kind only.
ONCE = (
    "tests/architecture/",
    "tests/plugin/",
    "tests/demo/",
    "tests/access/",
    "tests/nasty/",
    "tests/core/test_look.py",
    "tests/core/test_easy.py",
    "tests/accounts/test_returning.py",
    "tests/accounts/test_identity_services.py",
    "tests/accounts/test_pages.py",
    "tests/home/test_blocks.py",
    "tests/home/test_editing.py",
    "tests/home/test_feedback.py",
    "tests/home/test_frame.py",
    "tests/home/test_guide.py",
    "tests/home/test_log_report.py",
    "tests/home/test_pages.py",
    "tests/home/test_reading.py",
    "tests/home/test_roles.py",
    "tests/home/test_rounds.py",
    "tests/home/test_routing.py",
    "tests/home/test_unread.py",
    "tests/ideas/test_board.py",
    "tests/ideas/test_idea_page.py",
    "tests/ideas/test_ways_to_look.py",
    "tests/ideas/test_writing.py",
    "tests/initiatives/test_outputs.py",
    "tests/initiatives/test_pages.py",
    "tests/moderation/test_bans.py",
    "tests/moderation/test_guest_forms.py",
    "tests/moderation/test_reporting.py",
    "tests/people/test_editing.py",
    "tests/people/test_exports.py",
    "tests/processes/test_page.py",
    "tests/processes/test_presets.py",
    "tests/processes/test_rounds.py",
)
#: What takes longest: begun first, so that at the end no worker waits for another.
FIRST = (
    "tests/nasty/",
    "tests/access/test_table.py",
    "tests/deploy/",
    "tests/plugin/",
    "tests/live/",
    "tests/demo/",
    "tests/access/",
)
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "solo")


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_collection_modifyitems(
    config: pytest.Config, items: list[pytest.Item]
) -> Generator[None]:
    """Leave out what promises something about PostgreSQL where there is none.

    The second of two runs (RAATI_TEST_AGAIN=yes) also leaves out what runs once. What is
    left is put in order after all other plugins have had their say.
    """
    for item in items:
        if item.nodeid.startswith(ALONE):
            item.add_marker("alone")
    if connection.vendor == "postgresql":
        is_second = os.environ.get("RAATI_TEST_AGAIN") == "yes"
        left_out = [item for item in items if is_second and item.nodeid.startswith(ONCE)]
    else:
        left_out = [item for item in items if item.get_closest_marker("postgres")]
    left = set(left_out)
    items[:] = [item for item in items if item not in left]
    config.hook.pytest_deselected(items=left_out)
    yield
    items[:] = worlds.side_by_side(items)
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    found = (n for n, start in enumerate(FIRST) if item.nodeid.startswith(start))
    return next(found, len(FIRST))


@pytest.hookimpl(tryfirst=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef, request: pytest.FixtureRequest) -> None:
    """Before a test's own transaction opens, the worlds that it stands on are there."""
    if fixturedef.argname == "_django_db_helper":
        worlds.stand_for(request.node)


def pytest_sessionfinish(session: pytest.Session) -> None:
    """In CI a skipped test is a failed one: everything needed is there or must be."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if os.environ.get("CI") == "true" and reporter and reporter.stats.get("skipped"):
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def close_connections() -> None:
    for each in connections.all(initialized_only=True):
        each.close()
        if hasattr(each, "close_pool"):
            each.close_pool()


@pytest.fixture(scope="session")
def django_db_setup(django_test_environment, django_db_blocker):
    """A copy of a migrated template instead of migrating anew; see tests/databases.py."""
    config = connection.settings_dict
    box = databases.server(config)
    original = config["NAME"]
    with django_db_blocker.unblock():
        template = databases.migrated(box)
        name = box.name(WORKER)
        close_connections()
        with databases.locked("copy"):
            box.copy(template, name)
        box.remember(template, name)
        settings.DATABASES["default"]["NAME"] = config["NAME"] = name

    def restore(self: TransactionTestCase) -> None:
        # Django's own flush would also take what the migrations wrote: the
        # languages, the page roots, the groups.
        connection.close()
        box.restore(name)

    flush, TransactionTestCase._fixture_teardown = TransactionTestCase._fixture_teardown, restore
    yield
    TransactionTestCase._fixture_teardown = flush
    with django_db_blocker.unblock():
        worlds.take_down()
        close_connections()
        config["NAME"] = original
        box.drop(name)


@pytest.fixture(scope="module")
def clear_ground(django_db_setup, django_db_blocker):
    """For a module that builds something of its own for all its tests: no world stands."""
    with django_db_blocker.unblock():
        worlds.take_down()


@pytest.fixture(autouse=True)
def _empty_caches():
    """Sites, menus and rate limits are remembered in the cache from test to test otherwise."""
    cache.clear()


@worlds.shared
def wagtail_root():
    """The root of the page tree, with a locale for every language and no page below it.

    Migrations leave one locale and Wagtail's welcome page; the tests start from
    the same empty house whatever the site's own migrations put there.
    """
    from wagtail.models import Locale, Page, Site

    for code, _name in settings.LANGUAGES:
        Locale.objects.get_or_create(language_code=code)
    root = Page.objects.filter(depth=1).get()
    for page in root.get_children():
        page.specific.delete()
    Site.objects.all().delete()
    Site.clear_site_root_paths_cache()
    return Page.objects.get(pk=root.pk)
