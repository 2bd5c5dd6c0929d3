"""Documents of the municipality: OpenDocument texts with a real heading, written at first use."""

import io
import zipfile
from collections.abc import Sequence
from html import escape

from django.core.files.base import ContentFile
from wagtail.documents import get_document_model

TYPE = "application/vnd.oasis.opendocument.text"
_SPACES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"'
)
_MANIFEST = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" '
    f'manifest:version="1.3"><manifest:file-entry manifest:full-path="/" '
    f'manifest:media-type="{TYPE}"/>'
    '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
    '<manifest:file-entry manifest:full-path="meta.xml" manifest:media-type="text/xml"/>'
    "</manifest:manifest>"
)


def document(slug: str, language: str, texts: Sequence[str]) -> int:
    """The document of the library with the first text as its title; made at its first use."""
    documents = get_document_model().objects
    found = documents.filter(title=texts[0]).first()
    if found is None:
        file = ContentFile(odt(language, texts), name=f"{slug}-{language}.odt")
        found = documents.create(title=texts[0], file=file)
    return found.pk


def odt(language: str, texts: Sequence[str]) -> bytes:
    """A text document: the first text is its heading and title, the others are paragraphs."""
    heading, *paragraphs = map(escape, texts)
    body = f'<text:h text:outline-level="1">{heading}</text:h>'
    body += "".join(f"<text:p>{text}</text:p>" for text in paragraphs)
    parts = {
        "mimetype": TYPE,
        "META-INF/manifest.xml": _MANIFEST,
        "meta.xml": f"<office:document-meta {_SPACES}><office:meta><dc:title>{heading}</dc:title>"
        f"<dc:language>{language}</dc:language></office:meta></office:document-meta>",
        "content.xml": f"<office:document-content {_SPACES}><office:body><office:text>{body}"
        "</office:text></office:body></office:document-content>",
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, text in parts.items():
            # The first entry tells the type: unpacked, and without a date of today.
            kind = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            packed.writestr(zipfile.ZipInfo(name), text, compress_type=kind)
    return out.getvalue()
