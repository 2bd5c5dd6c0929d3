"""What the sources of personal data say, done: finding, telling, erasing, forgetting rows."""

import logging
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.contrib.auth import get_user_model
from django.core.files.base import File
from django.db import models, transaction
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from i18nfield.strings import LazyI18nString

from . import addresses, clock
from .models import Component, Person, PrivateFile
from .personal_data import Forget, OnErasure, Source, Text, sources

logger = logging.getLogger(__name__)
AT_ONCE = 1000

#: Names for people of fields that many tables have.
LABELS: dict[str, Text] = {
    "answered_at": _("answered"),
    "asked_at": _("asked"),
    "at": _("when"),
    "author_kind": _("how it was sent"),
    "author_name": _("name shown"),
    "component": _("place of participation"),
    "created_at": _("when"),
    "done_at": _("done"),
    "error": _("what went wrong"),
    "expires_at": _("until"),
    "kind": _("kind"),
    "language": _("language"),
    "mark": _("mark"),
    "name": _("name"),
    "public_id": _("public mark"),
    "role": _("role"),
    "state": _("state"),
    "until": _("until"),
    "updated_at": _("changed"),
    "version": _("version"),
}


def rows_of(source: Source, person: Person) -> models.QuerySet[Any]:
    """The rows of this kind that are the person's own."""
    return _linked(source, source.own_fields, person)


def _linked(source: Source, lookups: tuple[str, ...], person: Person) -> models.QuerySet[Any]:
    condition = Q(pk__in=[])
    for lookup in lookups:
        value = person.pk if leads_to(source.model, lookup) is Person else person.user_id
        if value is not None:
            condition |= Q(**{lookup: value})
    return source.model._base_manager.filter(condition)


def leads_to(model: type[models.Model], lookup: str) -> type[models.Model]:
    """The model at the end of a lookup ("idea__author"); of "pk" the model itself."""
    for name in lookup.split("__"):
        if name != "pk":
            model = model._meta.get_field(name).related_model  # type: ignore[assignment]
    if model not in (Person, get_user_model()):
        raise ValueError(f"{lookup} leads to no person.")
    return model


def told_fields(source: Source) -> list[models.Field]:
    """The fields of the person's own copy: all but keys, links to the person, and `untold`."""
    left_out = {*source.untold, *source.person_fields}
    return [
        each
        for each in source.model._meta.concrete_fields
        if not each.primary_key and each.name not in left_out
    ]


def label_of(source: Source, each: models.Field) -> Text:
    """What the field is called for people."""
    return source.labels.get(each.name) or LABELS.get(each.name) or each.verbose_name


def told(source: Source, person: Person) -> Iterator[tuple[models.Model, dict[str, Any]]]:
    """Each own row and what it says, as plain values by field name, the oldest first."""
    fields = told_fields(source)
    links = [f.name for f in fields if isinstance(f, models.ForeignKey)]
    rows = rows_of(source, person).select_related(*links) if links else rows_of(source, person)
    for row in rows.order_by("pk").iterator(chunk_size=AT_ONCE):
        yield row, {f.name: _plain(f, getattr(row, f.name), person) for f in fields}


def _plain(each: models.Field, value: Any, person: Person) -> Any:
    if isinstance(value, models.Model):
        return _thing(value, person)
    if isinstance(value, LazyI18nString):
        return value.data
    if isinstance(value, File):
        return bool(value)
    if isinstance(value, datetime | date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return str(value)
    return value if isinstance(value, str | int | float | bool | list | dict | None) else str(value)


def _thing(row: models.Model, person: Person) -> Any:
    """Another row, as far as everybody may know it."""
    if isinstance(row, Person | get_user_model()):
        return gettext("you") if row in (person, person.user) else gettext("somebody else")
    if isinstance(row, Component):
        page = row.page_in()
        return {"id": row.public_id, "title": page.title if page else ""}
    if isinstance(row, PrivateFile):
        return {"id": row.public_id}
    if not addresses.is_registered(type(row)):
        return str(row)
    address = addresses.address_of(row)
    known = {"id": getattr(row, "public_id", ""), "address": address}
    return {**known, "title": str(row)} if address else known


def erase_all(person: Person) -> None:
    """Do to each kind of data what its source says; the caller's transaction.

    First what stays is emptied, then what goes is deleted: so nothing points at it any more.
    """
    for source in sources():
        if source.erase is None:
            _empty(source, person)
    for source in sources():
        if source.erase is not None:
            source.erase(person)
        elif source.on_erasure is OnErasure.DELETED and source.model not in (
            Person,
            get_user_model(),
        ):
            rows_of(source, person).delete()


def _empty(source: Source, person: Person) -> None:
    if source.blank:
        rows_of(source, person).update(**source.blank)
    for name in source.cleared:
        _linked(source, (name,), person).update(**{name: None})


def forget_old() -> dict[str, int]:
    """Let each source forget what is older than its period; how many rows, by source."""
    done = {
        source.label: sum(_forget(source, rule) for rule in source.forgets) for source in sources()
    }
    told = {label: number for label, number in done.items() if number}
    if told:
        logger.info("Forgotten: %s", ", ".join(f"{label} {n}" for label, n in told.items()))
    return told


def _forget(source: Source, rule: Forget) -> int:
    """A bounded number of rows at a time, so that no table is locked for long."""
    limit = clock.now() - rule.period
    rows = source.model._base_manager.filter(rule.where, **{f"{rule.after}__lt": limit})
    if rule.blank is not None:
        still = Q()
        for name, value in rule.blank.items():
            still |= ~Q(**{name: value})
        rows = rows.filter(still)
    keys = list(rows.order_by("pk").values_list("pk", flat=True)[:AT_ONCE])
    if not keys:
        return 0
    with transaction.atomic():
        due = source.model._base_manager.filter(pk__in=keys)
        return due.update(**rule.blank) if rule.blank is not None else _delete(due, len(keys))


def _delete(rows: models.QuerySet[Any], number: int) -> int:
    rows.delete()
    return number
