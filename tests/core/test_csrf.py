"""A form whose token no longer holds loses nothing and forges nothing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import path

from config.urls import urlpatterns as site

ADDRESS = "/en/nowhere/"
HERE = {"Origin": "http://testserver", "Sec-Fetch-Site": "same-origin"}


def accept(request):
    return HttpResponse(request.POST["title"])


@pytest.fixture
def browser(db):
    with override_settings(ROOT_URLCONF=__name__):
        yield Client(enforce_csrf_checks=True)


urlpatterns = [path("en/nowhere/", accept), *site]

TYPED = {
    "csrfmiddlewaretoken": "x" * 64,
    "title": "More benches",
    "body": 'First line\n<b>"second"</b> line',
    "key": "0b6c7c0e-2f7e-4b8c-9a1e-1d2c3b4a5f60",
    "theme": ["1", "2"],
    "password": "hunter2 hunter2",
    "code": "123-456-789",
}


def send(browser, headers=HERE, data=TYPED, query=""):
    return browser.post(ADDRESS + query, data, headers=headers)


def test_an_own_form_gets_its_text_back_with_403(browser):
    answer = send(browser)
    assert answer.status_code == 403
    assert ("title", "More benches") in answer.context["fields"]
    assert ("theme", "2") in answer.context["fields"]


def test_sending_again_reaches_the_same_address_with_all_fields(browser):
    answer = send(browser, query="?a=1")
    assert f'action="{ADDRESS}?a=1"' in answer.content.decode()
    again = dict(answer.context["fields"]) | {
        "csrfmiddlewaretoken": str(answer.context["csrf_token"])
    }
    assert send(browser, data=again).content == b"More benches"


def test_what_was_typed_is_shown_escaped(browser):
    html = send(browser).content.decode()
    assert "First line" in html
    assert "<b>" not in html.split("<main", 1)[1]


def test_keys_and_choices_travel_unseen(browser):
    assert TYPED["key"] not in send(browser).context["texts"]


@pytest.mark.parametrize("secret", [TYPED["password"], TYPED["code"], TYPED["csrfmiddlewaretoken"]])
def test_secrets_and_old_tokens_are_not_given_back(browser, secret):
    assert secret not in send(browser).content.decode()


def test_files_are_not_given_back_but_named(browser):
    answer = send(browser, data=TYPED | {"picture": SimpleUploadedFile("a.png", b"png")})
    assert answer.context["had_files"]
    assert "a.png" not in answer.content.decode()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://testserver.evil.example"},
        {"Origin": "https://testserver"},
        {"Origin": "http://testserver:81"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "cross-site"},
        {"Origin": "http://testserver", "Sec-Fetch-Site": "same-site"},
        {"Referer": "http://testserver/en/"},
        {},
    ],
)
def test_a_form_that_nobody_vouches_for_is_refused_without_its_text(browser, headers):
    answer = send(browser, headers=headers)
    html = answer.content.decode()
    assert answer.status_code == 403
    assert "More benches" not in html
    assert "<form" not in html.split("<main", 1)[1].split("</main", 1)[0]


def test_the_page_is_nobody_elses(browser):
    assert send(browser)["Cache-Control"] == "private, no-store"


def test_an_address_that_looks_like_a_host_stays_a_path(browser):
    with override_settings(ROOT_URLCONF="config.urls"):
        answer = browser.post("//evil.example/x/", {"title": "x"}, headers=HERE)
    assert b'action="//evil' not in answer.content
