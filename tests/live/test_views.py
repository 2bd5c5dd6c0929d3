"""Catching up over HTTP: the same truth as over the socket, for whoever may read it."""

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import translation

from participation.live import publishing, tokens
from participation.live.models import Change
from participation.live.registry import remove
from tests.live.conftest import make_member


def address(name: str, language: str = "fi") -> str:
    with translation.override(language):
        return reverse(f"raati_live:{name}")


@pytest.fixture
def ask(rooms):
    def get(client: Client | None = None, **query):
        return (client or Client()).get(address("changes"), query)

    return get


def test_what_happened_since_is_drawn_as_it_is_now(ask, rooms):
    stream = rooms.make_room("a")
    first, _v = rooms.write(stream, "eka")
    second, _v = rooms.write(stream, "toka")
    rooms.edit(stream, second, "toka, korjattu")
    rooms.hide(stream, first)
    body = ask(stream=tokens.make(stream), since=0, lang="sv").json()
    assert body["v"] == 4
    assert "eka" not in str(body)
    assert [(c["v"], c["op"]) for c in body["c"]] == [(2, "append"), (3, "replace"), (4, "remove")]
    assert all("korjattu" in c["html"] for c in body["c"] if "html" in c)
    assert 'lang="sv"' in body["c"][0]["html"]


def test_the_language_is_that_of_the_address(ask, rooms):
    stream = rooms.make_room("a")
    rooms.write(stream, "hej")
    query = {"stream": tokens.make(stream), "since": 0}
    answer = Client().get(address("changes", "sv"), query)
    assert 'lang="sv"' in answer.json()["c"][0]["html"]
    assert "Vary" not in answer


def test_who_was_away_gets_the_removal_but_never_the_hidden_text(ask, rooms):
    stream = rooms.make_room("a")
    post, version = rooms.write(stream, "loukkaava teksti")
    rooms.hide(stream, post)
    seen_before = ask(stream=tokens.make(stream), since=version).json()
    never_seen = ask(stream=tokens.make(stream), since=0).json()
    removal = {"v": 2, "op": "remove", "el": f"post-{post.public_id}"}
    assert seen_before["c"] == never_seen["c"] == [removal]


def test_an_edit_of_what_is_hidden_now_becomes_a_removal(ask, rooms):
    stream = rooms.make_room("a")
    post, _v = rooms.write(stream, "teksti")
    rooms.edit(stream, post, "teksti 2")
    rooms.Post.objects.update(hidden=True)
    (change,) = ask(stream=tokens.make(stream), since=1).json()["c"]
    assert change["op"] == "remove"


def test_shown_counts_come_as_they_are_now(ask, rooms):
    stream = rooms.make_room("a")
    rooms.like(stream, 4)
    body = ask(stream=tokens.make(stream), show="likes-a,likes-b").json()
    assert list(body["now"]) == ["likes-a"]
    assert ">4<" in body["now"]["likes-a"]
    assert body["at"] > 1_500_000_000_000_000
    assert body["c"] == []


@pytest.mark.parametrize("since", [999, 10**14])
def test_a_version_of_the_future_means_loading_anew(ask, rooms, since):
    stream = rooms.make_room("a")
    rooms.write(stream, "eka")
    assert ask(stream=tokens.make(stream), since=since).json()["reload"] is True


def test_too_far_behind_or_forgotten_means_loading_anew(ask, rooms, settings):
    settings.RAATI_LIVE_CATCH_UP_CHANGES = 3
    stream = rooms.make_room("a")
    for number in range(5):
        rooms.write(stream, str(number))
    assert ask(stream=tokens.make(stream), since=1).json()["reload"] is True
    assert len(ask(stream=tokens.make(stream), since=2).json()["c"]) == 3
    Change.objects.filter(version__lte=3).delete()
    assert ask(stream=tokens.make(stream), since=2).json()["reload"] is True
    Change.objects.all().delete()
    assert ask(stream=tokens.make(stream), since=4).json()["reload"] is True
    assert ask(stream=tokens.make(stream), since=5).json()["c"] == []


def test_the_answer_for_a_public_stream_may_be_shared(ask, rooms):
    anna = make_member("anna@example.org")
    client = Client()
    client.force_login(anna.user)
    stream = rooms.make_room("a")
    rooms.write(stream, "eka")
    mine = ask(client, stream=tokens.make(stream), since=0)
    anybodys = ask(stream=tokens.make(stream), since=0)
    assert "s-maxage=1" in mine["Cache-Control"]
    assert "Cookie" not in mine.get("Vary", "")
    assert not mine.cookies
    mine, anybodys = mine.json(), anybodys.json()
    assert mine.pop("at") <= anybodys.pop("at")
    assert mine == anybodys


