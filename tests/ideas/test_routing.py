"""Where a new idea goes by itself: service area, owner, due date."""

from datetime import UTC, date, datetime

import pytest
from django.contrib.auth.models import Permission
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import ServiceArea
from participation.core.policies import Refused
from participation.core.roles import revoke_role
from participation.ideas.actions import answer_idea
from participation.ideas.models import Idea

FRIDAY = datetime(2026, 12, 4, 20, 30, tzinfo=UTC)


@pytest.fixture
def routed(town, staff):
    """Urban structure answers parks in 15 working days; everything else is wellbeing's."""
    urban = town.services["kaupunkirakenne"]
    urban.owner, urban.deputy = staff["service_area"].person, staff["communications"].person
    urban.save()
    town.themes["puistot"].service_area = urban
    town.themes["puistot"].save()
    town.publish(
        service_area=town.services["hyvinvointi"], answer_days=15, opens_at=None, closes_at=None
    )
    return town


def test_an_idea_goes_to_the_owner_of_its_themes_service_area(routed, staff):
    with clock.frozen(FRIDAY):
        idea = routed.idea(theme=routed.themes["puistot"])
    assert idea.service_area == routed.services["kaupunkirakenne"]
    assert idea.owner == staff["service_area"].person
    # The town's Friday evening; Independence Day is a Sunday, Christmas is not counted.
    assert idea.due_on == date(2026, 12, 29)


def test_without_a_theme_of_its_own_the_boards_service_area_gets_it(routed):
    for theme in (None, routed.themes["liikunta"]):
        idea = routed.idea(theme=theme)
        assert idea.service_area == routed.services["hyvinvointi"]
        assert idea.owner is None
        assert idea.due_on


def test_a_board_that_says_nothing_routes_nothing(town, staff):
    idea = town.idea()
    assert (idea.service_area, idea.owner, idea.due_on, idea.stage) == (None, None, None, "")


def test_who_has_no_role_any_more_gets_no_ideas(routed, staff):
    grant = staff["service_area"].person.role_grants.get()
    revoke_role(actor=Actor.system("tests"), grant=grant)
    idea = routed.idea(theme=routed.themes["puistot"])
    assert idea.owner == staff["communications"].person
    grant = staff["communications"].person.role_grants.get()
    revoke_role(actor=Actor.system("tests"), grant=grant)
    assert routed.idea(theme=routed.themes["puistot"]).owner is None


def test_routing_costs_two_queries(routed):
    def cost(**fields) -> int:
        with CaptureQueriesContext(
            connection,
        ) as queries:
            routed.idea(**fields)
        return len(queries)

    cost()
    routed.publish(service_area=None, answer_days=None)
    plain = cost()
    assert cost(theme=routed.themes["puistot"]) == plain + 2


ANSWER = {"outcome": "accepted", "text": {"fi": "Tehdään."}, "role": {"fi": "Ohjaaja"}}


@pytest.mark.parametrize("given_as", ["owner", "deputy"])
def test_who_was_given_an_idea_answers_it_whatever_their_role(routed, staff, client, given_as):
    """Somebody with a role that has nothing to do with ideas, here the youth worker."""
    noora = staff["youth_worker"]
    noora.user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(noora.user)
    idea = routed.idea(theme=routed.themes["puistot"])
    address = f"/admin/ideas/{idea.public_id}/"
    with pytest.raises(Refused):
        answer_idea(actor=noora, idea=idea, **ANSWER)
    assert client.get(address).status_code == 302
    if given_as == "owner":
        Idea.objects.filter(pk=idea.pk).update(owner=noora.person)
    else:
        ServiceArea.objects.filter(pk=idea.service_area_id).update(deputy=noora.person)
    assert "answer-text_fi" in client.get(address).content.decode()
    answer_idea(actor=noora, idea=idea, **ANSWER)


def test_a_deputy_whose_role_has_ended_may_nothing(routed, staff):
    idea, noora = routed.idea(theme=routed.themes["puistot"]), staff["youth_worker"].person
    ServiceArea.objects.filter(pk=idea.service_area_id).update(deputy=noora)
    revoke_role(actor=Actor.system("tests"), grant=noora.role_grants.get())
    with pytest.raises(Refused):
        answer_idea(actor=Actor.member(noora), idea=idea, **ANSWER)


def test_a_service_areas_people_are_chosen_among_those_with_a_role(town, staff, client):
    user = staff["administrator"].user
    user.is_superuser = True
    user.save()
    client.force_login(user)
    area, resident = town.services["kaupunkirakenne"], town.resident("Eino").person
    address = f"/admin/raati_service_areas/edit/{area.pk}/"
    page = client.get(address).content.decode()
    assert "Pekka (pekka@example.org)" in page
    assert "Eino" not in page
    fields = {"name_0": "Kaupunkirakenne", "slug": area.slug, "position": 0}
    pekka, viivi = staff["service_area"].person, staff["communications"].person

    def save(owner, deputy) -> str:
        chosen = {"owner": owner.pk, "deputy": deputy.pk}
        return client.post(address, {**fields, **chosen}).content.decode()

    for owner, deputy in ((resident, viivi), (pekka, pekka)):
        assert "error-message" in save(owner, deputy)
        area.refresh_from_db()
        assert area.owner is None
    save(pekka, viivi)
    area.refresh_from_db()
    assert (area.owner, area.deputy) == (pekka, viivi)
