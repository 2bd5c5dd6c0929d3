"""The site's own nginx.conf before the units' own processes."""

import http.client
import json
import re

import pytest

from tests.bench.town import PASSWORD

from .mixups import run
from .proxied import HOST, Proxied

pytestmark = [pytest.mark.postgres, pytest.mark.nginx]
BOARD = "/fi/ideat/"


def test_nginx_is_content_with_the_file(town: Proxied):
    assert town.check_configuration() == ""


def test_clear_text_is_sent_to_tls(town: Proxied):
    connection = http.client.HTTPConnection("127.0.0.1", town.plain_port, timeout=20)
    connection.request("GET", BOARD, headers={"Host": HOST})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, f"https://{HOST}{BOARD}")


def test_a_shared_page_is_kept_for_everybody(town: Proxied):
    """Drawn once, then handed on, to people who are signed in as well."""
    path = f"{BOARD}?sort=supported&n=1"
    first = town.visitor().ask(path)
    again = town.visitor().ask(path)
    signed_in = town.visitor(town.people[0]["cookies"]).ask(path)
    assert first.status == 200
    assert first.headers["X-Cache"] == "MISS"
    assert {again.headers["X-Cache"], signed_in.headers["X-Cache"]} <= {"HIT", "STALE", "UPDATING"}
    assert first.body == again.body == signed_in.body
    assert "Set-Cookie" not in first.headers
    assert "max-age=31536000" in first.headers["Strict-Transport-Security"]


def test_what_is_mine_is_never_kept(town: Proxied):
    one, other = (town.visitor(person["cookies"]) for person in town.people[:2])
    for client, person in ((one, town.people[0]), (other, town.people[1]), (one, town.people[0])):
        answer = client.ask("/fi/accounts/")
        assert person["user"] in answer.text
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert "X-Cache" not in answer.headers


def test_many_people_with_odd_headers_get_only_their_own(town: Proxied):
    tally = run(town, requests=240)
    assert tally.faults == []
    assert tally.kept > 40


def test_styles_and_the_modules_they_need_are_there(town: Proxied):
    """All that a page names, and all that its scripts import, under names that never change."""
    visitor = town.visitor()
    queue = re.findall(r'(?:href|src)="(/static/[^"]+)"', visitor.ask(BOARD).text)
    seen: set[str] = set()
    while queue:
        path = queue.pop()
        if path in seen:
            continue
        seen.add(path)
        answer = visitor.ask(path)
        assert answer.status == 200, path
        assert "immutable" in answer.headers["Cache-Control"], path
        if path.endswith(".js") and "/vendor/" not in path:
            folder = path.rsplit("/", 1)[0]
            names = re.findall(r"""["']\./([\w-]+\.[0-9a-f]{12}\.js)["']""", answer.text)
            queue += [f"{folder}/{name}" for name in names]
    assert len(seen) > 8


def test_a_support_reaches_the_socket_through_the_proxy(town: Proxied):
    page = town.visitor().ask(BOARD).text
    token = re.search(r'data-live="([^"]+)"', page)
    idea = re.search(r'id="idea-(\w{12})-card"', page)
    assert token
    assert idea
    person = town.people[2]
    with town.visitor().socket() as wire:
        shown = [f"idea-{idea[1]}-tally"]
        wire.send(json.dumps({"t": "subscribe", "n": 1, "token": token[1], "show": shown}))
        while '"subscribed"' not in wire.recv(timeout=20):
            pass
        answer = town.visitor(person["cookies"]).ask(
            f"{BOARD}{idea[1]}/support/",
            method="POST",
            body=b"",
            X_CSRFToken=person["csrf"],
            Origin=f"https://{HOST}",
        )
        assert answer.status == 303, answer.text[:500]
        while shown[0] not in wire.recv(timeout=20):
            pass


def test_a_foreign_page_opens_no_socket(town: Proxied):
    with pytest.raises(Exception, match="403"):
        town.visitor().socket(origin="https://evil.example.org").close()


def test_a_forged_address_is_overwritten(town: Proxied):
    """The address that limits count by and that the list of sessions shows is the real one."""
    visitor = town.visitor()
    form = visitor.ask("/fi/accounts/login/").text
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', form)
    assert token
    email = town.people[0]["user"]
    body = f"csrfmiddlewaretoken={token[1]}&login={email}&password={PASSWORD}"
    answer = visitor.ask(
        "/fi/accounts/login/",
        method="POST",
        body=body.encode(),
        Content_Type="application/x-www-form-urlencoded",
        Referer=f"https://{HOST}/fi/accounts/login/",
        X_Forwarded_For="203.0.113.9",
        X_Forwarded_Proto="http",
    )
    assert answer.status == 302, answer.text[:500]
    assert "__Host-sessionid" in visitor.cookies
    rows = town.box.run(
        "SELECT host(ip) FROM usersessions_usersession ORDER BY id DESC LIMIT 1",
        database=town.name,
    )
    assert rows == [("127.0.0.1",)]


def test_an_upload_over_the_limit_is_refused_before_it_is_read(town: Proxied):
    visitor = town.visitor()
    answer = visitor.ask(
        f"{BOARD}new/", method="POST", body=b"", Content_Length=str(13 * 1024 * 1024)
    )
    assert answer.status == 413
