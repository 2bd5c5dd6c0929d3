"""Telling of oneself, and codes that let somebody in; proofs and privacy have other files."""

from .codes import cancel_codes, make_codes, use_code
from .telling import tell

__all__ = ["cancel_codes", "make_codes", "tell", "use_code"]
