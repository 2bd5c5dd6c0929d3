"""What each role may do in the Wagtail admin."""

import pytest
from django.contrib.auth.models import Group

from home.roles import ensure_groups
from participation.core.roles import Role, group_name

from .conftest import person_with

MAY_EDIT = {Role.COMMUNICATIONS, Role.ADMINISTRATOR}


@pytest.fixture
def groups(tree):
    ensure_groups()


@pytest.mark.parametrize("role", Role)
class TestRole:
    def test_it_opens_the_admin(self, role, groups, noon, client):
        client.force_login(person_with("a@example.org", role).user)
        assert client.get("/admin/").status_code == 200

    def test_only_editing_roles_edit_and_publish_pages(self, role, tree, groups):
        user = person_with("a@example.org", role).user
        rights = tree.about.permissions_for_user(user)
        assert rights.can_edit() == (role in MAY_EDIT)
        assert rights.can_publish() == (role in MAY_EDIT)
        may_draft = role in MAY_EDIT | {Role.YOUTH_WORKER}
        assert tree.home.permissions_for_user(user).can_add_subpage() == may_draft

    @pytest.mark.parametrize(
        "address", ["/admin/raati_areas/new/", "/admin/raati_themes/new/", "/admin/redirects/"]
    )
    def test_only_editing_roles_keep_areas_and_themes(self, role, address, groups, noon, client):
        client.force_login(person_with("a@example.org", role).user)
        assert (client.get(address).status_code == 200) == (role in MAY_EDIT)

    @pytest.mark.parametrize("address", ["/admin/users/", "/admin/groups/", "/admin/sites/"])
    def test_no_role_makes_users_or_rights(self, role, address, groups, noon, client):
        client.force_login(person_with("a@example.org", role).user)
        assert client.get(address).status_code != 200


def test_the_groups_are_there_after_migrating(db):
    names = set(Group.objects.values_list("name", flat=True))
    assert {group_name(role) for role in Role} <= names


def test_making_the_groups_again_changes_nothing(groups):
    group = Group.objects.get(name=group_name(Role.COMMUNICATIONS))
    before = (group.permissions.count(), group.page_permissions.count())
    ensure_groups()
    assert (group.permissions.count(), group.page_permissions.count()) == before


def test_an_area_is_named_in_every_language(tree, groups, noon, staff):
    from participation.core.models import Area

    html = staff.get("/admin/raati_areas/new/").content.decode()
    assert html.count('class="raati-languages__label"') == 3
    data = {
        "name_0": "Keskusta",
        "name_1": "Centrum",
        "name_2": "",
        "slug": "keskusta",
        "position": "0",
        "parent": "",
        "population": "",
        "population_date": "",
    }
    assert staff.post("/admin/raati_areas/new/", data).status_code == 302
    area = Area.objects.get(slug="keskusta")
    assert area.name.data == {"fi": "Keskusta", "sv": "Centrum"}
    edit = staff.get(f"/admin/raati_areas/edit/{area.pk}/").content.decode()
    assert 'value="Centrum"' in edit
    assert staff.get(f"/admin/raati_areas/history/{area.pk}/").status_code == 200