def test_a_private_stream_is_for_its_readers_and_for_no_cache(ask, rooms):
    anna, ben = make_member("anna@example.org"), make_member("ben@example.org")
    stream = rooms.make_room("a", public=False)
    rooms.join(stream, anna)
    rooms.write(stream, "salaisuus")
    clients = {}
    for person in (anna, ben):
        clients[person] = Client()
        clients[person].force_login(person.user)
    token = tokens.make(stream, anna)
    answer = ask(clients[anna], stream=token, since=0)
    assert "salaisuus" in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]
    refusals = [
        ask(stream=token, since=0),
        ask(clients[ben], stream=token, since=0),
        ask(clients[ben], stream=tokens.make(stream, ben), since=0),
        ask(stream=tokens.make(stream), since=0),
        ask(stream=tokens.make("room.none"), since=0),
        ask(stream=tokens.make("vault.x"), since=0),
        ask(stream="made-up", since=0),
        ask(since=0),
    ]
    assert {r.status_code for r in refusals} == {403}
    assert len({r.content for r in refusals}) == 1
    assert all("no-store" in r["Cache-Control"] for r in refusals)
    rooms.expel(stream, anna)
    assert ask(clients[anna], stream=token, since=0).status_code == 403


def test_a_right_taken_while_drawing_is_noticed(ask, rooms, monkeypatch):
    anna = make_member("anna@example.org")
    stream = rooms.make_room("a", public=False)
    rooms.join(stream, anna)
    rooms.write(stream, "salaisuus")
    client = Client()
    client.force_login(anna.user)
    render = rooms.RoomStreams.render

    def slow(self, name, refs):
        rooms.expel(stream, anna)
        return render(self, name, refs)

    monkeypatch.setattr(rooms.RoomStreams, "render", slow)
    assert ask(client, stream=tokens.make(stream, anna), since=0).status_code == 403


@pytest.mark.parametrize(
    "query",
    [
        {"since": "-1"},
        {"since": "1.0"},
        {"since": "１２"},
        {"since": "9" * 5000},
        {"since": ["1", "2"]},
        {"show": "<svg onload=alert(1)>"},
        {"show": ",".join(f"a{n}" for n in range(51))},
        {"show": "ä"},
        {"lang": "xx"},
        {"lang": "../fi"},
        {"since": "1\x00"},
    ],
)
def test_a_senseless_address_is_a_kind_error(ask, rooms, query):
    stream = rooms.make_room("a")
    assert ask(**{"stream": tokens.make(stream), **query}).status_code == 400


def test_only_reading_is_offered(ask, rooms):
    assert Client().post(address("changes")).status_code == 405


def test_an_expired_token_is_exchanged_for_a_fresh_one(ask, rooms, settings):
    stream = rooms.make_room("a")
    settings.RAATI_LIVE_TOKEN_HOURS = -3
    old = tokens.make(stream)
    del settings.RAATI_LIVE_TOKEN_HOURS
    fresh = ask(stream=old).json()["token"]
    assert not tokens.read(fresh).expired
    assert tokens.read(fresh).stream == stream


def test_catching_up_costs_few_queries_however_much_happened(
    ask, rooms, django_assert_max_num_queries
):
    stream = rooms.make_room("a")
    for number in range(30):
        rooms.write(stream, str(number))
    with django_assert_max_num_queries(8):
        assert len(ask(stream=tokens.make(stream), since=0, show="likes-a").json()["c"]) == 30


def test_the_numbers_are_for_staff(ask, rooms):
    anna = make_member("anna@example.org")
    client = Client()
    client.force_login(anna.user)
    assert client.get(address("numbers")).status_code == 403
    type(anna.user).objects.update(is_staff=True)
    body = client.get(address("numbers")).json()
    assert {"counters", "sockets", "streams"} <= set(body)


def test_rollback_leaves_nothing_to_catch_up(ask, rooms):
    stream = rooms.make_room("a")
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publishing.publish(stream, [remove("x")])
        raise ZeroDivisionError
    assert ask(stream=tokens.make(stream), since=0).json()["v"] == 0
