"""Who may open a socket, and who may read what through it."""

import asyncio

import pytest

from participation.live import registry, tokens
from tests.live.conftest import amake_member, asign_in
from tests.live.reader import HOST, Closed, Reader, run, texts


@pytest.mark.parametrize(
    "origin",
    [
        "http://evil.example",
        "null",
        None,
        "",
        f"http://{HOST}.evil.example",
        f"http://evil-{HOST}",
        f"http://{HOST}:8080",
        f"https://{HOST}",
        f"http://{HOST}/path",
        f"http://user@{HOST}",
        f"ftp://{HOST}",
        f"http://{HOST}:99999",
        f"//{HOST}",
        HOST,
        "http://kuparila.exämple",
    ],
)
async def test_a_socket_from_a_foreign_page_is_refused_before_it_is_accepted(
    rooms, bus, settings, origin
):
    settings.ALLOWED_HOSTS = [HOST]
    one = Reader(origin=origin)
    assert await one.open() is False


async def test_a_host_that_is_not_ours_is_refused_even_from_its_own_page(rooms, bus, settings):
    settings.ALLOWED_HOSTS = [HOST]
    one = Reader(host="rebound.example", origin="http://rebound.example")
    assert await one.open() is False


@pytest.mark.parametrize(
    "origin", [f"http://{HOST}", f"http://{HOST}:80", f"HTTP://{HOST.upper()}"]
)
async def test_our_own_page_is_let_in(reader, settings, origin):
    settings.ALLOWED_HOSTS = [HOST]
    assert (await reader(origin=origin)).accepted


async def test_behind_a_proxy_with_tls_the_origin_is_https(reader, settings):
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    secure = {"x-forwarded-proto": "https"}
    assert (await reader(origin=f"https://{HOST}", **secure)).accepted
    assert not (await reader(origin=f"http://{HOST}", **secure)).accepted


async def test_listed_origins_replace_the_rule(reader, settings):
    settings.RAATI_LIVE_ORIGINS = ["https://osallistu.example"]
    assert (await reader(origin="https://osallistu.example")).accepted
    assert not (await reader(origin=f"http://{HOST}")).accepted


async def test_another_path_is_refused_without_an_error(rooms, bus):
    from channels.testing import WebsocketCommunicator

    from participation.live.routing import websocket_application

    headers = [(b"host", HOST.encode()), (b"origin", f"http://{HOST}".encode())]
    wire = WebsocketCommunicator(websocket_application(), "/ws/other/", headers=headers)
    assert (await wire.connect())[0] is False


async def test_every_refusal_is_the_same_answer(reader, rooms, no_looks):
    anna, ben = await amake_member("anna@example.org"), await amake_member("ben@example.org")
    own = await run(rooms.make_room)("oma", public=False)
    await run(rooms.join)(own, anna)
    secret = await run(rooms.make_room)("salainen", public=False)
    await run(rooms.join)(secret, ben)
    one = await reader(await asign_in(anna.user))
    assert (await one.subscribe(own, anna))["t"] == "subscribed"
    genuine = tokens.make(secret, ben)
    attempts = {
        "another's token": genuine,
        "no member": tokens.make(secret, anna),
        "public token for a closed room": tokens.make(secret),
        "room that does not exist": tokens.make("room.olematon", anna),
        "public token for nothing": tokens.make("room.olematon"),
        "unknown kind": tokens.make("vault.kulta"),
        "no stream at all": tokens.make("../../etc"),
        "changed token": genuine[:-2] + ("aa" if genuine[-2:] != "aa" else "bb"),
        "made up": "WzEsMl0:abc",
        "not ascii": "ä" * 10,
        "lone surrogate": "\ud800",
        "empty": "",
    }
    for what, token in attempts.items():
        await one.say({"t": "subscribe", "n": 7, "token": token})
        assert await one.frame() == {"t": "refused", "n": 7}, what
    for stream in (secret, "room.olematon", "vault.kulta"):
        await one.say({"t": "writing", "s": stream})
        assert await one.frame() == {"t": "refused", "n": None}
    await run(rooms.write)(secret, "salaisuus")
    assert await one.waiting() == []


async def test_an_anonymous_reader_reads_public_streams_only(reader, rooms, no_looks):
    public = await run(rooms.make_room)("torilla")
    closed = await run(rooms.make_room)("kabinetti", public=False)
    one = await reader()
    assert (await one.subscribe(public))["t"] == "subscribed"
    assert (await one.subscribe(closed))["t"] == "refused"


