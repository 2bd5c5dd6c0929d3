from tests.live.conftest import rooms

__all__ = ["rooms"]
