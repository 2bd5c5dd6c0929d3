"""Public identifiers: random, so that they tell neither how many there are nor which is next."""

import secrets
from typing import Any

from django.db import models

# No vowels, no 0/o, 1/l/i: nobody reads a word or mistakes a letter on a poster.
ALPHABET = "23456789bcdfghjkmnpqrstvwxz"
LENGTH = 12


def new_public_id() -> str:
    """Twelve random characters, about 57 bits."""
    return "".join(secrets.choice(ALPHABET) for _ in range(LENGTH))


class PublicIdField(models.CharField):
    """A unique random id, set when the row is made and never changed."""

    def __init__(self, **kwargs: Any) -> None:
        fixed: dict[str, Any] = {
            "max_length": LENGTH,
            "unique": True,
            "editable": False,
            "default": new_public_id,
        }
        super().__init__(**{**kwargs, **fixed})

    def deconstruct(self) -> tuple:
        name, path, args, kwargs = super().deconstruct()
        for key in ("max_length", "unique", "editable", "default"):
            kwargs.pop(key, None)
        return name, path, args, kwargs
