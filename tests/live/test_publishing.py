"""Versions: one order, no gaps, nothing of what is rolled back, nothing missed."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from participation.core.fragments import Fragment
from participation.live import publishing, tasks
from participation.live.models import Change, Operation, Stream
from participation.live.registry import Edit, Ref, append, remove, replace

WRITERS, ROUNDS = 20, 15


@pytest.fixture
def sent(monkeypatch):
    """What was given to the channel layer."""
    messages = []
    monkeypatch.setattr(
        publishing, "broadcast", lambda group, message: messages.append((group, message))
    )
    return messages


def test_edits_take_the_next_versions_in_their_order(rooms, sent):
    with transaction.atomic():
        assert publishing.publish("room.a", [append("posts", Ref("post", "x"))]) == 1
        edits = [replace("post-x", Ref("post", "x")), remove("post-y")]
        assert publishing.publish("room.a", edits) == 3
    rows = Change.objects.order_by("version").values_list(
        "version", "operation", "element", "object_kind", "object_id"
    )
    assert list(rows) == [
        (1, "append", "posts", "post", "x"),
        (2, "replace", "post-x", "post", "x"),
        (3, "remove", "post-y", "", ""),
    ]
    assert [message["v"] for _group, message in sent] == [1, 3]
    assert Change.objects.filter(at__isnull=True).count() == 0


def test_a_change_row_holds_no_text(rooms, sent):
    rooms.make_room("a")
    rooms.write("room.a", "Salainen teksti")
    row = Change.objects.values().get()
    assert "Salainen" not in repr(row)
    assert "Salainen" not in repr(sent)


def test_publishing_outside_a_transaction_is_a_mistake(rooms):
    with pytest.raises(RuntimeError):
        publishing.publish("room.a", [remove("x")])
    with pytest.raises(RuntimeError):
        publishing.revoke("room.a")


def test_publishing_to_a_stream_of_no_kind_is_a_mistake(rooms):
    for call in (
        lambda: publishing.publish("vault.a", [remove("x")]),
        lambda: publishing.hint("vault.a", "x"),
        lambda: publishing.revoke("vault.a"),
    ):
        with transaction.atomic(), pytest.raises(LookupError):
            call()


@pytest.mark.parametrize("element", ["", "1a", "a b", "ä", '"><b>', "x" * 81])
def test_what_is_no_element_id_is_refused(rooms, element):
    with pytest.raises(ValueError, match="element"):
        Edit(Operation.REMOVE, element)
    with pytest.raises(ValueError, match="element"):
        publishing.hint("room.a", element)


def test_nothing_is_told_of_what_was_rolled_back(rooms, sent):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        publishing.publish("room.a", [remove("x")])
        publishing.hint("room.a", "likes")
        raise ZeroDivisionError
    assert sent == []
    assert not Stream.objects.exists()
    with transaction.atomic():
        assert publishing.publish("room.a", [remove("x")]) == 1


def test_a_hint_writes_nothing_and_takes_fragments(rooms, sent, django_assert_num_queries):
    class Piece(Fragment):
        element_id = "likes-a"

    with django_assert_num_queries(0):
        publishing.hint("room.a", Piece(), "other")
    ((_group, message),) = sent
    assert message["e"] == ["likes-a", "other"]


def test_revoking_raises_the_rights_of_a_stream_that_has_no_row_yet(rooms, sent):
    for expected in (1, 2):
        with transaction.atomic():
            publishing.revoke("room.a")
        assert Stream.objects.get().rights_version == expected


def test_old_changes_are_forgotten(rooms, sent, settings):
    with transaction.atomic():
        publishing.publish("room.a", [remove("x")])
    assert tasks.forget_old_changes() == 0
    settings.RAATI_LIVE_KEEP_HOURS = -1
    assert tasks.forget_old_changes() == 1


def _race(write) -> list[int]:
    """Writers in threads beside a reader who asks "what is after the last I saw"."""
    done, seen, last = threading.Event(), [], 0

    def work(number: int) -> None:
        try:
            for turn in range(ROUNDS):
                write(number * ROUNDS + turn)
        finally:
            connection.close()

    def read_on() -> int:
        rows = Change.objects.filter(version__gt=last).order_by("version")
        found = list(rows.values_list("version", flat=True))
        seen.extend(found)
        return found[-1] if found else last

    with ThreadPoolExecutor(WRITERS) as pool:
        work_done = [pool.submit(work, number) for number in range(WRITERS)]
        threading.Thread(target=lambda: ([f.exception() for f in work_done], done.set())).start()
        while not done.is_set():
            last = read_on()
        for future in work_done:
            future.result()
    last = read_on()
    return seen


@pytest.mark.postgres
def test_twenty_parallel_writers_leave_no_gap_and_no_reader_misses_any(rooms, sent):
    def write(_number: int) -> None:
        with transaction.atomic():
            publishing.publish("room.a", [remove("x")])

    seen = _race(write)
    assert seen == list(range(1, WRITERS * ROUNDS + 1))
    assert Stream.objects.get().version == WRITERS * ROUNDS


@pytest.mark.postgres
def test_without_the_row_lock_the_same_reader_would_miss_changes(rooms, sent):
    """The fault put in on purpose: versions from a sequence. The race must notice it."""
    stream = Stream.objects.create(name="room.a")
    with connection.cursor() as cursor:
        cursor.execute("CREATE SEQUENCE IF NOT EXISTS raati_live_no_lock")
        cursor.execute("ALTER SEQUENCE raati_live_no_lock RESTART")

    def write(number: int) -> None:
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT nextval('raati_live_no_lock')")
                version = cursor.fetchone()[0]
            time.sleep(0.004 if number % 3 else 0)
            Change.objects.create(stream=stream, version=version, operation="remove", element="x")

    try:
        seen = _race(write)
    finally:
        with connection.cursor() as cursor:
            cursor.execute("DROP SEQUENCE raati_live_no_lock")
    assert len(seen) < WRITERS * ROUNDS
