"""A person's own copy: one ZIP with a JSON file for each kind of data, and pages to read.

Made by the clock, outside every transaction; whoever dies in between begins anew. Others are
in it without names.
"""

import io
import json
import zipfile
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.core.files.base import ContentFile
from django.db import transaction
from django.template.loader import render_to_string
from django.utils import translation

from participation.core import clock
from participation.core.models import Person, PrivateFile
from participation.core.own_rows import label_of, told, told_fields
from participation.core.own_sources import delete_file
from participation.core.personal_data import Source, sources

from ..models import DataExport

PURPOSE = "people.copy"
AT_ONCE = 20
EXTENSIONS = {"image/webp": "webp"}


def make_copies() -> int:
    """Make the copies that were asked for; returns how many."""
    waiting = DataExport.objects.filter(ready_at=None, person__erased_at=None)
    done = 0
    for row in waiting.select_related("person__user").order_by("asked_at")[:AT_ONCE]:
        done += _store(row, zip_of(row.person))
    return done


@transaction.atomic
def _store(row: DataExport, data: bytes) -> bool:
    """Keep it, unless another process was faster or the person is gone meanwhile."""
    still = DataExport.objects.select_for_update().filter(pk=row.pk, ready_at=None).first()
    if still is None:
        return False
    file = PrivateFile(purpose=PURPOSE, content_type="application/zip")
    file.file.save("copy.zip", ContentFile(data), save=False)
    file.save()
    still.file, still.ready_at = file, clock.now()
    still.save(update_fields=["file", "ready_at"])
    return True


def forget_copies() -> int:
    """Delete copies whose days are over, with their files; returns how many."""
    over = DataExport.objects.filter(expires_at__lte=clock.now()).select_related("file")[:AT_ONCE]
    for row in over:
        with transaction.atomic():
            file, _gone = row.file, row.delete()
            if file is not None:
                delete_file(file)
    return len(over)


def zip_of(person: Person) -> bytes:
    """Everything about the person that any source knows."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        kinds = [each for each in (_kind(source, person) for source in sources()) if each["rows"]]
        for kind in kinds:
            archive.writestr(f"data/{kind['name']}.json", _json(kind))
        for name, data in _files(person):
            archive.writestr(name, data)
        for code, _name in settings.LANGUAGES:
            archive.writestr(f"{code}.html", _page(kinds, code))
    return out.getvalue()


def _kind(source: Source, person: Person) -> dict[str, Any]:
    with translation.override(settings.LANGUAGE_CODE):
        rows = [values for _row, values in told(source, person)]
    return {"name": source.label, "source": source, "rows": rows}


def _json(kind: dict[str, Any]) -> str:
    source = kind["source"]
    with translation.override(settings.LANGUAGE_CODE):
        about = {
            "what": str(source.what),
            "purpose": str(source.purpose),
            "legal_basis": str(source.legal_basis),
            "retention": str(source.retention),
            "fields": {each.name: str(label_of(source, each)) for each in told_fields(source)},
            "rows": kind["rows"],
        }
    return json.dumps(about, ensure_ascii=False, indent=2, default=str)


def _files(person: Person) -> Iterator[tuple[str, bytes]]:
    for row in PrivateFile.objects.filter(owner=person).order_by("pk"):
        ending = EXTENSIONS.get(row.content_type, "bin")
        try:
            with row.file.open("rb") as stored:
                yield f"files/{row.public_id}.{ending}", stored.read()
        except FileNotFoundError:
            continue


def _page(kinds: list[dict[str, Any]], code: str) -> str:
    """The same to read, in one language."""
    with translation.override(code):
        tables = [{"source": kind["source"], "rows": list(_read(kind))} for kind in kinds]
        context = {"tables": tables, "language": code, "made": clock.now()}
        return render_to_string("raati_people/privacy/copy.html", context)


def _read(kind: dict[str, Any]) -> Iterator[list[tuple[Any, str]]]:
    """Each row as names and words; what says nothing is left out."""
    source = kind["source"]
    fields = {each.name: each for each in told_fields(source)}
    for row in kind["rows"]:
        shown = ((fields[name], value) for name, value in row.items())
        yield [(label_of(source, each), _words(each, value)) for each, value in shown if value]


def _words(each: Any, value: Any) -> str:
    if isinstance(value, dict):
        return " · ".join(str(part) for part in value.values() if part)
    if isinstance(value, list):
        return " · ".join(str(part) for part in value)
    return str(dict(each.flatchoices).get(value, value)) if each.choices else str(value)
