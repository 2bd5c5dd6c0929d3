"""The two servers that are compared."""

import os
import sys

from tests import databases
from tests.live.serving import Uvicorn


class Bare(Uvicorn):
    """tests/bench/bare.py, served as the real one is."""

    def __init__(self) -> None:
        super().__init__()
        self.command = [
            sys.executable, "-m", "uvicorn", "tests.bench.bare:application",
            "--lifespan", "off", "--port", str(self.port), "--log-level", "warning",
        ]  # fmt: skip

    def environment(self) -> dict[str, str]:
        return {**os.environ, "PYTHONPATH": str(databases.ROOT)}
