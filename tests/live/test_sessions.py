"""A session that ends takes its sockets along, in every process, within two seconds."""

import asyncio

import pytest
from django.contrib.auth import get_user_model
from django.contrib.sessions.models import Session
from django.test import Client

from participation.live import publishing
from tests.live.conftest import amake_member, asign_in
from tests.live.reader import Closed, run


async def two_tabs(reader, rooms, user):
    key = await asign_in(user)
    stream = await run(rooms.make_room)("torilla")
    tabs = [await reader(key), await reader(key)]
    for tab in tabs:
        await tab.subscribe(stream)
    return key, stream, tabs


def sign_out(key: str) -> None:
    client = Client()
    client.cookies["sessionid"] = key
    from django.contrib.auth import logout
    from django.contrib.sessions.middleware import SessionMiddleware
    from django.http import HttpRequest, HttpResponse

    request = HttpRequest()
    request.COOKIES["sessionid"] = key
    SessionMiddleware(lambda _request: HttpResponse()).process_request(request)
    from django.contrib.auth import get_user

    request.user = get_user(request)
    logout(request)


async def test_signing_out_closes_both_tabs_at_once(reader, rooms, no_looks):
    anna = await amake_member("anna@example.org")
    key, stream, tabs = await two_tabs(reader, rooms, anna.user)
    began = asyncio.get_running_loop().time()
    await run(sign_out)(key)
    assert [await tab.closed(2) for tab in tabs] == [4401, 4401]
    assert asyncio.get_running_loop().time() - began < 2
    await run(rooms.write)(stream, "myöhemmin")
    assert [await tab.waiting(0.2) for tab in tabs] == [[], []]


def change_password(user) -> None:
    user = get_user_model().objects.get(pk=user.pk)
    user.set_password("uusi-salasana-9")
    user.save()


def deactivate(user) -> None:
    get_user_model().objects.filter(pk=user.pk).update(is_active=False)


def delete(user) -> None:
    get_user_model().objects.get(pk=user.pk).delete()


def expire(_user) -> None:
    Session.objects.update(expire_date="2020-01-01T00:00Z")


def lose_session(_user) -> None:
    Session.objects.all().delete()


@pytest.mark.parametrize("end", [change_password, deactivate, delete, expire, lose_session])
async def test_the_look_ends_sockets_whatever_ended_their_session(reader, rooms, end):
    anna, ben = await amake_member("anna@example.org"), await amake_member("ben@example.org")
    _key, stream, tabs = await two_tabs(reader, rooms, anna.user)
    stranger = await reader()
    await stranger.subscribe(stream)
    await run(end)(anna.user)
    began = asyncio.get_running_loop().time()
    assert [await tab.closed(4) for tab in tabs] == [4401, 4401]
    assert asyncio.get_running_loop().time() - began < 2
    await run(rooms.write)(stream, "myöhemmin")
    assert [await tab.waiting(0.2) for tab in tabs] == [[], []]
    assert len(await stranger.waiting(0)) == 1
    assert ben.user.is_active


async def test_sockets_of_a_banned_user_end_at_once(reader, rooms, no_looks):
    anna, ben = await amake_member("anna@example.org"), await amake_member("ben@example.org")
    _key, _stream, tabs = await two_tabs(reader, rooms, anna.user)
    other = await reader(await asign_in(ben.user))
    await run(publishing.end_sessions_of)(anna.user)
    assert [await tab.closed(2) for tab in tabs] == [4401, 4401]
    assert await other.waiting(0.2) == []


async def test_an_expired_session_opens_no_socket_as_its_user(reader, rooms, no_looks):
    anna = await amake_member("anna@example.org")
    stream = await run(rooms.make_room)("neuvosto", public=False)
    await run(rooms.join)(stream, anna)
    key = await asign_in(anna.user)
    await run(expire)(None)
    one = await reader(key)
    assert (await one.subscribe(stream, anna))["t"] == "refused"


async def test_a_busy_socket_is_refused_from_the_moment_its_session_expires(
    reader, rooms, quick_looks
):
    anna = await amake_member("anna@example.org")
    key, stream, (tab, _other) = await two_tabs(reader, rooms, anna.user)

    async def keep_busy() -> None:
        while True:
            await tab.say({"t": "writing", "s": stream})
            await asyncio.sleep(0.25)

    busy = asyncio.create_task(keep_busy())
    await asyncio.sleep(0.5)
    await run(expire)(None)
    try:
        assert await tab.closed(3) == 4401
    finally:
        busy.cancel()


async def test_a_failing_layer_does_not_keep_anybody_signed_in(
    reader, rooms, quick_looks, monkeypatch
):
    anna = await amake_member("anna@example.org")
    key, _stream, tabs = await two_tabs(reader, rooms, anna.user)
    monkeypatch.setattr("participation.live.publishing.broadcast", lambda *_args: False)
    await run(sign_out)(key)
    with pytest.raises(Closed):
        while True:
            await tabs[0].frame(3)


async def test_session_keys_do_not_travel_over_the_layer(rooms, monkeypatch):
    sent = []
    monkeypatch.setattr("participation.live.publishing.broadcast", lambda *args: sent.append(args))
    anna = await amake_member("anna@example.org")
    key = await asign_in(anna.user)
    await run(sign_out)(key)
    assert sent
    assert key not in repr(sent)
