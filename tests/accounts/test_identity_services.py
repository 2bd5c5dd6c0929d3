"""Signing in and verifying with a real identity service: another process, over HTTP."""

import base64
import contextlib
import json
import os
import re
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.core import mail
from django.test import Client

from accounts import impatient
from config.identity import for_allauth
from participation.core.models import Person
from participation.core.receipts import new_key
from participation.ideas.models import Idea
from participation.people.models import IdentityKey, Status, Verification
from tests.production import free_port
from tests.provider import CITIZENS, CLAIMS, CLIENT_ID, SECRET

from .conftest import is_signed_in, mailed_code, sign_in

CALLBACK = "/accounts/oidc/town/login/callback/"
LOGIN = "/accounts/oidc/town/login/"
VERIFY = "/fi/me/verify/"


@pytest.fixture(scope="session")
def service() -> Iterator[str]:
    """The address of the service's process."""
    port = free_port()
    here = os.path.dirname(os.path.dirname(__file__))
    done = subprocess.Popen(
        [sys.executable, "provider.py", str(port), f"http://testserver{CALLBACK}"], cwd=here
    )
    url = f"http://localhost:{port}"
    for _try in range(300):
        try:
            requests.get(f"{url}/who/", timeout=5)
            break
        except requests.ConnectionError:
            time.sleep(0.1)
    yield url
    done.terminate()
    done.wait()


def use(settings, server_url: str, **claims) -> None:
    known = {
        "name": "Kuparilan tunnistus",
        "server_url": server_url,
        "client_id": CLIENT_ID,
        "secret": SECRET,
    }
    settings.SOCIALACCOUNT_PROVIDERS = for_allauth({"town": known})
    settings.RAATI_IDENTITY_PROVIDERS = {"town": {**CLAIMS, **claims}}


@pytest.fixture
def town(service, settings, db) -> None:
    use(settings, service)


def walk(client: Client, who: str, process: str = "login", then: str = ""):
    """From our form to the service, as `who` there, and back: what our site answers."""
    away = client.post(f"{LOGIN}?process={process}&next={then}")
    assert away.status_code == 302, away.content.decode()
    session = requests.Session()
    parts = urlsplit(away["Location"])
    session.get(f"{parts.scheme}://{parts.netloc}/who/?as={who}&next=/who/", timeout=10)
    back = session.get(away["Location"], allow_redirects=False, timeout=10).headers["Location"]
    assert back.startswith(f"http://testserver{CALLBACK}?"), back
    return client.get(back.removeprefix("http://testserver"))


def sign_up(client: Client, who: str, email: str):
    answer = walk(client, who, then="/fi/")
    form = client.get(answer["Location"])
    assert f"{who}@service.example" in form.content.decode()
    client.post(answer["Location"], {"email": email})
    return client.post("/fi/accounts/confirm-email/", {"code": mailed_code()})


def everything_stored() -> str:
    """The text of all tables, sessions opened."""
    rows = [
        str(list(m._base_manager.values_list())) for m in apps.get_models(include_auto_created=True)
    ]
    return "\n".join([*rows, *(str(each.get_decoded()) for each in Session.objects.all())])


def test_signing_up_with_a_service_verifies_when_the_address_is_confirmed(client, town):
    sign_up(client, "aino", "aino@example.org")
    assert is_signed_in(client)
    proof = Verification.objects.get()
    assert proof.person.user.email == "aino@example.org"
    assert (proof.method, proof.provider, proof.status) == ("provider", "town", Status.RESIDENT)
    assert proof.born_from <= date(1996, 2, 29) <= proof.born_to
    assert (proof.born_to - proof.born_from).days >= 364


def test_nothing_that_the_service_said_is_in_any_table(client, town):
    answer = walk(client, "aino")
    stored = [everything_stored()]
    client.post(answer["Location"], {"email": "aino@example.org"})
    stored.append(everything_stored())
    client.post("/fi/accounts/confirm-email/", {"code": mailed_code()})
    stored.append(everything_stored())
    assert Verification.objects.exists()
    for told in (CITIZENS["aino"]["pid"], CITIZENS["aino"]["birthdate"], "access_token"):
        assert not [text for text in stored if told in text], told
    assert "aino@service.example" not in stored[-1]
    account = SocialAccount.objects.get()
    assert account.extra_data == {}
    assert CITIZENS["aino"]["pid"] not in account.uid


