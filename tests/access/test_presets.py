"""Each role is a preset: exactly the rights of the written list, in one place or everywhere."""

import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import Group
from wagtail.models import Page

from home.roles import ensure_groups
from participation.core import clock, jobs
from participation.core.actors import Actor
from participation.core.models import Person, RoleGrant
from participation.core.role_groups import PREFIX, group_name
from participation.core.roles import Role, grant_role, revoke_role
from participation.core.rules import RuleBroken
from tests.home.conftest import person_with, tree
from tests.home.trees import translated

__all__ = ["tree"]

LIST = Path(__file__).with_name("presets.txt")
SYSTEM = Actor.system("tests")


def rights_of(group: Group) -> list[str]:
    """Every right of the group, in words that a person can read."""
    model = group.permissions.values_list("content_type__app_label", "codename")
    pages = group.page_permissions.values_list("permission__codename", "page__title")
    media = group.collection_permissions.values_list("permission__codename", "collection__name")
    found = [f"{app}.{codename}" for app, codename in model]
    found += [f"{codename} over the pages of {title}" for codename, title in pages]
    return sorted(found + [f"{codename} in {name}" for codename, name in media])


def test_each_role_has_exactly_the_rights_of_the_list(tree):
    ensure_groups()
    lines = []
    for role in Role:
        lines += [f"# {role}", *rights_of(Group.objects.get(name=group_name(role))), ""]
    if os.environ.get("RAATI_ACCESS_TABLE") == "write":
        LIST.write_text("\n".join(lines))
    assert "\n".join(lines) == LIST.read_text()


def test_no_role_edits_accounts_groups_sites_or_workflows(tree):
    ensure_groups()
    for group in Group.objects.filter(name__startswith=PREFIX):
        for right in rights_of(group):
            assert not right.startswith(("accounts.", "auth.", "wagtailcore.", "wagtailusers.")), (
                right
            )


class TestOnePlace:
    """A role in one place edits the pages of that place, and no others."""

    @pytest.fixture
    def officer(self, tree):
        ensure_groups()
        person = person_with("ville@example.org")
        place = tree.process.component
        grant_role(actor=SYSTEM, person=person, role=Role.COMMUNICATIONS, component=place)
        return person

    def rights(self, page: Page, person: Person):
        user = Person.objects.select_related("user").get(pk=person.pk).user
        return Page.objects.get(pk=page.pk).permissions_for_user(user)

    def test_the_place_and_what_is_below_it(self, tree, officer):
        for page in (tree.process, tree.board):
            assert self.rights(page, officer).can_edit()
            assert self.rights(page, officer).can_publish()

    def test_nothing_beside_it(self, tree, officer):
        for page in (tree.home, tree.about, tree.news):
            assert not self.rights(page, officer).can_edit()
            assert not self.rights(page, officer).can_add_subpage()

    def test_its_page_in_another_language_made_later(self, tree, officer):
        assert self.rights(translated(tree.process, "sv", title="Plan"), officer).can_edit()

    def test_nothing_of_the_whole_site(self, tree, officer):
        user = Person.objects.select_related("user").get(pk=officer.pk).user
        assert not user.has_perm("home.change_siteoptions")
        assert not user.has_perm("raati_core.change_area")
        assert user.has_perm("wagtailadmin.access_admin")

    def test_taken_away_it_is_gone(self, tree, officer):
        revoke_role(actor=SYSTEM, grant=RoleGrant.objects.get(person=officer))
        assert not self.rights(tree.process, officer).can_edit()


def test_a_role_that_has_ended_leaves_the_admin_with_the_clock(tree):
    ensure_groups()
    person, ends = person_with("ville@example.org"), clock.now() + timedelta(days=1)
    grant_role(actor=SYSTEM, person=person, role=Role.MODERATOR, ends_at=ends)
    assert jobs.run("roles that ended") == 0
    with clock.frozen(ends):
        assert jobs.run("roles that ended") == 1
    assert not person.user.groups.filter(name__startswith=PREFIX).exists()


def test_a_group_given_by_hand_is_no_role(tree):
    ensure_groups()
    person = person_with("ville@example.org")
    person.user.groups.add(Group.objects.get(name=group_name(Role.ADMINISTRATOR)))
    jobs.run("roles that ended")
    assert not person.user.groups.exists()


