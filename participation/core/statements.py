"""Two statements that Django's querysets ask two questions for."""

from collections.abc import Sequence
from typing import Any

from django.db import connections, models
from django.db.models.constants import OnConflict
from django.db.models.sql import InsertQuery, UpdateQuery


def update_returning(rows: models.QuerySet[Any], *names: str, **values: Any) -> list[tuple]:
    """`rows.update(**values)`, and what the fields `names` then hold: one statement."""
    query = rows.query.chain(UpdateQuery)
    query.add_update_values(values)  # type: ignore[attr-defined]
    connection = connections[rows.db]
    statement, params = query.get_compiler(rows.db).as_sql()
    fields = [rows.model._meta.get_field(name).column for name in names]  # type: ignore[union-attr]
    columns = ", ".join(connection.ops.quote_name(column) for column in fields)
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} RETURNING {columns}", params)
        return cursor.fetchall()


def insert_once(row: models.Model, using: str = "default") -> bool:
    """Insert the row; False where a unique constraint holds its place already."""
    fields: Sequence[Any] = [f for f in row._meta.local_concrete_fields if not f.primary_key]
    query = InsertQuery(type(row), on_conflict=OnConflict.IGNORE)
    query.insert_values(fields, [row])
    connection = connections[using]
    ((statement, params),) = query.get_compiler(using).as_sql()
    with connection.cursor() as cursor:
        cursor.execute(statement, params)
        return cursor.rowcount == 1