def test_signing_in_again_makes_nothing_new(client, town):
    sign_up(client, "aino", "aino@example.org")
    again = Client()
    answer = walk(again, "aino", then="/fi/accounts/")
    assert answer["Location"] == "/fi/accounts/"
    assert is_signed_in(again)
    assert Verification.objects.count() == IdentityKey.objects.count() == 1


def test_an_account_is_verified_and_comes_back_to_where_it_was(client, resident, town):
    sign_in(client, resident.email)
    answer = walk(client, "aino", "connect", then="/fi/ideat/new/")
    assert answer["Location"] == f"{VERIFY}?next=%2Ffi%2Fideat%2Fnew%2F"
    html = client.get(answer["Location"]).content.decode()
    assert "/fi/ideat/new/" in html
    assert Verification.objects.get().person.user == resident
    assert SocialAccount.objects.get().user == resident


def test_what_was_typed_waits_while_its_author_is_verified(client, town, board):
    place = board.publish(eligibility={"level": 2, "statuses": ["resident"]})
    client.force_login(board.resident("Onni").user)
    typed = {
        "title": "Skeittipaikka",
        "text": "Koulun viereen, kiitos.",
        "language": "fi",
        "key": new_key(),
        "step": "send",
    }
    new = f"{place.url}new/"
    refused = client.post(new, typed)
    assert refused.status_code == 403
    assert f"{VERIFY}?next={new}" in refused.content.decode()
    page = client.get(f"{VERIFY}?next={new}").content.decode()
    assert 'action="/accounts/oidc/town/login/"' in page
    session = client.session
    session["raati_proved_at"] = time.time()
    session["account_authentication_methods"] = [{"method": "password", "at": time.time()}]
    session["account_authentication_methods_user"] = str(client.session["_auth_user_id"])
    session.save()
    back = walk(client, "aino", "connect", then=new)
    assert f'href="{new}"' in client.get(back["Location"]).content.decode()
    assert "Koulun viereen, kiitos." in client.get(new).content.decode()
    assert client.post(new, typed).status_code == 303
    assert Idea.objects.get().author == board.resident("Onni").person


def test_a_stolen_old_session_verifies_nothing_before_a_fresh_proof(client, resident, town):
    sign_in(client, resident.email)
    session = client.session
    session["account_authentication_methods"] = [
        {**record, "at": 0} for record in session["account_authentication_methods"]
    ]
    session.save()
    answer = walk(client, "aino", "connect")
    assert "/reauthenticate/" in answer["Location"]
    assert not Verification.objects.exists()
    assert not SocialAccount.objects.exists()
    client.post(answer["Location"], {"password": "sorsat uivat lammella"})
    assert Verification.objects.get().person.user == resident
    assert SocialAccount.objects.exists()


def test_a_second_account_of_one_person_is_refused_when_it_connects(client, resident, town):
    sign_up(client, "aino", "aino@example.org")
    other = Client()
    sign_in(other, resident.email)
    SocialAccount.objects.all().delete()
    answer = walk(other, "aino", "connect")
    html = other.get(answer["Location"]).content.decode()
    assert "toisen tilin" in html or "another account" in html
    assert not Verification.objects.filter(person__user=resident).exists()
    assert not SocialAccount.objects.exists()


def test_a_second_account_of_one_person_is_refused_before_it_is_made(client, town):
    sign_up(client, "aino", "aino@example.org")
    # The first account no longer signs in with the service; the proof and the key stay.
    SocialAccount.objects.all().delete()
    answer = walk(Client(), "aino")
    assert answer.status_code == 403
    assert get_user_model().objects.count() == 1


