"""Pictures, galleries and videos: nothing is shown that has no words beside it."""

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images import get_image_model
from wagtail.images.blocks import ImageBlock

from participation.core.blocks import TEXT_FEATURES

#: A path on this very host: no scheme, no host, nothing that a browser might take for one.
OWN_PATH = re.compile(r"/(?!/)[\w\-./%~]*", re.ASCII)
TYPES = {"mp4": "video/mp4", "m4v": "video/mp4", "webm": "video/webm", "ogv": "video/ogg"}


def some_picture() -> dict[str, Any] | None:
    """The newest picture of the library, for the preview of a block."""
    image = get_image_model().objects.order_by("-pk").first()
    return {"image": image.pk, "alt_text": image.title, "decorative": False} if image else None


class PictureBlock(blocks.StructBlock):
    """A picture, described in words or marked as decoration."""

    image = ImageBlock(
        label=_("picture"),
        help_text=_("Describe what the picture tells, or mark it as decorative."),
    )
    caption = blocks.CharBlock(label=_("caption"), required=False, max_length=200)

    class Meta:
        icon = "image"
        label = _("picture")
        description = _("One picture with its description for those who do not see it.")
        template = "home/blocks/picture.html"

    def get_preview_value(self) -> Any:
        return self.to_python({"image": some_picture(), "caption": ""})


class GalleryBlock(blocks.StructBlock):
    """Several pictures side by side, each described."""

    pictures = blocks.ListBlock(PictureBlock(), label=_("pictures"), min_num=2, max_num=24)

    class Meta:
        icon = "image"
        label = _("gallery")
        description = _("Two to twenty-four pictures side by side, each with its description.")
        template = "home/blocks/gallery.html"

    def get_preview_value(self) -> Any:
        picture = {"image": some_picture(), "caption": ""}
        return self.to_python({"pictures": [picture, picture]})


class VideoBlock(blocks.StructBlock):
    """A video of our own, with captions or its words as text: no other site is asked for it."""

    title = blocks.CharBlock(label=_("what the video shows"), max_length=160)
    file = DocumentChooserBlock(
        label=_("video file"),
        required=False,
        help_text=_("Upload it to the documents: MP4 or WebM."),
    )
    address = blocks.CharBlock(
        label=_("or its address on this site"),
        required=False,
        max_length=300,
        help_text=_("Begins with a slash, for example /media/videos/square.mp4."),
    )
    poster = ImageBlock(label=_("picture before it plays"), required=False)
    captions = DocumentChooserBlock(
        label=_("captions"), required=False, help_text=_("A WebVTT file (.vtt).")
    )
    transcript = blocks.RichTextBlock(
        label=_("the video in words"),
        required=False,
        features=TEXT_FEATURES,
        help_text=_("What is said and what is seen. The law wants captions or this."),
    )

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        errors: dict[str, ValidationError] = {}
        if bool(cleaned["file"]) == bool(cleaned["address"]):
            errors["file"] = ValidationError(_("Choose a file or write its address, one of both."))
        elif cleaned["address"] and not OWN_PATH.fullmatch(cleaned["address"]):
            errors["address"] = ValidationError(
                _("Videos are shown from this site only: an address that begins with one slash.")
            )
        elif extension_of(cleaned) not in TYPES:
            where = "file" if cleaned["file"] else "address"
            errors[where] = ValidationError(_("Browsers play MP4 and WebM."))
        if not cleaned["captions"] and not cleaned["transcript"].source.strip():
            errors["captions"] = ValidationError(
                _("Add captions, or tell the video in words: some hear nothing of it.")
            )
        if cleaned["captions"] and cleaned["captions"].file_extension.lower() != "vtt":
            errors["captions"] = ValidationError(_("Captions are a WebVTT file (.vtt)."))
        if errors:
            raise StructBlockValidationError(errors)
        return cleaned

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        # The file itself: the view that serves documents cannot jump to the middle of one.
        context["src"] = value["file"].file.url if value["file"] else value["address"]
        context["type"] = TYPES.get(extension_of(value), "")
        return context

    class Meta:
        icon = "media"
        label = _("video")
        description = _("A video from this site, with captions or its words as text.")
        template = "home/blocks/video.html"

    def get_preview_value(self) -> Any:
        words = f"<p>{gettext('What is said and what is seen.')}</p>"
        title = gettext("What the square looks like in the morning")
        value = {"title": title, "poster": some_picture(), "transcript": words}
        more = {"address": "/media/square.mp4", "file": None, "captions": None}
        return self.to_python({**value, **more})


def extension_of(value: Any) -> str:
    """The ending of the video's name, in lower case."""
    name = value["file"].filename if value["file"] else value["address"] or ""
    return name.rpartition(".")[2].lower()
