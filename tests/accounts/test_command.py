"""The operator's way out for somebody who lost the phone and the codes."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.management import CommandError, call_command

from .conftest import is_signed_in, mailed_code, with_app, with_recovery_codes
from .test_sign_up import CONFIRM_CODE, REQUEST_CODE


def test_forgetting_removes_all_proofs_and_ends_all_sessions(client, staff):
    with_app(staff)
    with_recovery_codes(staff)
    client.force_login(staff)
    call_command("forget_second_factor", "Viestinta@Example.org")
    assert not Authenticator.objects.filter(user=staff).exists()
    assert client.get("/fi/accounts/").status_code == 302


@pytest.mark.usefixtures("strict")
def test_the_person_comes_back_with_a_code_and_must_set_up_anew(client, staff):
    with_app(staff)
    call_command("forget_second_factor", staff.email)
    client.post(REQUEST_CODE, {"email": staff.email})
    client.post(CONFIRM_CODE, {"code": mailed_code()})
    assert is_signed_in(client)
    assert client.get("/admin/").url.startswith("/fi/accounts/second-factor/")


def test_an_unknown_address_is_said(db):
    with pytest.raises(CommandError, match="Nobody"):
        call_command("forget_second_factor", "kuka@example.org")
