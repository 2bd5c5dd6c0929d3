"""Headers and cookies as production sends them (A18), whatever answers."""

import json
import os
import subprocess
import sys

import pytest
from django.test import Client

from . import house
from .test_production import SAFE

NAMES = (
    "SECURE_HSTS_SECONDS",
    "SECURE_SSL_REDIRECT",
    "SECURE_PROXY_SSL_HEADER",
    "SECURE_REDIRECT_EXEMPT",
    "SECURE_REFERRER_POLICY",
    "SESSION_COOKIE_NAME",
    "SESSION_COOKIE_SECURE",
    "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE",
    "CSRF_COOKIE_NAME",
    "CSRF_COOKIE_SECURE",
    "CSRF_COOKIE_SAMESITE",
    "CONTENT_SECURITY_POLICY",
    "X_FRAME_OPTIONS",
)
PROXIED = {"HTTP_X_FORWARDED_PROTO": "https"}


@pytest.fixture(scope="module")
def values() -> dict:
    """The production settings, read in a process of its own."""
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "import json, sys; import config.settings.production as s;"
            " print(json.dumps({n: getattr(s, n) for n in sys.argv[1:]}))",
            *NAMES,
        ],
        env={
            "PATH": os.environ["PATH"],
            "PYTHONPATH": os.pathsep.join([str(house.ROOT), str(house.ROOT / "site")]),
            **SAFE,
        },
        capture_output=True,
        text=True,
        check=True,
    )
    values = json.loads(done.stdout)
    values["SECURE_PROXY_SSL_HEADER"] = tuple(values["SECURE_PROXY_SSL_HEADER"])
    return values


@pytest.fixture
def client(values, settings, wagtail_root) -> Client:
    for name, value in values.items():
        setattr(settings, name, value)
    return Client()


#: A page, a refusal, an error, an account page, a redirect and the admin's door.
PAGES = (
    "/healthz/live",
    "/healthz/ready",
    "/o/nothing/",
    "/not-here/",
    "/fi/accounts/login/",
    "/fi/accounts/signup/",
    "/documents/1/nothing/",
    "/accounts/login/",
    "/admin/login/",
)


@pytest.mark.parametrize("path", PAGES)
def test_every_answer_carries_the_headers(client, path):
    headers = client.get(path, **PROXIED).headers
    policy = headers["Content-Security-Policy"]
    assert "max-age=31536000" in headers["Strict-Transport-Security"]
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["X-Frame-Options"] == "DENY"
    assert "camera=()" in headers["Permissions-Policy"]
    assert "upgrade-insecure-requests" in policy or path.startswith("/admin/")


@pytest.mark.parametrize("path", [p for p in PAGES if not p.startswith("/admin/")])
def test_no_page_of_ours_allows_inline_code(client, path):
    policy = client.get(path, **PROXIED).headers["Content-Security-Policy"]
    directives = {d.split()[0]: d.split()[1:] for d in policy.split("; ")}
    assert "unsafe" not in policy
    assert "nonce" not in policy
    for name in ("default-src", "script-src", "style-src", "img-src", "font-src", "connect-src"):
        assert directives[name] == ["'self'"], name
    assert directives["form-action"] == ["'self'"]
    for name in ("frame-ancestors", "base-uri", "object-src"):
        assert directives[name] == ["'none'"], name


def test_the_admin_has_a_looser_policy_but_is_framed_by_itself_only(client):
    policy = client.get("/admin/login/", **PROXIED).headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "object-src 'none'" in policy
    assert "unsafe-eval" not in policy


def test_plain_http_is_sent_to_https_except_health(client):
    assert client.get("/fi/accounts/login/").status_code == 301
    assert client.get("/healthz/live").status_code == 200


def test_cookies_belong_to_this_host_alone(client):
    answer = client.get("/fi/accounts/login/", **PROXIED)
    cookie = answer.cookies["__Host-csrftoken"]
    assert cookie["secure"]
    assert cookie["path"] == "/"
    assert not cookie["domain"]
    assert cookie["samesite"] == "Lax"


def test_the_session_cookie_cannot_be_read_by_scripts(values):
    assert values["SESSION_COOKIE_NAME"].startswith("__Host-")
    assert values["SESSION_COOKIE_HTTPONLY"]
    assert values["SESSION_COOKIE_SECURE"]
