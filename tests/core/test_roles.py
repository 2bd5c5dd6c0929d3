"""Roles: who may give them, where they hold, when they end."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from wagtail.models import ModelLogEntry, Page

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Component, Person, ServiceArea
from participation.core.policies import Refused
from participation.core.roles import Role, grant_role, group_name, has_role, revoke_role

pytestmark = pytest.mark.django_db
SYSTEM = Actor.system("test")


def fresh(person):
    return Actor.member(Person.objects.get(pk=person.pk))


@pytest.fixture
def admin():
    user = get_user_model().objects.create_superuser("admin@example.org", "a-long-password")
    return Actor.signed_in(user).settled()


def test_nobody_gives_a_role_to_themselves(member, person):
    with pytest.raises(Refused):
        grant_role(actor=member, person=person, role=Role.MODERATOR)


def test_a_role_that_is_not_one_is_refused(person):
    with pytest.raises(ValueError, match="king"):
        grant_role(actor=SYSTEM, person=person, role="king")


def test_a_role_holds_everywhere_and_carries_the_admin_group(admin, person, component):
    grant_role(actor=admin, person=person, role=Role.MODERATOR)
    assert has_role(fresh(person), Role.MODERATOR)
    assert has_role(fresh(person), Role.MODERATOR, component=component)
    assert not has_role(fresh(person), Role.COMMUNICATIONS)
    assert person.user.groups.filter(name=group_name(Role.MODERATOR)).exists()


def test_an_administrator_holds_every_role(person):
    grant_role(actor=SYSTEM, person=person, role=Role.ADMINISTRATOR)
    assert all(has_role(fresh(person), role) for role in Role)


def test_a_role_in_a_component_holds_below_it_only(person, component, parent_page):
    process = Component.objects.create(
        key=parent_page.translation_key, kind="test.process", source_page=parent_page
    )
    other_page = parent_page.get_parent().add_child(instance=Page(title="Other", slug="other"))
    other = Component.objects.create(key=other_page.translation_key, source_page=other_page)
    grant_role(actor=SYSTEM, person=person, role=Role.MODERATOR, component=process)
    assert has_role(fresh(person), Role.MODERATOR, component=component)
    assert not has_role(fresh(person), Role.MODERATOR, component=other)
    assert not has_role(fresh(person), Role.MODERATOR)


def test_a_role_for_a_service_area_holds_for_it_only(person):
    parks, schools = (ServiceArea.objects.create(slug=s, name=s) for s in ("parks", "schools"))
    grant_role(actor=SYSTEM, person=person, role=Role.SERVICE_AREA, service_area=parks)
    assert has_role(fresh(person), Role.SERVICE_AREA, service_area=parks)
    assert not has_role(fresh(person), Role.SERVICE_AREA, service_area=schools)
    assert not has_role(fresh(person), Role.SERVICE_AREA)


def test_a_role_ends_by_the_clock(person):
    ends = clock.now() + timedelta(days=1)
    grant_role(actor=SYSTEM, person=person, role=Role.MODERATOR, ends_at=ends)
    assert has_role(fresh(person), Role.MODERATOR)
    with clock.frozen(ends):
        assert not has_role(fresh(person), Role.MODERATOR)


def test_the_same_grant_twice_is_one(person):
    first = grant_role(actor=SYSTEM, person=person, role=Role.MODERATOR)
    assert grant_role(actor=SYSTEM, person=person, role=Role.MODERATOR) == first


def test_the_admin_group_goes_with_the_last_grant_of_its_role(admin, person, component):
    everywhere = grant_role(actor=admin, person=person, role=Role.MODERATOR)
    here = grant_role(actor=admin, person=person, role=Role.MODERATOR, component=component)
    revoke_role(actor=admin, grant=everywhere)
    assert person.user.groups.exists()
    revoke_role(actor=admin, grant=here)
    assert not person.user.groups.exists()
    assert not has_role(fresh(person), Role.MODERATOR, component=component)


def test_granting_and_revoking_are_in_the_log(admin, person):
    grant = grant_role(actor=admin, person=person, role=Role.MODERATOR)
    revoke_role(actor=admin, grant=grant)
    revoke_role(actor=admin, grant=grant)
    actions = ModelLogEntry.objects.filter(user=admin.user).values_list("action", flat=True)
    assert sorted(actions) == ["raati.core.grant_role", "raati.core.revoke_role"]
