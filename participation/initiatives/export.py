"""An initiative for the case-management system: one ZIP with a page to print, tables, metadata.

The page is plain HTML that opens and prints anywhere; the tables hold the signers as
CSV and XLSX, safe against formulas; the metadata is JSON.
"""

import io
import json
import zipfile
from typing import Any

import tablib
from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from participation.core.cells import safe_cell
from participation.core.texts import clean_texts

from .actions.exporting import Dossier


def zip_of(dossier: Dossier) -> bytes:
    """The ZIP, in the municipality's first language."""
    out = io.BytesIO()
    with (
        translation.override(settings.LANGUAGE_CODE),
        zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        table = signers(dossier)
        archive.writestr("initiative.html", page(dossier))
        archive.writestr(
            "metadata.json", json.dumps(metadata(dossier), ensure_ascii=False, indent=2)
        )
        # With a mark of UTF-8, without which spreadsheets guess.
        archive.writestr("signatures.csv", b"\xef\xbb\xbf" + table.export("csv").encode())
        archive.writestr("signatures.xlsx", table.export("xlsx"))
    return out.getvalue()


def signers(dossier: Dossier) -> tablib.Dataset:
    """Who signed, by name; days instead of instants."""
    headers = [_("Name"), _("Home municipality"), _("Lives here"), _("Signed on")]
    table = tablib.Dataset(headers=headers, title=_("Signatures"))
    for each in dossier.signatures:
        cells = [
            each.name,
            each.municipality,
            _("yes") if each.is_resident else _("no"),
            timezone.localdate(each.at).isoformat(),
        ]
        table.append([safe_cell(cell) for cell in cells])
    return table


def page(dossier: Dossier) -> str:
    return render_to_string(
        "raati_initiatives/export/initiative.html",
        {
            "initiative": dossier.initiative,
            "title": dossier.title,
            "text": dossier.text,
            "contact": dossier.contact,
            "signatures": dossier.signatures,
            "entries": dossier.entries,
            "crossing": dossier.initiative.reached,
            "language": settings.LANGUAGE_CODE,
        },
    )


def metadata(dossier: Dossier) -> dict[str, Any]:
    """Dates in ISO 8601; keys in English, as systems read them."""
    initiative, contact, crossing = dossier.initiative, dossier.contact, dossier.initiative.reached
    return {
        "identifier": initiative.public_id,
        "title": dossier.title,
        "shortened_on_the_page": _iso(initiative.redacted_at),
        "language": initiative.language,
        "state": initiative.state,
        "maker": {
            "kind": initiative.maker_kind,
            "organisation": initiative.organisation,
            "name": contact.name,
            "municipality": contact.municipality,
            "email": contact.email,
            "phone": contact.phone,
            "address": contact.address,
        },
        "published": _iso(initiative.published_at),
        "delivered": _iso(initiative.delivered_at),
        "pending": _iso(initiative.pending_on),
        "register_number": initiative.register_number,
        "due": _iso(initiative.due_on),
        "taken_up": _iso(initiative.taken_up_on),
        "signatures": initiative.signature_count,
        "signatures_of_residents": initiative.resident_count,
        "signatures_needed": initiative.needed,
        "share_reached": crossing
        and {
            "at": _iso(crossing.at),
            "needed": crossing.needed,
            "share_percent": str(crossing.share),
            "residents": crossing.residents,
            "residents_counted_on": _iso(crossing.residents_on),
        },
        "entries": [
            {
                "kind": e.kind,
                "on": _iso(e.on),
                "text": clean_texts(e.text),
                "role": clean_texts(e.role),
            }
            for e in dossier.entries
        ],
    }


def _iso(value: Any) -> str | None:
    return value.isoformat() if value else None
