"""What every account page owes its reader, and owes everybody else."""

import re

import pytest
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path
from django.views.decorators.cache import cache_control

from config.urls import urlpatterns as site

from .conftest import PASSWORD, is_signed_in, sign_in, with_app, with_recovery_codes

FOR_VISITORS = ["login/", "signup/", "login/code/", "password/reset/", "inactive/"]
FOR_MEMBERS = [
    "",
    "email/",
    "password/change/",
    "logout/",
    "sessions/",
    "2fa/",
    "2fa/totp/activate/",
    "2fa/webauthn/",
    "2fa/webauthn/add/",
    "3rdparty/",
    "reauthenticate/",
]


def check(answer, language: str) -> None:
    html = answer.content.decode()
    assert answer.status_code == 200
    assert f'<html lang="{language}"' in html
    assert html.count("<main") == 1
    assert html.count("<h1") == 1
    assert answer["Cache-Control"] == "private, no-store"
    assert "noindex" in answer["X-Robots-Tag"]
    for label in re.findall(r'<(?:input|textarea)(?![^>]*type="hidden")[^>]*id="([^"]+)"', html):
        assert f'for="{label}"' in html
    assert not re.search(r"<script(?![^>]*(src=|type=\"application/json\"))", html)
    assert not re.search(r"\son\w+=|\sstyle=", html)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", FOR_VISITORS)
def test_visitors_pages_keep_the_house_rules(client, db, page, language):
    check(client.get(f"/{language}/accounts/{page}"), language)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", FOR_MEMBERS)
def test_members_pages_keep_the_house_rules(client, resident, page, language):
    sign_in(client, resident.email)
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    check(client.get(f"/{language}/accounts/{page}"), language)


@pytest.mark.parametrize(
    "page", ["recovery-codes/", "recovery-codes/generate/", "totp/deactivate/"]
)
def test_pages_of_the_second_factor_keep_the_house_rules(client, resident, page):
    client.force_login(resident)
    with_app(resident)
    with_recovery_codes(resident)
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    check(client.get(f"/fi/accounts/2fa/{page}"), "fi")


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_english_is_left_on_translated_pages(client, resident, language):
    sign_in(client, resident.email)
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    pages = [client.get(f"/{language}/accounts/{page}") for page in FOR_MEMBERS]
    visitor = Client()
    pages += [visitor.get(f"/{language}/accounts/{page}") for page in FOR_VISITORS]
    for answer in pages:
        main = re.search(r"<main.*?</main>", answer.content.decode(), re.DOTALL).group()
        words = re.sub(r"<script.*?</script>|<[^>]+>", " ", main, flags=re.DOTALL)
        assert not re.search(r"\b(the|your|you|and|with|code|password)\b", words, re.IGNORECASE), (
            answer.request["PATH_INFO"],
            words,
        )


def test_errors_stand_beside_the_field_and_in_a_summary(client, db):
    html = client.post("/fi/accounts/signup/", {"email": "x", "password1": ""}).content.decode()
    assert 'href="#id_email"' in html
    assert 'id="id_email_error"' in html
    assert 'aria-describedby="id_email_helptext id_email_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'value="x"' in html


@pytest.mark.parametrize("page", FOR_MEMBERS)
def test_nothing_personal_is_shown_after_signing_out(client, resident, page):
    sign_in(client, resident.email)
    client.post("/fi/accounts/logout/")
    answer = client.get(f"/fi/accounts/{page}", follow=True)
    assert resident.email not in answer.content.decode()


def test_the_language_switch_leads_to_the_same_page_and_keeps_the_way_back(client, db):
    html = client.get("/fi/accounts/login/?next=/fi/x/").content.decode()
    assert 'href="/sv/accounts/login/?next=%2Ffi%2Fx%2F"' in html


def test_mails_name_the_site_and_not_the_host_header(resident, mailoutbox, settings):
    settings.BASE_URL = "https://osallistu.kuparila.example"
    visitor = Client(headers={"Host": "evil.example", "X-Forwarded-Host": "evil.example"})
    visitor.post("/fi/accounts/signup/", {"email": resident.email, "password1": PASSWORD})
    visitor.post("/fi/accounts/password/reset/", {"email": "tuntematon@example.org"})
    assert len(mailoutbox) == 2
    for message in mailoutbox:
        text = message.subject + message.body
        assert "evil" not in text
        assert "https://osallistu.kuparila.example/fi/accounts/" in text


