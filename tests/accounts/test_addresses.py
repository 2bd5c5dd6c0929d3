"""One mailbox is one account, however its address is typed."""

import unicodedata

import pytest
from django.contrib.auth import authenticate, get_user_model
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from accounts.addresses import clean_email, fold_email

from .conftest import PASSWORD, is_signed_in, sign_in

SAME = [
    "asukas@example.org",
    "ASUKAS@Example.ORG",
    "  asukas@example.org ",
    "ａｓｕｋａｓ＠ｅｘａｍｐｌｅ．ｏｒｇ",
    "aſukas@example.org",
    "asukas@exa\u00admple.org",
]


@pytest.mark.parametrize("typed", SAME)
def test_every_way_of_typing_an_address_signs_in_to_the_same_account(client, resident, typed):
    sign_in(client, typed)
    assert is_signed_in(client)


@pytest.mark.parametrize("typed", SAME)
def test_the_column_itself_refuses_a_second_account_for_one_mailbox(resident, typed):
    with pytest.raises(IntegrityError), transaction.atomic():
        get_user_model()(email=typed).save()


@pytest.mark.parametrize("typed", SAME)
def test_a_lookup_folds_the_address(resident, typed):
    assert get_user_model().objects.get(email=typed) == resident


@pytest.mark.parametrize("typed", SAME)
@pytest.mark.parametrize("name", ["email", "username"])
def test_authenticate_folds_the_address(resident, rf, name, typed):
    assert authenticate(rf.get("/"), **{name: typed}, password=PASSWORD) == resident


def test_a_natural_key_folds_the_address(resident):
    assert get_user_model().objects.get_by_natural_key("ASUKAS@example.org") == resident


def test_a_raw_capital_is_refused_by_the_database(resident):
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE accounts_user SET email = %s", ["Asukas@example.org"])


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_one_domain(form):
    assert clean_email(unicodedata.normalize(form, "info@Järvi.fi")) == "info@järvi.fi"


def test_a_domain_and_its_ascii_spelling_are_one():
    assert clean_email("info@xn--jrvi-loa.fi") == clean_email("info@järvi.fi")


def test_a_dotless_i_is_another_letter():
    assert fold_email("mıke@example.org") != fold_email("MIKE@example.org")


@pytest.mark.parametrize(
    "typed",
    [
        "mıke@example.org",
        "äiti@example.org",
        "İsa@example.org",
        "a\x00b@example.org",
        "a@b\ud800.fi",
        "a@b@example.org",
        "a b@example.org",
        "a,b@example.org",
        "a@\u202eorg.example",
        "a@" + "x" * 64 + ".fi",
        "a@" + "\u0301" * 100 + ".fi",
        "x" * 300 + "@example.org",
        "a\r\nBcc: x@example.org@example.org",
        "@example.org",
        "a@",
        "",
    ],
)
def test_what_no_mail_could_reach_is_refused_kindly(typed):
    with pytest.raises(ValidationError):
        clean_email(typed)


@given(st.text(alphabet=st.characters(), max_size=80))
def test_folding_never_fails_and_folds_once(text):
    folded = fold_email(f"{text}@example.org")
    assert fold_email(folded) == folded


@given(st.text(alphabet=st.characters(), max_size=40), st.text(max_size=40))
def test_cleaning_answers_or_refuses_and_nothing_else(local, domain):
    try:
        cleaned = clean_email(f"{local}@{domain}")
    except ValidationError:
        return
    assert clean_email(cleaned) == cleaned
    assert cleaned == cleaned.lower()
    cleaned.encode()
