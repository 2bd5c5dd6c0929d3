"""A kind of streams for the tests: rooms with posts, members and a tally.

The tables belong to no installed app; conftest.py makes them where they are missing.
"""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection, models, transaction
from django.db.models import F
from django.utils.html import format_html

from participation.core.fragments import Fragment
from participation.core.ids import PublicIdField
from participation.live.publishing import hint, publish, revoke
from participation.live.registry import Ref, StreamKind, append, register, remove, replace


class TestTable(models.Model):
    class Meta:
        abstract = True
        app_label = "raati_live_room"


class Room(TestTable):
    name = models.CharField(max_length=60, unique=True)
    public = models.BooleanField(default=True)
    likes = models.IntegerField(default=0)


class Member(TestTable):
    room = models.CharField(max_length=60)
    person_id = models.IntegerField()


class Post(TestTable):
    room = models.CharField(max_length=60)
    public_id = PublicIdField()
    text = models.TextField()
    hidden = models.BooleanField(default=False)


MODELS = [Room, Member, Post]


def make_tables() -> None:
    there = set(connection.introspection.table_names())
    with connection.schema_editor() as editor:
        for model in MODELS:
            if model._meta.db_table not in there:
                editor.create_model(model)
    for model in MODELS:
        model.objects.all().delete()


class PostPiece(Fragment):
    def __init__(self, post: Post) -> None:
        self.post = post

    @property
    def element_id(self) -> str:
        return f"post-{self.post.public_id}"

    def html(self, language: str | None = None) -> str:
        return format_html(
            '<li id="{}" lang="{}">{}</li>', self.element_id, language, self.post.text
        )


class LikesPiece(Fragment):
    def __init__(self, room: Room) -> None:
        self.room = room

    @property
    def element_id(self) -> str:
        return f"likes-{self.room.name}"

    def html(self, language: str | None = None) -> str:
        return format_html(
            '<p id="{}" data-live-hint data-announce="{}">{}</p>',
            self.element_id,
            f"{self.room.likes} likes",
            self.room.likes,
        )


class RoomStreams(StreamKind):
    prefix = "room"
    takes_writing = True

    def is_public(self, stream: str) -> bool:
        return Room.objects.filter(name=_name(stream), public=True).exists()

    def may_read(self, persons: Collection[int], stream: str) -> set[int]:
        rows = Member.objects.filter(room=_name(stream), person_id__in=persons)
        return set(rows.values_list("person_id", flat=True))

    def render(self, stream: str, refs: Collection[Ref]) -> Mapping[Ref, Fragment]:
        rows = Post.objects.filter(
            room=_name(stream), hidden=False, public_id__in=[ref.id for ref in refs]
        )
        return {Ref("post", row.public_id): PostPiece(row) for row in rows}

    def now(self, stream: str, elements: Collection[str]) -> Mapping[str, Fragment]:
        room = Room.objects.filter(name=_name(stream)).first()
        piece = LikesPiece(room) if room else None
        return {piece.element_id: piece} if piece and piece.element_id in elements else {}

    def marks(self, shown: Mapping[str, Collection[str]]) -> Mapping[tuple[str, str], Any]:
        rooms = Room.objects.filter(name__in=[_name(stream) for stream in shown])
        return {(f"room.{room.name}", f"likes-{room.name}"): room.likes for room in rooms}


def _name(stream: str) -> str:
    return stream.partition(".")[2]


def enter_kind() -> RoomStreams:
    return register(RoomStreams())


def make_room(name: str, *, public: bool = True) -> str:
    Room.objects.create(name=name, public=public)
    return f"room.{name}"


def write(stream: str, text: str) -> tuple[Post, int]:
    with transaction.atomic():
        post = Post.objects.create(room=_name(stream), text=text)
        version = publish(stream, [append(f"posts-{_name(stream)}", Ref("post", post.public_id))])
    return post, version


def edit(stream: str, post: Post, text: str) -> int:
    with transaction.atomic():
        Post.objects.filter(pk=post.pk).update(text=text)
        return publish(stream, [replace(f"post-{post.public_id}", Ref("post", post.public_id))])


def hide(stream: str, post: Post) -> int:
    with transaction.atomic():
        Post.objects.filter(pk=post.pk).update(hidden=True)
        return publish(stream, [remove(f"post-{post.public_id}")])


def like(stream: str, times: int = 1) -> None:
    with transaction.atomic():
        Room.objects.filter(name=_name(stream)).update(likes=F("likes") + times)
        hint(stream, f"likes-{_name(stream)}")


def join(stream: str, person: Any) -> None:
    Member.objects.create(room=_name(stream), person_id=person.pk)


def expel(stream: str, person: Any) -> None:
    with transaction.atomic():
        Member.objects.filter(room=_name(stream), person_id=person.pk).delete()
        revoke(stream)