def test_mails_carry_no_code_in_the_subject_and_no_markup_in_the_text(client, db, mailoutbox):
    client.post("/fi/accounts/signup/", {"email": "o'brien&co@example.org", "password1": PASSWORD})
    assert not re.search(r"\d", mailoutbox[0].subject)
    assert "&#" not in mailoutbox[0].body


def test_messages_are_gone_with_the_person_they_were_for(client, resident, staff):
    sign_in(client, resident.email)
    client.post("/fi/accounts/reauthenticate/", {"password": PASSWORD})
    client.post(
        "/fi/accounts/password/change/",
        {"oldpassword": PASSWORD, "password1": "toinen pitkä salasana"},
    )
    client.post("/fi/accounts/logout/")
    sign_in(client, staff.email)
    html = client.get("/fi/accounts/").content.decode()
    assert 'class="r-notice' not in html
    assert resident.email not in html


def test_signing_in_and_out_leaves_no_message_waiting(client, resident):
    sign_in(client, resident.email)
    assert not client.session.get("_messages")
    client.post("/fi/accounts/logout/")
    assert not client.session.get("_messages")
    assert "messages" not in client.cookies


# --- The cookie that only says whether there is something personal to fetch.


def test_signing_in_sets_the_cookie_and_signing_out_removes_it(client, resident):
    sign_in(client, resident.email)
    cookie = client.cookies["signed_in"]
    assert (cookie.value, cookie["httponly"], cookie["samesite"]) == ("1", "", "Lax")
    client.post("/fi/accounts/logout/")
    assert client.cookies["signed_in"].value == ""


def test_the_cookie_lives_as_long_as_the_session(client, resident, settings):
    sign_in(client, resident.email, remember="on")
    assert client.cookies["signed_in"]["max-age"] == settings.SESSION_COOKIE_AGE


def test_the_cookie_ends_with_the_browser_when_the_session_does(client, resident):
    sign_in(client, resident.email)
    assert client.cookies["signed_in"]["max-age"] == ""


def test_the_cookie_is_secure_where_the_session_is(client, resident, settings):
    settings.SESSION_COOKIE_SECURE = True
    sign_in(client, resident.email)
    assert client.cookies["signed_in"]["secure"]


def test_a_cookie_left_over_from_an_expired_session_goes_at_the_first_personal_answer(client, db):
    client.cookies["signed_in"] = "1"
    assert client.get("/fi/accounts/menu/").cookies["signed_in"].value == ""


def shared(request):
    return HttpResponse("for everybody")


@cache_control(public=True, s_maxage=2)
def shared_by_mistake(request):
    return HttpResponse(str(request.user.is_authenticated))


urlpatterns = [path("shared/", shared), path("mistake/", shared_by_mistake), *site]


@override_settings(ROOT_URLCONF=__name__)
@pytest.mark.parametrize("signed_in", [True, False])
@pytest.mark.parametrize("said", [True, False])
def test_a_page_for_everybody_gets_no_cookie_and_no_vary(client, resident, signed_in, said):
    if signed_in:
        client.force_login(resident)
    if said:
        client.cookies["signed_in"] = "1"
    else:
        client.cookies.pop("signed_in", None)
    answer = client.get("/shared/")
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


@override_settings(ROOT_URLCONF=__name__)
def test_even_a_wrongly_shared_page_gets_no_cookie(client, resident):
    client.force_login(resident)
    client.cookies.pop("signed_in", None)
    assert "signed_in" not in client.get("/mistake/").cookies


def test_somebody_who_is_signed_in_is_never_shown_the_sign_in_form(client, resident):
    sign_in(client, resident.email)
    assert client.get("/fi/accounts/login/").status_code == 302
    assert is_signed_in(client)


def test_the_header_shows_visitors_the_way_in_and_members_their_page(client, resident):
    assert "/fi/accounts/login/" in client.get("/fi/accounts/menu/").content.decode()
    sign_in(client, resident.email)
    assert 'href="/fi/accounts/"' in client.get("/fi/accounts/menu/").content.decode()