def test_an_identity_tied_to_another_account_is_not_moved(client, resident, town):
    sign_up(client, "aino", "aino@example.org")
    other = Client()
    sign_in(other, resident.email)
    walk(other, "aino", "connect")
    assert SocialAccount.objects.get().user.email == "aino@example.org"
    assert not Person.objects.filter(user=resident, raati_verifications__isnull=False).exists()


def test_a_careless_service_s_address_opens_nobody_s_account(client, town):
    victim = get_user_model().objects.create_verified("aino@service.example", "x" * 12)
    answer = walk(client, "aino")
    assert not is_signed_in(client)
    client.post(answer["Location"], {"email": "aino@service.example"})
    assert not is_signed_in(client)
    assert "@service.example" in str(mail.outbox[-1].to)
    assert not re.search(r"\d{3}-\d{3}-\d{3}", mail.outbox[-1].body)
    assert get_user_model().objects.get() == victim
    assert EmailAddress.objects.count() == 1
    assert not SocialAccount.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_a_service_is_taken_off_an_account_with_a_password(client, resident, town):
    sign_in(client, resident.email)
    walk(client, "aino", "connect")
    assert "Kuparilan tunnistus" in mail.outbox[-1].body
    page = "/fi/accounts/3rdparty/"
    account = SocialAccount.objects.get()
    assert f'value="{account.pk}"' in client.get(page).content.decode()
    assert client.post(page, {"account": "x"}).status_code == 200
    client.post(page, {"account": account.pk})
    assert not SocialAccount.objects.exists()
    assert Verification.objects.exists()
    assert len(mail.outbox) == 2


def test_the_doors_show_the_service(client, town):
    for page in ("login", "signup"):
        html = client.get(f"/fi/accounts/{page}/?next=/fi/ideat/").content.decode()
        assert "/accounts/oidc/town/login/?process=login&amp;next=%2Ffi%2Fideat%2F" in html
    assert client.get(LOGIN).status_code == 200


def test_odd_claims_attest_nothing_but_who_it_is(client, town):
    sign_up(client, "outo", "outo@example.org")
    proof = Verification.objects.get()
    assert (proof.status, proof.born_from, proof.born_to) == ("", None, None)


def test_a_service_that_does_not_say_who_it_is_signs_nobody_in(client, town):
    answer = walk(client, "nimeton")
    assert answer.status_code == 401
    assert "/accounts/login/" in answer.content.decode()


@pytest.mark.parametrize(
    "query", ["?error=access_denied", "?code=x&state=forged", "?code=x", "?error=x"]
)
def test_what_comes_back_wrong_gets_a_page(client, town, query):
    away = client.post(LOGIN)
    (state,) = parse_qs(urlsplit(away["Location"]).query)["state"]
    asked = query if "forged" in query else f"{query}&state={state}"
    answer = client.get(f"{CALLBACK}{asked}", follow=True)
    assert answer.status_code in (200, 401)
    assert "/accounts/login/" in answer.content.decode()
    assert not is_signed_in(client)


@pytest.mark.parametrize("then", ["//evil.example/", "https://evil.example/", "/\\evil.example"])
def test_the_way_back_stays_here(client, resident, town, then):
    sign_in(client, resident.email)
    answer = walk(client, "aino", "connect", then=then)
    page = client.get(answer["Location"]).content.decode()
    assert "evil.example" not in page


def test_a_service_that_is_away_costs_seconds(client, settings, db):
    use(settings, f"http://localhost:{free_port()}")
    started = time.monotonic()
    answer = client.post(LOGIN)
    assert answer.status_code == 503
    assert "/accounts/login/" in answer.content.decode()
    assert time.monotonic() - started < 6


def test_a_service_that_says_nothing_costs_seconds(client, settings, db):
    with socket.create_server(("127.0.0.1", 0)) as mute:
        use(settings, f"http://127.0.0.1:{mute.getsockname()[1]}")
        started = time.monotonic()
        answer = client.post(LOGIN)
    assert answer.status_code == 503
    assert time.monotonic() - started < 6
    assert sum(impatient.IDP_TIMEOUT) < 6


