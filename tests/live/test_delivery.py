"""What is written reaches whoever reads, once, in order, in their language."""

import asyncio

from participation.live import stats
from tests.live.reader import run, texts


async def test_a_change_reaches_a_reader_at_once(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    assert (await one.subscribe(stream))["v"] == 0
    post, version = await run(rooms.write)(stream, "Hei")
    frame = await one.frame()
    assert frame["t"] == "changes"
    assert (frame["s"], frame["since"], frame["v"]) == (stream, 0, version)
    assert frame["c"] == [
        {
            "v": 1,
            "op": "append",
            "el": "posts-a",
            "id": f"post-{post.public_id}",
            "html": f'<li id="post-{post.public_id}" lang="fi">Hei</li>',
        }
    ]


async def test_each_reader_gets_the_language_of_their_page(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    readers = {code: await reader(language=code) for code in ("fi", "sv", "xx")}
    for one in readers.values():
        await one.subscribe(stream)
    await run(rooms.write)(stream, "Hei")
    got = {code: texts([await one.frame()])[0] for code, one in readers.items()}
    assert 'lang="fi"' in got["fi"]
    assert 'lang="sv"' in got["sv"]
    assert 'lang="fi"' in got["xx"]


async def test_what_the_layer_lost_comes_with_the_next_look(
    reader, rooms, quick_looks, monkeypatch
):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream, show=["likes-a"])
    await one.until("hint")
    monkeypatch.setattr("participation.live.publishing.broadcast", lambda *_args: False)
    await run(rooms.write)(stream, "Hukkunut")
    await run(rooms.like)(stream, 3)
    frames = await one.waiting(1.5)
    assert any("Hukkunut" in text for text in texts(frames))
    assert ">3<" in [f for f in frames if f["t"] == "hint"][-1]["html"]


async def test_a_message_that_comes_twice_or_too_late_is_delivered_once(reader, rooms, no_looks):
    from participation.live.hub import Hub

    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)
    await run(rooms.write)(stream, "eka")
    for version in (1, 1, 0, 7):
        Hub.current().hear({"type": "live.changes", "s": stream, "v": version})
    assert len(texts(await one.waiting())) == 1


async def test_twenty_writers_are_read_in_one_order_by_everybody(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    readers = [await reader() for _ in range(20)]
    for one in readers:
        await one.subscribe(stream)

    def write_all() -> None:
        from concurrent.futures import ThreadPoolExecutor

        from django.db import connection

        def write(number: int) -> None:
            try:
                rooms.write(stream, f"viesti {number}")
            finally:
                connection.close()

        with ThreadPoolExecutor(5) as pool:
            list(pool.map(write, range(20)))

    await asyncio.to_thread(write_all)
    orders = []
    for one in readers:
        frames = await one.waiting(0.3 if not orders else 0)
        assert [f["since"] for f in frames[1:]] == [f["v"] for f in frames[:-1]]
        orders.append(texts(frames))
    assert len(orders[0]) == 20
    assert all(order == orders[0] for order in orders)


async def test_a_count_comes_at_most_twice_a_second_and_the_last_value_always(
    reader, rooms, settings, no_looks
):
    settings.RAATI_LIVE_HINT_SECONDS = 0.5
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream, show=["likes-a"])
    assert ">0<" in (await one.until("hint"))["html"]
    for _ in range(10):
        await run(rooms.like)(stream)
        await asyncio.sleep(0.1)
    hints = [f for f in await one.waiting(1) if f["t"] == "hint"]
    assert 2 <= len(hints) <= 4
    assert ">10<" in hints[-1]["html"]
    stamps = [f["at"] for f in hints]
    assert stamps == sorted(stamps)


async def test_a_count_goes_only_to_those_who_show_it(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    shows, does_not = await reader(), await reader()
    await shows.subscribe(stream, show=["likes-a"])
    await does_not.subscribe(stream, show=["likes-of-another"])
    await run(rooms.like)(stream)
    assert [f["t"] for f in await shows.waiting(1)][-1] == "hint"
    assert await does_not.waiting(0) == []


async def test_who_comes_later_is_told_the_present_count(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    first = await reader()
    await first.subscribe(stream, show=["likes-a"])
    await run(rooms.like)(stream, 5)
    await first.waiting(0.8)
    second = await reader()
    await second.subscribe(stream, show=["likes-a"])
    assert ">5<" in (await second.until("hint"))["html"]
    assert await first.waiting(0.2) == []


async def test_unsubscribing_ends_delivery(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)
    await one.say({"t": "unsubscribe", "s": stream})
    await asyncio.sleep(0.1)
    await run(rooms.write)(stream, "Hei")
    assert await one.waiting() == []


async def test_a_reader_too_far_behind_is_told_to_catch_up(reader, rooms, settings, no_looks):
    settings.RAATI_LIVE_CATCH_UP_CHANGES = 3
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)

    def many() -> None:
        from django.db import transaction

        with transaction.atomic():
            for number in range(5):
                rooms.write(stream, str(number))

    await run(many)()
    assert [f["t"] for f in await one.waiting()] == ["behind"]


async def test_two_who_write_are_a_number_without_names(reader, rooms, settings, no_looks):
    settings.RAATI_LIVE_HINT_SECONDS = 0.1
    stream = await run(rooms.make_room)("a")
    readers = [await reader() for _ in range(3)]
    for one in readers:
        await one.subscribe(stream)
    for one in readers[:2]:
        for _ in range(3):
            await one.say({"t": "writing", "s": stream})
    frames = await readers[2].waiting(0.6)
    assert frames[-1] == {"t": "writing", "s": stream, "n": 2}
    assert all(set(frame) == {"t", "s", "n"} for frame in frames)


async def test_a_rolled_back_change_is_told_to_nobody(reader, rooms, quick_looks):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)

    def fail() -> None:
        from django.db import transaction

        try:
            with transaction.atomic():
                rooms.write(stream, "peruttu")
                raise ValueError
        except ValueError:
            pass

    await run(fail)()
    assert await one.waiting(0.6) == []


async def test_staff_can_see_what_was_delivered(reader, rooms, no_looks):
    stream = await run(rooms.make_room)("a")
    one = await reader()
    await one.subscribe(stream)
    before = stats.snapshot()["delivered"]
    await run(rooms.write)(stream, "Hei")
    await one.frame()
    assert stats.snapshot()["delivered"] == before + 1
