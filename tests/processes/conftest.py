"""A process with three phases and a board below it, in the small site of tests/home."""

from tests.home.conftest import editor, noon, staff, tree

__all__ = ["editor", "noon", "staff", "tree"]