@pytest.mark.parametrize(
    "told", [b"[]", b"{}", b"null", b"<html>", b'{"issuer": 1}', b"\xff", b"[" * 20_000]
)
def test_a_service_that_talks_nonsense_gets_the_same_page(client, settings, db, monkeypatch, told):
    def answer(self, *args, **kwargs):
        response = requests.Response()
        response.status_code, response._content = 200, told
        response.url = "https://id.example/.well-known/openid-configuration"
        return response

    monkeypatch.setattr(requests.Session, "request", answer)
    use(settings, "https://id.example")
    assert client.post(LOGIN).status_code == 503


def test_my_account_leads_to_the_services_where_there_are_some(client, resident, town, settings):
    sign_in(client, resident.email)
    assert "/fi/accounts/3rdparty/" in client.get("/fi/accounts/").content.decode()
    settings.RAATI_IDENTITY_PROVIDERS = {}
    assert "/fi/accounts/3rdparty/" not in client.get("/fi/accounts/").content.decode()


def test_a_service_that_goes_away_meanwhile(client, town, settings):
    away = client.post(LOGIN)
    (state,) = parse_qs(urlsplit(away["Location"]).query)["state"]
    use(settings, f"http://localhost:{free_port()}")
    assert client.get(f"{CALLBACK}?code=x&state={state}").status_code == 503


DEEP = b"[" * 5_000 + b"]" * 5_000
JSON = b"Content-Type: application/json"


def token(payload: bytes) -> bytes:
    part = base64.urlsafe_b64encode(payload).rstrip(b"=")
    told = {"access_token": "x", "token_type": "Bearer", "id_token": f"e30.{part.decode()}.x"}
    return json.dumps(told).encode()


class Hostile(BaseHTTPRequestHandler):
    """Describes itself well, and answers at the token's address as it was told to."""

    answer: ClassVar[bytes | None] = b""

    def do_GET(self) -> None:
        here = f"http://127.0.0.1:{self.server.server_port}"
        names = (*impatient.ENDPOINTS, "jwks_uri")
        self.tell(json.dumps({name: f"{here}/{name}" for name in names}).encode())

    def do_POST(self) -> None:
        if self.answer is not None:
            return self.tell(self.answer)
        self.wfile.write(b"HTTP/1.0 200 OK\r\n" + JSON + b"\r\n\r\n")
        with contextlib.suppress(OSError):
            while True:
                self.wfile.write(b" ")
                time.sleep(0.05)

    def tell(self, text: bytes) -> None:
        with contextlib.suppress(OSError):
            self.wfile.write(b"HTTP/1.0 200 OK\r\n" + JSON + b"\r\n\r\n" + text)

    def log_message(self, *args: object) -> None:
        pass


@pytest.mark.parametrize(
    "answer",
    [
        DEEP,
        b'{"access_token": "x", "id_token": ' + DEEP + b"}",
        token(DEEP),
        token(b'{"sub": ' + b"9" * 6_000 + b"}"),
        b'{"access_token": "' + b"x" * 3_000_000 + b'"}',
        b"9" * 6_000,
        None,
    ],
    ids=["deep", "deeper", "deep token", "odd number", "giant", "digits", "drip"],
)
def test_a_hostile_answer_for_the_token_gets_the_same_page(
    client, settings, db, monkeypatch, answer
):
    monkeypatch.setattr(Hostile, "answer", answer)
    monkeypatch.setattr(impatient, "WHOLE", 0.3)
    with ThreadingHTTPServer(("127.0.0.1", 0), Hostile) as server:
        server.daemon_threads = True
        server.block_on_close = False
        threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
        use(settings, f"http://127.0.0.1:{server.server_port}")
        away = client.post(LOGIN)
        (state,) = parse_qs(urlsplit(away["Location"]).query)["state"]
        started = time.monotonic()
        back = client.get(f"{CALLBACK}?code=x&state={state}")
        server.shutdown()
    assert back.status_code == 503
    assert "/accounts/login/" in back.content.decode()
    assert time.monotonic() - started < 6
