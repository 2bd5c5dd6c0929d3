"""Search that knows word forms: see words.py (words), finding.py (rows), kinds.py (registry)."""

from .finding import Found, find, matching
from .words import Query, read_query

__all__ = ["Found", "Query", "find", "matching", "read_query"]