async def test_a_stream_without_a_registered_kind_is_refused_by_default(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    registry.unregister("room")
    one = await reader()
    assert (await one.subscribe(stream))["t"] == "refused"


@pytest.mark.parametrize(
    "name",
    ["room.Lastenparlamentti ä" * 13, "room.ä", "room." + "x" * 300, "room", "", ".", None, 5],
)
def test_no_name_breaks_a_group(name):
    assert registry.kind_of(name) is None


def test_the_longest_name_makes_a_valid_group():
    from channels.layers import BaseChannelLayer

    longest = "a" * 30 + "." + "b" * 48
    assert registry.STREAM_NAME.fullmatch(longest)
    assert BaseChannelLayer().require_valid_group_name(registry.group_of(longest[:80]))


async def test_who_was_removed_gets_nothing_that_was_written_after(reader, rooms, no_looks):
    anna, ben = await amake_member("anna@example.org"), await amake_member("ben@example.org")
    stream = await run(rooms.make_room)("neuvosto", public=False)
    for person in (anna, ben):
        await run(rooms.join)(stream, person)
    stays = await reader(await asign_in(anna.user))
    goes = await reader(await asign_in(ben.user))
    await stays.subscribe(stream, anna, show=["likes-neuvosto"])
    await goes.subscribe(stream, ben, show=["likes-neuvosto"])
    await run(rooms.write)(stream, "molemmille")
    await asyncio.sleep(0.3)

    def remove_and_go_on() -> None:
        rooms.expel(stream, ben)
        for number in range(20):
            rooms.write(stream, f"salaisuus {number}")
            rooms.like(stream)

    await run(remove_and_go_on)()
    kept, lost = await stays.waiting(1), await goes.waiting(0)
    assert sum("salaisuus" in text for text in texts(kept)) == 20
    assert not any("salaisuus" in text for text in texts(lost))
    assert lost[-1] == {"t": "gone", "s": stream}
    await stays.say({"t": "writing", "s": stream})
    assert await goes.waiting(0.8) == []


async def test_without_the_check_at_delivery_the_removed_would_read_on(
    reader, rooms, no_looks, monkeypatch
):
    """The fault put in on purpose: the test above must notice it."""
    from participation.live.watch import Watch

    async def unasked(*_args):
        return True

    monkeypatch.setattr(Watch, "recheck", unasked)
    monkeypatch.setattr(Watch, "recheck_everybody", unasked)
    ben = await amake_member("ben@example.org")
    stream = await run(rooms.make_room)("neuvosto", public=False)
    await run(rooms.join)(stream, ben)
    goes = await reader(await asign_in(ben.user))
    await goes.subscribe(stream, ben)
    await run(rooms.expel)(stream, ben)
    await run(rooms.write)(stream, "salaisuus")
    assert any("salaisuus" in text for text in texts(await goes.waiting()))


async def test_a_removal_is_noticed_even_when_every_message_is_lost(
    reader, rooms, quick_looks, monkeypatch
):
    ben = await amake_member("ben@example.org")
    stream = await run(rooms.make_room)("neuvosto", public=False)
    await run(rooms.join)(stream, ben)
    one = await reader(await asign_in(ben.user))
    await one.subscribe(stream, ben)
    monkeypatch.setattr("participation.live.publishing.broadcast", lambda *_args: False)
    await run(rooms.expel)(stream, ben)
    await run(rooms.write)(stream, "salaisuus")
    frames = await one.waiting(1)
    assert [f["t"] for f in frames] == ["gone"]


async def test_a_right_that_ends_by_itself_ends_the_reading(reader, rooms, quick_looks):
    ben = await amake_member("ben@example.org")
    stream = await run(rooms.make_room)("neuvosto", public=False)
    await run(rooms.join)(stream, ben)
    one = await reader(await asign_in(ben.user))
    await one.subscribe(stream, ben)
    await run(rooms.Member.objects.all().delete)()
    assert (await one.frame())["t"] == "gone"


async def test_a_public_stream_that_is_closed_is_gone_for_strangers(reader, rooms, no_looks):
    anna = await amake_member("anna@example.org")
    stream = await run(rooms.make_room)("torilla")
    await run(rooms.join)(stream, anna)
    member, stranger = await reader(await asign_in(anna.user)), await reader()
    await member.subscribe(stream, anna)
    await stranger.subscribe(stream)

    def close() -> None:
        from django.db import transaction

        from participation.live.publishing import revoke

        with transaction.atomic():
            rooms.Room.objects.update(public=False)
            revoke(stream)
        rooms.write(stream, "vain jäsenille")

    await run(close)()
    assert [f["t"] for f in await stranger.waiting()] == ["gone"]
    assert len(texts(await member.waiting(0))) == 1


async def test_one_query_asks_for_all_readers(reader, rooms, no_looks, monkeypatch):
    asked = []
    original = rooms.RoomStreams.may_read

    def counting(self, persons, stream):
        asked.append(set(persons))
        return original(self, persons, stream)

    stream = await run(rooms.make_room)("neuvosto", public=False)
    readers = []
    for number in range(5):
        person = await amake_member(f"jasen{number}@example.org")
        await run(rooms.join)(stream, person)
        one = await reader(await asign_in(person.user))
        await one.subscribe(stream, person)
        readers.append((person, one))
    monkeypatch.setattr(rooms.RoomStreams, "may_read", counting)
    monkeypatch.setattr("participation.live.publishing.broadcast", lambda *_args: False)
    await run(rooms.expel)(stream, readers[0][0])
    monkeypatch.undo()
    monkeypatch.setattr(rooms.RoomStreams, "may_read", counting)
    for number in range(20):
        await run(rooms.write)(stream, f"viesti {number}")
    frames = [await one.waiting(0.4 if not n else 0) for n, (_p, one) in enumerate(readers)]
    assert asked == [{person.pk for person, _one in readers}]
    assert [len(texts(f)) for f in frames] == [0, 20, 20, 20, 20]


async def test_an_expired_token_is_to_be_renewed(reader, rooms, settings, no_looks):
    stream = await run(rooms.make_room)("a")
    settings.RAATI_LIVE_TOKEN_HOURS = -3
    old = tokens.make(stream)
    one = await reader()
    assert (await one.subscribe(stream, token=old))["t"] == "renew"


async def test_a_token_that_runs_out_ends_the_subscription(reader, rooms, quick_looks, monkeypatch):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)
    monkeypatch.setattr("participation.live.lookout.time.time", lambda: 2**40)
    assert await one.until("renew") == {"t": "renew", "s": stream}
    await run(rooms.write)(stream, "Hei")
    assert await one.waiting(0.5) == []


