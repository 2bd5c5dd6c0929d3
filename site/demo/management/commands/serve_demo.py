"""`make demo`: one command that prepares, loads and serves the demo municipality."""

import hashlib
import logging
import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

import uvicorn
from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connections

from demo.cast import ACCOUNTS, PASSWORD

HELPERS = {
    "task worker": ["db_worker", "--queue-name", "*", "--no-startup-delay"],
    "clock": ["raati_clock", "--loop", "20"],
}


class Counter:
    """Stands in for migrate's output: one line that counts instead of hundreds."""

    def __init__(self, stream: Any) -> None:
        self.stream, self.applied = stream, 0

    def write(self, text: str) -> None:
        self.applied += text.count("Applying ")
        if self.stream.isatty() and "Applying " in text:
            self.stream.write(f"\r  {self.applied} steps", ending="")
            self.stream.flush()

    def flush(self) -> None:
        """Nothing is held back."""


class Command(BaseCommand):
    help = "Prepares the demo municipality and serves it with its task worker until Ctrl-C."
    # Asked once by the tests; here they would only cost seconds.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.RAATI_DEMO:
            raise CommandError("serve_demo runs with config.settings.demo only.")
        self.port = options["port"]
        # Asked to stop politely is stopped like Ctrl-C: the helpers too.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        listener = bind(self.port)
        try:
            self.prepare()
            self.serve(listener)
        except KeyboardInterrupt:
            # uvicorn raises the signal again once it has finished what was under way.
            self.stdout.write("Stopped.")

    def prepare(self) -> None:
        """Migrate and load what is not there yet; a stamp makes the second start quick."""
        home: Path = settings.DEMO_DIR
        loading, loaded = home / "loading", home / "loaded"
        if loading.exists() and "DATABASE_URL" not in os.environ:
            self.stdout.write("The last load was interrupted; starting over.")
            shutil.rmtree(home)
        for folder in (home, settings.MEDIA_ROOT, settings.EMAIL_FILE_PATH, settings.STATIC_ROOT):
            Path(folder).mkdir(parents=True, exist_ok=True)
        wanted = schema_stamp()
        if loaded.exists() and loaded.read_text() == wanted:
            return
        first_time = not loaded.exists()
        if first_time:
            loading.touch()
        self.stdout.write("Preparing the database …")
        call_command("migrate", interactive=False, verbosity=1, stdout=Counter(self.stdout))
        self.stdout.write("")
        if first_time:
            self.stdout.write("Loading the demo municipality …")
            call_command("load_demo", stdout=self.stdout)
        loaded.write_text(wanted)
        loading.unlink(missing_ok=True)
        connections.close_all()

    def serve(self, listener: socket.socket) -> None:
        config = uvicorn.Config(
            "config.asgi:application",
            lifespan="off",
            # Nobody stands in front: a visitor must not choose an address to be counted by.
            proxy_headers=False,
            log_level="warning",
            access_log=False,
            ws_max_size=65536,
            # A reader who takes nothing must not hold up Ctrl-C.
            timeout_graceful_shutdown=10,
        )
        server = uvicorn.Server(config)
        helpers = Helpers(server, self.stderr)
        if hasattr(signal, "SIGHUP"):
            # A closed terminal stops the helpers too.
            signal.signal(signal.SIGHUP, lambda *_: setattr(server, "should_exit", True))
        threading.Thread(target=self.announce, args=(server, helpers), daemon=True).start()
        try:
            server.run(sockets=[listener])
        finally:
            self.stdout.write("\nStopping …")
            helpers.stop()
        if helpers.died:
            raise CommandError(
                f"The {helpers.died} stopped by itself, so the rest was stopped too."
            )

    def announce(self, server: uvicorn.Server, helpers: "Helpers") -> None:
        base = f"http://localhost:{self.port}"
        while not server.started:
            time.sleep(0.05)
        helpers.start()
        wait_for_answer(f"http://127.0.0.1:{self.port}/healthz/live")
        self.stdout.write(f"\nKuparila is open:       {base}/")
        self.stdout.write(f"Sign in:                {base}/accounts/login/")
        self.stdout.write(f"Editors and staff:      {base}/admin/")
        self.stdout.write(f"Health:                 {base}/healthz/ready")
        self.stdout.write(f"Mail that was sent:     {settings.EMAIL_FILE_PATH}")
        self.stdout.write(f"\nAccounts, all with the password {PASSWORD}:")
        for email, role in ACCOUNTS.items():
            self.stdout.write(f"  {email:<26}{role}")
        self.stdout.write(
            "\nStaff may work without a second factor here; in production they may not."
        )
        self.stdout.write("Stop with Ctrl-C. Start over with `make demo-reset`.\n")
        self.stdout.flush()
        helpers.watch()


class Helpers:
    """The processes beside the server; one that dies takes the server with it."""

    def __init__(self, server: uvicorn.Server, stderr: Any) -> None:
        self.server, self.stderr = server, stderr
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        self.died = ""

    def start(self) -> None:
        for name, command in HELPERS.items():
            # A session of its own, so that Ctrl-C reaches them through stop() alone.
            self.running[name] = subprocess.Popen(  # noqa: S603
                [sys.executable, sys.argv[0], *command],
                stdin=subprocess.DEVNULL,
                start_new_session=True,
            )

    def watch(self) -> None:
        while not self.server.should_exit:
            for name, process in self.running.items():
                if process.poll() is not None:
                    self.died = name
                    self.server.should_exit = True
                    return
            time.sleep(0.5)

    def stop(self) -> None:
        for process in self.running.values():
            if process.poll() is None:
                process.terminate()
        deadline = time.monotonic() + 8
        for process in self.running.values():
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()


def bind(port: int) -> socket.socket:
    """The port, taken before anything slow is done; CommandError when someone has it."""
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind(("0.0.0.0", port))  # noqa: S104
    except OSError as error:
        raise CommandError(
            f"Port {port} cannot be used ({error.strerror}). "
            f"Something else is running there; choose another: make demo PORT={port + 1}"
        ) from error
    return listener


def schema_stamp() -> str:
    """Changes when a migration or a pinned package does; asking the database takes seconds."""
    digest = hashlib.sha256((settings.BASE_DIR / "requirements" / "demo.txt").read_bytes())
    for path in sorted(settings.BASE_DIR.glob("*/**/migrations/*.py")):
        if "var" not in path.relative_to(settings.BASE_DIR).parts[:1]:
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def wait_for_answer(url: str) -> None:
    logging.getLogger("django.request").setLevel(logging.ERROR)
    for _attempt in range(600):
        try:
            urllib.request.urlopen(url, timeout=10)  # noqa: S310
            return
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.1)
