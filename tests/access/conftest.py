"""The town is built once for all that is asked about it, and never written down."""

import pytest
from django.db import transaction
from wagtail.models import Locale, Page, Site

from participation.core import clock
from tests.home.trees import NOON

from .things import Things
from .world import World


@pytest.fixture(scope="module")
def town(clear_ground, django_db_blocker):
    """A World in a transaction that ends with the module."""
    with django_db_blocker.unblock(), clock.frozen(NOON), transaction.atomic():
        yield World(empty_root())
        transaction.set_rollback(True)
    Site.clear_site_root_paths_cache()


def empty_root() -> Page:
    for code in ("fi", "sv", "en"):
        Locale.objects.get_or_create(language_code=code)
    root = Page.objects.get(depth=1)
    for page in root.get_children():
        page.specific.delete()
    Site.objects.all().delete()
    Site.clear_site_root_paths_cache()
    return Page.objects.get(pk=root.pk)


@pytest.fixture(scope="module")
def things(town):
    return Things(town)
