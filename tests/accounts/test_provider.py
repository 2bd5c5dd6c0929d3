"""An identity provider that is away costs seconds and a friendly page, not an error."""

from types import SimpleNamespace

import pytest
import requests
from django.test import override_settings
from django.urls import path

from accounts.identity import SocialAccountAdapter
from accounts.impatient import IDP_TIMEOUT, ImpatientSession
from config.urls import urlpatterns as site


def asks_a_dead_provider(request):
    raise requests.ConnectionError("HTTPSConnectionPool(host='idp.example', port=443)")


urlpatterns = [
    path("accounts/oidc/town/login/", asks_a_dead_provider),
    path("elsewhere/", asks_a_dead_provider),
    *site,
]


@override_settings(ROOT_URLCONF=__name__)
def test_a_dead_provider_gets_a_page_with_other_ways(client, db):
    answer = client.get("/accounts/oidc/town/login/?next=/fi/ideat/")
    html = answer.content.decode()
    assert answer.status_code == 503
    assert "/fi/accounts/login/" in html
    assert "idp.example" not in html


@override_settings(ROOT_URLCONF=__name__)
def test_network_errors_elsewhere_are_not_hidden(client, db):
    with pytest.raises(requests.ConnectionError):
        client.get("/elsewhere/")


def test_every_question_to_a_provider_has_a_time_limit(monkeypatch):
    asked = {}

    def answer(self, *args, **kwargs):
        asked.update(kwargs)
        return SimpleNamespace(ok=False)

    monkeypatch.setattr(requests.Session, "request", answer)
    session = SocialAccountAdapter().get_requests_session()
    assert isinstance(session, ImpatientSession)
    session.get("https://idp.example/.well-known/openid-configuration")
    assert asked["timeout"] == IDP_TIMEOUT
