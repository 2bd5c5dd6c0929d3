"""Administrators give roles and take them away; nobody else sees the page."""

from datetime import date

import pytest
from wagtail.models import ModelLogEntry

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import RoleGrant, ServiceArea
from participation.core.roles import Role, has_role

from .helpers_verif import member
from .test_verif_desk import at_desk

pytestmark = pytest.mark.django_db
ROLES = "/admin/people/roles/"


@pytest.fixture
def admin(client):
    return at_desk(client, "Pirjo", Role.ADMINISTRATOR)


def give(client, email: str, role: str = Role.MODERATOR, **more: object):
    return client.post(ROLES, {"task": "grant", "email": email, "role": role, **more})


@pytest.mark.parametrize(
    "role", [Role.COMMUNICATIONS, Role.MODERATOR, Role.SERVICE_AREA, Role.SERVICE_DESK]
)
def test_who_is_no_administrator_neither_sees_nor_gives(client, role):
    at_desk(client, "Veera", role)
    aino = member("Aino")
    assert client.get(ROLES).status_code in (302, 403)
    assert give(client, aino.user.email).status_code in (302, 403)
    assert not RoleGrant.objects.filter(person=aino.person).exists()
    assert ROLES not in client.get("/admin/").content.decode()


def test_a_role_is_given_with_an_end_and_shown(client, admin, town):
    aino = member("Aino")
    answer = give(
        client, aino.user.email.upper(), ends_on="2099-12-31", place=town.component.public_id
    )
    assert answer.status_code == 303
    grant = RoleGrant.objects.get(person=aino.person)
    assert (grant.role, grant.component_id) == (Role.MODERATOR, town.component.key)
    # The last day is whole, as people here count it.
    assert clock.timezone.localtime(grant.ends_at).date() == date(2100, 1, 1)
    html = client.get(ROLES).content.decode()
    assert "aino@example.org" in html
    assert town.board.title in html
    entry = ModelLogEntry.objects.get(action="raati.core.grant_role", object_id=str(grant.pk))
    assert entry.user == admin.user


def test_a_role_is_taken_away_at_once(client, admin):
    aino = member("Aino")
    give(client, aino.user.email)
    grant = RoleGrant.objects.get(person=aino.person)
    assert client.post(ROLES, {"task": "revoke", "grant": grant.pk}).status_code == 303
    assert not has_role(Actor.signed_in(aino.user), Role.MODERATOR)
    again = client.post(ROLES, {"task": "revoke", "grant": grant.pk})
    assert again.status_code == 303


@pytest.mark.parametrize("named", ["", "x", "-1", "9" * 400, "1;2", "１"])
def test_nonsense_takes_nothing_away(client, admin, named):
    before = RoleGrant.objects.filter(revoked_at=None).count()
    assert client.post(ROLES, {"task": "revoke", "grant": named}).status_code == 303
    assert RoleGrant.objects.filter(revoked_at=None).count() == before


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"email": "nobody@example.org"}, "email"),
        ({"email": "aino\x00@example.org"}, "email"),
        ({"role": "emperor"}, "role"),
        ({"ends_on": "2020-01-01"}, "ends_on"),
        ({"ends_on": "31.2.2099"}, "ends_on"),
        ({"place": "' OR 1=1"}, "place"),
        ({"service_area": "999999"}, "service_area"),
    ],
)
def test_what_is_wrong_is_told_beside_the_field_and_nothing_is_given(client, admin, fields, field):
    aino = member("Aino")
    answer = client.post(
        ROLES, {"task": "grant", "email": aino.user.email, "role": Role.MODERATOR, **fields}
    )
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert not RoleGrant.objects.filter(person=aino.person).exists()


def test_a_service_area_is_only_for_who_answers(client, admin):
    aino, area = member("Aino"), ServiceArea.objects.create(slug="tekniikka", name="Tekniikka")
    assert give(client, aino.user.email, service_area=area.pk).status_code == 422
    answer = give(client, aino.user.email, Role.SERVICE_AREA, service_area=area.pk)
    assert answer.status_code == 303
    assert RoleGrant.objects.get(person=aino.person).service_area == area


def test_an_old_session_is_asked_again(client, admin, settings):
    settings.RAATI_FRESH_SECONDS = 0
    aino = member("Aino")
    assert give(client, aino.user.email).status_code == 303
    assert not RoleGrant.objects.filter(person=aino.person).exists()
