"""Residents' photos: re-encoded, metadata gone, handed out by one view that asks first."""

import io
import warnings
from collections.abc import Callable

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.http import FileResponse, Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404
from django.urls import path
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps, UnidentifiedImageError

from . import conf
from .actors import Actor, actor_for
from .models import Component, PrivateFile
from .shared import private
from .visibility import page_for

MAX_PIXELS = 50_000_000
FORMATS = ("JPEG", "PNG", "WEBP")

#: May this actor read this file? By the file's purpose; an unknown purpose is refused.
_audiences: dict[str, Callable[[Actor, PrivateFile], bool]] = {}


def register_audience(purpose: str, may_read: Callable[[Actor, PrivateFile], bool]) -> None:
    """Say who may read files of `purpose`."""
    _audiences[purpose] = may_read


def reencode(data: bytes) -> tuple[bytes, int, int]:
    """The picture as WebP, turned upright, at most PHOTO_SIDE wide or high, pixels only.

    Returns (bytes, width, height). ValidationError for what is not a JPEG, PNG or
    WebP picture, is broken, or is far too large. Only the first picture of an
    animation is kept.
    """
    if len(data) > conf.get("PHOTO_BYTES"):
        raise ValidationError(_("The picture is too large. 10 megabytes is the most."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            image = Image.open(io.BytesIO(data), formats=FORMATS)
            if image.width * image.height > MAX_PIXELS:
                raise ValidationError(_("The picture has too many pixels."))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise ValidationError(_("The picture has too many pixels.")) from None
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        raise ValidationError(
            _("This file could not be read as a picture. Use a JPEG, PNG or WebP picture.")
        ) from None
    side = conf.get("PHOTO_SIDE")
    upright.thumbnail((side, side))
    out = io.BytesIO()
    # A fresh image: nothing of the upload but its pixels can come along.
    clean = Image.new("RGB", upright.size)
    clean.paste(upright)
    clean.save(out, "WEBP", quality=80)
    return out.getvalue(), clean.width, clean.height


class PhotoField(forms.FileField):
    """A file field whose cleaned value is (webp bytes, width, height), or None."""

    widget = forms.ClearableFileInput(attrs={"accept": "image/jpeg,image/png,image/webp"})

    def clean(self, data: object, initial: object = None) -> object:
        upload = super().clean(data, initial)
        if not upload or isinstance(upload, tuple):
            return upload or None
        if upload.size > conf.get("PHOTO_BYTES"):
            raise ValidationError(_("The picture is too large. 10 megabytes is the most."))
        return reencode(upload.read())


def store_photo(
    *, actor: Actor, purpose: str, component: Component, photo: tuple[bytes, int, int]
) -> PrivateFile:
    """Save a re-encoded photo; part of the action that uses it, in its transaction."""
    data, width, height = photo
    row = PrivateFile(
        purpose=purpose,
        component=component,
        owner=actor.person,
        content_type="image/webp",
        width=width,
        height=height,
    )
    row.file.save("photo.webp", ContentFile(data), save=False)
    row.save()
    return row


def serve(request: HttpRequest, public_id: str) -> HttpResponseBase:
    """Hand out one private file to somebody who may read it; 404 to everybody else."""
    row = get_object_or_404(PrivateFile, public_id=public_id)
    may_read = _audiences.get(row.purpose)
    if may_read is None or not may_read(actor_for(request), row):
        raise Http404
    if row.component is not None and page_for(request, row.component) is None:
        raise Http404
    try:
        response = FileResponse(row.file.open("rb"), content_type=row.content_type)
    except FileNotFoundError:
        raise Http404 from None
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Content-Disposition"] = "inline"
    return private(response)


urlpatterns = [path("<slug:public_id>/", serve, name="raati_file")]
