"""The open data at /api/v1/: read-only, for everybody, public fields only.

Each package has its own `api.py` with a router and enters it from its app's `ready()`. What
everybody may read is asked of the database for each answer; nothing here says who wrote.
"""

from .registry import register

__all__ = ["register"]