async def test_frames_of_a_public_stream_name_nobody(reader, rooms, settings, no_looks):
    settings.RAATI_LIVE_HINT_SECONDS = 0.1
    anna = await amake_member("anna@example.org")
    stream = await run(rooms.make_room)("torilla")
    await run(rooms.join)(stream, anna)
    key = await asign_in(anna.user)
    member, stranger = await reader(key), await reader()
    await member.subscribe(stream, anna)
    await stranger.subscribe(stream, show=["likes-torilla"])
    await member.say({"t": "writing", "s": stream})
    await run(rooms.write)(stream, "Hei")
    await run(rooms.like)(stream)
    seen = repr(await stranger.waiting(1))
    assert "writing" in seen
    for secret in (anna.public_id, key, anna.user.email, f"'{anna.pk}'"):
        assert secret not in seen


async def test_more_sockets_than_allowed_of_one_session_are_refused(reader, rooms, settings):
    settings.RAATI_LIVE_SOCKETS_PER_SESSION = 2
    anna, ben = await amake_member("anna@example.org"), await amake_member("ben@example.org")
    key = await asign_in(anna.user)
    assert [(await reader(key)).accepted for _ in range(3)] == [True, True, False]
    assert (await reader(await asign_in(ben.user))).accepted


async def test_more_streams_than_allowed_are_an_error(reader, rooms, settings, no_looks):
    settings.RAATI_LIVE_STREAMS_PER_SOCKET = 2
    one = await reader()
    streams = [await run(rooms.make_room)(name) for name in "abc"]
    answers = [await one.subscribe(stream) for stream in streams]
    assert [a["t"] for a in answers] == ["subscribed", "subscribed", "error"]
    assert answers[2]["code"] == "too_many"
    assert (await one.subscribe(streams[0]))["t"] == "subscribed"


async def test_a_socket_that_reads_nothing_is_closed(reader, rooms, settings, quick_looks):
    settings.RAATI_LIVE_IDLE_SECONDS = 0.1
    one = await reader()
    with pytest.raises(Closed) as closed:
        await one.frame()
    assert closed.value.code == 4408
