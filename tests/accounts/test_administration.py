"""The administration's user pages work with users who have neither names nor passwords."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group

from .conftest import is_signed_in, mailed_code

USERS = "/admin/users/"


@pytest.fixture
def admin(client, staff):
    client.force_login(staff)
    return client


def edit(admin, user, **fields):
    return admin.post(f"{USERS}edit/{user.pk}/", {"is_active": "on", **fields})


@pytest.mark.parametrize("query", ["", "?q=asukas", "?ordering=name", "?ordering=email", "?q=%00"])
def test_the_list_of_users_shows_addresses(admin, resident, query):
    answer = admin.get(f"{USERS}{query}")
    assert answer.status_code == 200
    if "%00" not in query:
        assert resident.email in answer.content.decode()


def test_a_new_user_is_made_of_an_address_and_groups(admin):
    group = Group.objects.create(name="Viestintä")
    answer = admin.post(f"{USERS}new/", {"email": "Uusi@Example.ORG", "groups": [group.pk]})
    assert answer.status_code == 302
    user = get_user_model().objects.get(email="uusi@example.org")
    assert list(user.groups.all()) == [group]
    assert not user.has_usable_password()


def test_a_user_made_in_the_administration_signs_in_with_a_code(admin):
    admin.post(f"{USERS}new/", {"email": "uusi@example.org"})
    visitor = type(admin)()
    visitor.post("/fi/accounts/login/code/", {"email": "uusi@example.org"})
    visitor.post("/fi/accounts/login/code/confirm/", {"code": mailed_code()})
    assert is_signed_in(visitor)


@pytest.mark.parametrize("typed", ["asukas@example.org", "ASUKAS@example.org", "x", "a\x00@b.fi"])
def test_a_taken_or_impossible_address_is_refused_beside_the_field(admin, resident, typed):
    answer = admin.post(f"{USERS}new/", {"email": typed})
    assert answer.status_code == 200
    assert answer.context["form"].errors["email"]


def test_the_form_for_a_new_user_asks_for_no_name_and_no_password(admin):
    html = admin.get(f"{USERS}new/").content.decode()
    for name in ("first_name", "last_name", "username", "password1"):
        assert f'name="{name}"' not in html
    assert 'name="email"' in html


def test_a_user_is_closed_and_opened_with_a_switch(admin, resident):
    assert admin.get(f"{USERS}edit/{resident.pk}/").status_code == 200
    admin.post(f"{USERS}edit/{resident.pk}/", {})
    resident.refresh_from_db()
    assert not resident.is_active
    edit(admin, resident)
    resident.refresh_from_db()
    assert resident.is_active


def test_staff_cannot_take_an_account_over_through_its_address_or_password(admin, resident):
    before = resident.password
    edit(admin, resident, email="varas@example.org", password1="x" * 20, password2="x" * 20)
    resident.refresh_from_db()
    assert (resident.email, resident.password) == ("asukas@example.org", before)


def test_groups_are_given_and_taken(admin, resident):
    group = Group.objects.create(name="Viestintä")
    edit(admin, resident, groups=[group.pk])
    assert list(resident.groups.all()) == [group]


def test_a_closed_account_is_signed_out_at_its_next_step(admin, resident):
    visitor = type(admin)()
    visitor.force_login(resident)
    admin.post(f"{USERS}edit/{resident.pk}/", {})
    assert visitor.get("/fi/accounts/").status_code == 302


def test_what_was_done_with_an_account_is_told(admin, resident):
    assert admin.get(f"{USERS}history/{resident.pk}/").status_code == 200


def test_an_account_is_erased_and_never_just_deleted(admin, resident):
    answer = admin.post(f"{USERS}delete/{resident.pk}/")
    assert answer["Location"] == f"/admin/people/{resident.pk}/erase/"


def test_ones_own_page_in_the_administration_saves(admin, staff):
    answer = admin.post(
        "/admin/account/",
        {
            "locale-preferred_language": "sv",
            "locale-current_time_zone": "",
            "theme-theme": "system",
            "theme-density": "default",
            "theme-contrast": "system",
            "notifications-submitted_notifications": "on",
        },
    )
    assert answer.status_code == 302
    staff.refresh_from_db()
    assert staff.wagtail_userprofile.preferred_language == "sv"


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_notice_of_the_demonstration_is_translated(admin, staff, language):
    from wagtail.users.models import UserProfile

    profile = UserProfile.get_for_user(staff)
    profile.preferred_language = language
    profile.save()
    html = admin.get("/admin/").content.decode()
    assert {"fi": "Ei toista varmistusta", "sv": "Ingen andra bekr"}[language] in html