class TestLastAdministrator:
    @pytest.fixture
    def pirjo(self, tree):
        ensure_groups()
        return person_with("pirjo@example.org", Role.ADMINISTRATOR)

    @pytest.fixture
    def operator(self, tree, client):
        """The only superuser, in the admin."""
        person = person_with("operator@example.org")
        person.user.is_superuser = True
        person.user.save()
        client.force_login(person.user)
        return person

    def test_the_role_stays_whoever_takes_it(self, pirjo):
        grant = RoleGrant.objects.get(person=pirjo)
        for actor in (Actor.member(pirjo), SYSTEM):
            with pytest.raises(RuleBroken, match="last_administrator"):
                revoke_role(actor=actor, grant=grant)
        other = person_with("asta@example.org", Role.ADMINISTRATOR)
        revoke_role(actor=Actor.member(other), grant=grant)
        assert not RoleGrant.objects.in_force(clock.now()).filter(person=pirjo).exists()

    def test_one_whose_role_ends_is_no_other(self, pirjo):
        soon = clock.now() + timedelta(days=1)
        asta = person_with("asta@example.org")
        grant_role(actor=SYSTEM, person=asta, role=Role.ADMINISTRATOR, ends_at=soon)
        with pytest.raises(RuleBroken, match="last_administrator"):
            revoke_role(actor=SYSTEM, grant=RoleGrant.objects.get(person=pirjo))

    def test_the_desk_says_why(self, pirjo, client):
        client.force_login(pirjo.user)
        grant = RoleGrant.objects.get(person=pirjo)
        answer = client.post(
            "/admin/people/roles/", {"task": "revoke", "grant": grant.pk}, follow=True
        )
        assert "viimeinen" in answer.content.decode()
        assert RoleGrant.objects.get(pk=grant.pk).revoked_at is None

    @pytest.mark.parametrize("lost", ["is_active", "is_superuser"])
    def test_the_last_operator_stays_one(self, operator, client, lost):
        other = person_with("toinen@example.org")
        other.user.is_superuser = True
        other.user.save()
        type(other.user).objects.filter(pk=operator.user.pk).update(is_superuser=False)
        client.force_login(other.user)
        fields = {"is_active": "on", "is_superuser": "on"}
        fields.pop(lost)
        client.post(f"/admin/users/edit/{other.user.pk}/", fields)
        other.user.refresh_from_db()
        assert other.user.is_active
        assert other.user.is_superuser

    def test_many_at_once_do_not_take_the_last(self, operator, pirjo, client):
        both = f"id={operator.user.pk}&id={pirjo.user.pk}"
        there = f"/admin/bulk/accounts/user/set_active_state/?{both}"
        client.post(there, {"mark_as_active": ""})
        pirjo.user.refresh_from_db()
        assert pirjo.user.is_active

    def test_an_account_goes_with_its_person_alone(self, operator, pirjo, client):
        answer = client.post(f"/admin/users/delete/{pirjo.user.pk}/")
        assert answer["Location"].endswith(f"/admin/people/{pirjo.user.pk}/erase/")
        client.post(f"/admin/bulk/accounts/user/delete/?id={pirjo.user.pk}")
        assert type(pirjo.user).objects.filter(pk=pirjo.user.pk).exists()

    def test_the_groups_of_the_roles_stay(self, operator, pirjo, client):
        group = Group.objects.get(name=group_name(Role.ADMINISTRATOR))
        client.post(f"/admin/groups/delete/{group.pk}/")
        assert Group.objects.filter(pk=group.pk).exists()
        client.post(f"/admin/users/edit/{pirjo.user.pk}/", {"is_active": "on"})
        assert pirjo.user.groups.filter(pk=group.pk).exists()

    def test_an_old_session_changes_no_account(self, operator, pirjo, client, settings):
        settings.RAATI_FRESH_SECONDS = 0
        settings.ACCOUNT_REAUTHENTICATION_TIMEOUT = 0
        answer = client.post(f"/admin/users/edit/{pirjo.user.pk}/", {"is_superuser": "on"})
        assert "reauthenticate" in answer["Location"]
        pirjo.user.refresh_from_db()
        assert not pirjo.user.is_superuser
