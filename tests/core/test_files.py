"""Uploads become pixels and nothing else; only some may read them."""

import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import translation
from PIL import Image

from participation.core import files
from participation.core.files import PhotoField, reencode, store_photo
from participation.core.models import PrivateFile


def picture(fmt="JPEG", size=(40, 30), **extra):
    out = io.BytesIO()
    Image.new("RGB", size, "#14524a").save(out, fmt, **extra)
    return out.getvalue()


def with_place():
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x0112] = 6
    return picture(exif=exif.tobytes())


def test_place_and_camera_are_gone_and_the_picture_stands_upright():
    data, width, height = reencode(with_place())
    again = Image.open(io.BytesIO(data))
    assert (again.format, width, height) == ("WEBP", 30, 40)
    assert not again.getexif()
    assert b"SecretCamera" not in data


def test_what_is_hidden_behind_the_picture_is_gone():
    polyglot = picture("PNG") + b"<script>alert(1)</script>"
    assert b"<script>" not in reencode(polyglot)[0]


def test_a_large_picture_is_made_smaller():
    assert max(reencode(picture(size=(4000, 100)))[1:]) == 1600


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
        b"%PDF-1.7",
        picture()[:50],
        picture("GIF"),
        b"\x89PNG\r\n\x1a\n" + b"\x00" * 40,
    ],
    ids=["nothing", "svg", "pdf", "truncated", "gif", "broken"],
)
def test_what_is_no_picture_is_refused_kindly(data):
    with pytest.raises(ValidationError):
        reencode(data)


def test_a_picture_of_too_many_pixels_is_refused():
    # Only the header says how large it is: making the picture would take the memory we protect.
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 1, 0, 0, 0, 0)
    chunk = b"IHDR" + header
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk
    bomb += struct.pack(">I", zlib.crc32(chunk)) + b"\x00\x00\x00\x00IDAT" + b"\x35\xaf\x06\x1e"
    with translation.override("en"), pytest.raises(ValidationError, match="pixels"):
        reencode(bomb)


def test_a_file_that_is_too_large_is_refused(settings):
    settings.RAATI_PHOTO_BYTES = 100
    with pytest.raises(ValidationError):
        PhotoField().clean(SimpleUploadedFile("a.jpg", picture()))


@pytest.fixture
def stored(member, component, tmp_path, settings):
    files.register_audience("test", lambda actor, row: actor.is_member)
    row = store_photo(actor=member, purpose="test", component=component, photo=reencode(picture()))
    yield row
    row.file.delete(save=False)


@pytest.mark.django_db
def test_only_those_who_may_read_get_the_file(stored, user, client):
    address = f"/files/{stored.public_id}/"
    assert Client().get(address, follow=True).status_code == 404
    client.force_login(user)
    response = client.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]
    assert response["Content-Type"] == "image/webp"
    assert response.getvalue()[8:12] == b"WEBP"
    assert "sandbox" in response["Content-Security-Policy"]


@pytest.mark.django_db
def test_a_file_without_an_audience_or_a_stored_file_is_not_found(stored, user, client):
    client.force_login(user)
    PrivateFile.objects.filter(pk=stored.pk).update(purpose="unknown")
    assert client.get(f"/files/{stored.public_id}/", follow=True).status_code == 404
    assert client.get("/files/doesnotexist/", follow=True).status_code == 404


@pytest.mark.django_db
def test_the_stored_name_tells_nothing_of_the_uploaded_one(stored):
    assert "photo" not in stored.file.name
