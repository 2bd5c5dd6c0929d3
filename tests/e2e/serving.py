"""The real server as separate processes, on a database of its own with the demo loaded."""

import email
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

from django.conf import settings

from tests import databases

LOADED = ("participation/**/*", "forums/**/*", "surveys/**/*", "youth_council/**/*", "site/**/*")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Server:
    """The site under test.

    `url` and `other_url` are two processes where PostgreSQL and Redis are used,
    and one and the same on SQLite, which promises one process only.
    """

    def __init__(self, worker: str) -> None:
        config = settings.DATABASES["default"]
        self.box = databases.server(config)
        self.worker = worker
        self.home: Path = settings.TEST_DIR / f"e2e-{worker}"
        self.name = self.box.name(f"e2e-{worker}")
        self.ports = [free_port() for _ in range(2 if settings.REDIS_URL else 1)]
        self.url = f"http://localhost:{self.ports[0]}"
        self.other_url = f"http://localhost:{self.ports[-1]}"
        self.running: list[subprocess.Popen] = []

    @property
    def environment(self) -> dict[str, str]:
        redis = settings.REDIS_URL
        if redis:
            # The tests' own workers sit on the two numbers below.
            head, _slash, number = redis.rpartition("/")
            redis = f"{head}/{int(number) + 2}"
        return {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "config.settings.demo",
            "PYTHONPATH": os.pathsep.join([str(databases.ROOT), str(databases.ROOT / "site")]),
            "DATABASE_URL": self.box.url(self.name),
            "REDIS_URL": redis,
            "REDIS_PREFIX": f"e2e-{self.worker}",
            "RAATI_DEMO_DIR": str(self.home),
            "BASE_URL": self.url,
            "CSRF_TRUSTED_ORIGINS": ",".join({self.url, self.other_url}),
            "LOG_LEVEL": "ERROR",
        }

    def prepare(self) -> None:
        """Copy the loaded demo: its database and its files."""
        key = databases.fingerprint(LOADED)
        files = settings.TEST_DIR / f"demo-{key}"
        template = databases.prepared(
            self.box,
            "demo",
            key,
            ["load_demo"],
            settings_module="config.settings.demo",
            base=databases.migrated(self.box),
            RAATI_DEMO_DIR=str(files),
        )
        shutil.rmtree(self.home, ignore_errors=True)
        files.mkdir(exist_ok=True)
        shutil.copytree(files, self.home)
        for folder in ("media", "private", "mail"):
            (self.home / folder).mkdir(exist_ok=True)
        with databases.locked("copy"):
            self.box.copy(template, self.name)

    def start(self) -> None:
        self.log = open(self.home / "server.log", "w")  # noqa: SIM115
        for port in self.ports:
            self.run(
                *("-m", "uvicorn", "config.asgi:application", "--lifespan", "off"),
                *("--port", str(port), "--log-level", "warning"),
            )
        manage = str(databases.ROOT / "site" / "manage.py")
        self.run(manage, "db_worker", "--queue-name", "*", "--no-startup-delay")
        self.run(manage, "raati_clock", "--loop", "2")
        for port in self.ports:
            self.wait_for(port)

    def run(self, *command: str) -> None:
        self.running.append(
            subprocess.Popen(
                [sys.executable, *command],
                cwd=databases.ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=self.log,
                stderr=self.log,
            )
        )

    def wait_for(self, port: int) -> None:
        deadline = time.monotonic() + 90
        while time.monotonic() < deadline:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz/live", timeout=20)
                return
            except OSError:
                if any(process.poll() is not None for process in self.running):
                    break
                time.sleep(0.2)
        raise RuntimeError(f"The server did not start:\n{(self.home / 'server.log').read_text()}")

    def stop(self) -> None:
        for process in self.running:
            process.terminate()
        for process in self.running:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
        self.log.close()
        self.box.drop(self.name)

    def manage(self, *command: str) -> str:
        """Run a management command against the server's database and return its output."""
        done = subprocess.run(
            [sys.executable, str(databases.ROOT / "site" / "manage.py"), *command],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def mails(self, to: str) -> list[EmailMessage]:
        """What was sent to an address so far, the newest last."""
        found = []
        for path in sorted((self.home / "mail").glob("*"), key=lambda p: p.stat().st_mtime):
            for part in re.split(rb"^-{79}$", path.read_bytes(), flags=re.MULTILINE):
                mail = email.message_from_bytes(part.strip(), policy=default)
                if to in str(mail["To"] or ""):
                    found.append(mail)
        return found

    def mail_to(self, to: str, after: int = 0, seconds: float = 15) -> EmailMessage:
        """The newest mail to an address, waiting until there are more than `after`."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            mails = self.mails(to)
            if len(mails) > after:
                return mails[-1]
            time.sleep(0.2)
        raise AssertionError(f"No mail came to {to} in {seconds} s.")
