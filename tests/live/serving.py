"""Socket servers in processes of their own, and a Redis that may be stopped."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path
from types import TracebackType
from typing import Self

from django.conf import settings
from django.db import connection

from tests import databases


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Process:
    """Something that is started, waited for, and stopped for certain."""

    command: list[str]
    port: int

    def __init__(self) -> None:
        self.port = free_port()
        self.process: subprocess.Popen | None = None
        self.log = settings.TEST_DIR / f"{type(self).__name__.lower()}-{self.port}.log"

    def environment(self) -> dict[str, str]:
        return dict(os.environ)

    def start(self) -> Self:
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                self.command,
                cwd=databases.ROOT,
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
            )
        deadline = time.monotonic() + 60
        while not self.answers():
            if self.process.poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{self.command} did not start:\n{self.log.read_text()}")
            time.sleep(0.05)
        return self

    def answers(self) -> bool:
        raise NotImplementedError

    def stop(self, how: int = signal.SIGTERM, within: float = 20) -> float:
        """Send the signal; the seconds till the process was gone."""
        began = time.monotonic()
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(how)
            try:
                self.process.wait(within)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait(5)
                raise
        return time.monotonic() - began

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.kill()
            self.process.wait(5)


class Redis(Process):
    """A server of our own, to be stopped in the middle."""

    def __init__(self) -> None:
        super().__init__()
        program = shutil.which("redis-server")
        if program is None:
            raise RuntimeError("redis-server is not installed; these tests stop and start one.")
        self.url = f"redis://127.0.0.1:{self.port}/0"
        self.command = [
            program, "--port", str(self.port), "--save", "", "--appendonly", "no",
            "--dir", str(settings.TEST_DIR),
        ]  # fmt: skip

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=1) as wire:
                wire.sendall(b"PING\r\n")
                return wire.recv(16).startswith(b"+PONG")
        except OSError:
            return False


class Uvicorn(Process):
    """One process that serves the pages and the sockets of tests/live/site.py."""

    def __init__(self, redis: str = "", port: int = 0, **environment: str) -> None:
        super().__init__()
        self.port = port or self.port
        self.url = f"http://localhost:{self.port}"
        self.extra = {"LIVE_REDIS_URL": redis, **environment}
        self.command = [
            sys.executable, "-m", "uvicorn", "tests.live.site:application",
            "--lifespan", "off", "--port", str(self.port), "--log-level", "warning",
            "--ws-max-size", "65536", "--timeout-graceful-shutdown", "10",
        ]  # fmt: skip

    def environment(self) -> dict[str, str]:
        box = databases.server(connection.settings_dict)
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.live.site_settings",
            "PYTHONPATH": os.pathsep.join([str(databases.ROOT), str(databases.ROOT / "site")]),
            "DATABASE_URL": box.url(connection.settings_dict["NAME"]),
            "RAATI_TEST_DIR": str(settings.TEST_DIR),
            **self.extra,
        }

    def answers(self) -> bool:
        try:
            urllib.request.urlopen(f"{self.url}/static/raati_live/js/pause.js", timeout=10)
        except OSError:
            return False
        return True

    def get(self, path: str, timeout: float = 20) -> str:
        with urllib.request.urlopen(f"{self.url}{path}", timeout=timeout) as answer:
            return answer.read().decode()


def memory_of(process: subprocess.Popen) -> int:
    """Resident kilobytes."""
    status = Path(f"/proc/{process.pid}/status").read_text()
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
