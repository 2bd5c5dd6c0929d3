"""`make bench-serve`: the large town with production's processes, until Ctrl-C.

Writes var/bench/sessions.json (cookies of 2 000 residents who are signed in) and
var/bench/targets.json (what to measure, and where). The town lives in a database of
its own, `raati_bench` on the server of DATABASE_URL, and is kept for the next run.
"""

import argparse
import hashlib
import json
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import psycopg

from tests import production
from tests.production import ROOT, Production, answers_http

DATABASE = "raati_bench"
#: A connection for each request, as nginx opens them: kept ones would all stay with
#: whichever worker happened to accept them, and the other would stand idle.
ONE_EACH = ("--keep-alive", "0")
HOME = ROOT / "var" / "bench"
SHAPE = ("*/**/migrations/*.py", "tests/bench/town.py", "site/config/settings/base.py")


class Town:
    """The processes and the addresses; everything lies in `home`."""

    def __init__(self, port: int, home: Path = HOME) -> None:
        self.home = home
        home.mkdir(parents=True, exist_ok=True)
        self.proxied = production.nginx_program() is not None
        self.port = port
        self.pages_port = port + 1 if self.proxied else port
        self.sockets_port, self.plain_port = port + 2, port + 3
        server = os.environ.get("DATABASE_URL") or "postgres://root@127.0.0.1:5432/raati"
        self.database = urlunsplit(urlsplit(server)._replace(path=f"/{DATABASE}"))
        self.redis = os.environ.get("REDIS_URL") or "redis://127.0.0.1:6379/15"
        self.processes = Production(
            home,
            DJANGO_SETTINGS_MODULE="tests.bench.settings",
            SECRET_KEY=self._secret(),
            ALLOWED_HOSTS="localhost,127.0.0.1",
            DATABASE_URL=self.database,
            REDIS_URL=self.redis,
            REDIS_PREFIX="bench",
        )

    def _secret(self) -> str:
        """Kept, because the sessions are signed with it."""
        path = self.home / "secret"
        if not path.exists():
            path.write_text(secrets.token_urlsafe(64))
            path.chmod(0o600)
        return path.read_text()

    def admin(self, statement: str) -> list[tuple[object, ...]]:
        maintenance = urlunsplit(urlsplit(self.database)._replace(path="/postgres"))
        with psycopg.connect(maintenance, autocommit=True) as connection:
            cursor = connection.execute(statement)  # type: ignore[arg-type]
            return cursor.fetchall() if cursor.description else []

    def prepare(self) -> None:
        """Make the town unless the one of the last run still fits."""
        stamp, wanted = self.home / "stamp", shape()
        there = self.admin(f"SELECT 1 FROM pg_database WHERE datname = '{DATABASE}'")
        if there and stamp.exists() and stamp.read_text() == wanted:
            return
        began = time.monotonic()
        stamp.unlink(missing_ok=True)
        self.admin(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        self.admin(f"CREATE DATABASE {DATABASE}")
        say("Migrating and filling the database of the large town …")
        self.processes.manage("migrate", "--verbosity=0")
        self.fill(str(self.home))
        stamp.write_text(wanted)
        say(f"10 000 ideas and 4 000 residents in {time.monotonic() - began:.0f} s.")

    def fill(self, *arguments: str) -> None:
        subprocess.run(
            [sys.executable, "-m", "tests.bench.town", *arguments],
            cwd=ROOT,
            env=self.processes.environment,
            check=True,
        )

    def start(self) -> None:
        self.processes.manage("collectstatic", "--no-input", "--verbosity=0")
        self.processes.unit("raati-pages", "--bind", f"127.0.0.1:{self.pages_port}", *ONE_EACH)
        # At a port, so that there is an address for sockets where nginx is not.
        address = ("--host", "127.0.0.1", "--port", str(self.sockets_port))
        self.processes.unit("raati-sockets", *address, without="--uds")
        self.processes.unit("raati-worker")
        self.processes.start("clock", self._clock())
        self.processes.environment["BENCH_BOARD"] = self.board_key()
        self._room_for_bare_votes()
        self.processes.start("plain", self._gunicorn("tests.bench.plain", self.plain_port))
        if self.proxied:
            self._start_nginx()
        for name, port, path in (
            ("raati-pages", self.pages_port, "/healthz/live"),
            ("plain", self.plain_port, "/bare/"),
            ("raati-sockets", self.sockets_port, "/healthz/live"),
        ):
            self.processes.wait(name, lambda p=port, a=path: answers_http(f"{base(p)}{a}"))

    def _room_for_bare_votes(self) -> None:
        with psycopg.connect(self.database, autocommit=True) as connection:
            connection.execute("DROP TABLE IF EXISTS bench_vote")
            connection.execute(
                "CREATE TABLE bench_vote (person text, idea text, UNIQUE (person, idea))"
            )

    def _start_nginx(self) -> None:
        program = production.nginx_program()
        assert program is not None
        file = production.nginx_configuration(
            self.home,
            self.port,
            plain_port=production.free_port(),
            tls=False,
            sockets=f"127.0.0.1:{self.sockets_port}",
        )
        self.processes.start("nginx", [program, "-c", str(file)])
        self.processes.wait("nginx", lambda: answers_http(f"{base(self.port)}/healthz/live"))

    def _clock(self) -> list[str]:
        return [sys.executable, "site/manage.py", "raati_clock", "--loop", "60"]

    def _gunicorn(self, module: str, port: int) -> list[str]:
        """With the same workers as the pages have."""
        return [sys.executable, "-m", "gunicorn", f"{module}:application", "--bind",
                f"127.0.0.1:{port}", "--worker-class", "gthread", "--workers", "2",
                "--threads", "4", *ONE_EACH]  # fmt: skip

    def rows(self, sql: str) -> list[tuple]:
        with psycopg.connect(self.database, autocommit=True) as connection:
            return connection.execute(sql).fetchall()  # type: ignore[arg-type]

    def board_key(self) -> str:
        sql = (
            "SELECT translation_key FROM wagtailcore_page"
            " WHERE slug = 'ideat' AND url_path = '/kuparila/ideat/'"
        )
        return str(self.rows(sql)[0][0])

    def targets(self) -> dict[str, object]:
        """What to measure, and where. `{id}` is to be replaced by one of `ids`."""
        ids = [row[0] for row in self.rows(
            "SELECT public_id FROM raati_ideas_idea WHERE component_id ="
            f" '{self.board_key()}' ORDER BY created_at DESC"
        )]  # fmt: skip
        pages, front = base(self.pages_port), base(self.port)
        board = f"{pages}/fi/ideat/"
        return {
            "front": front,
            "pages": pages,
            "websocket": f"ws://127.0.0.1:{self.sockets_port}/ws/live/",
            "bare": f"{base(self.plain_port)}/bare/",
            "ref": f"{base(self.plain_port)}/ref/",
            "vote": f"{base(self.plain_port)}/vote/{{id}}/",
            "list": board,
            "list_supported": f"{board}?sort=supported",
            "list_cached": f"{front}/fi/ideat/" if self.proxied else None,
            "home": f"{pages}/fi/",
            "idea": f"{board}{{id}}/",
            "ideas": [f"{board}{path}/" for path in self.idea_paths()],
            "mine": f"{board}{{id}}/mine/part/",
            "support": f"{board}{{id}}/support/",
            "ids": ids,
            "method": "POST",
            "sessions": str(self.home / "sessions.json"),
        }

    def idea_paths(self, count: int = 200) -> list[str]:
        """Full paths of some ideas, so that no redirect is measured."""
        from django.utils.text import slugify

        rows = self.rows(
            "SELECT public_id, title FROM raati_ideas_idea WHERE component_id ="
            f" '{self.board_key()}' ORDER BY support_count DESC LIMIT {count}"
        )
        return [f"{public_id}-{slugify(title)[:60].strip('-')}" for public_id, title in rows]


def shape() -> str:
    """Changes when the tables or the town do."""
    digest = hashlib.sha256()
    for path in sorted({p for pattern in SHAPE for p in ROOT.glob(pattern)}):
        if path.relative_to(ROOT).parts[0] != "var":
            digest.update(str(path).encode() + path.read_bytes())
    return digest.hexdigest()


def base(port: int) -> str:
    return f"http://127.0.0.1:{port}"


def say(text: str) -> None:
    print(text, flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--port", type=int, default=int(os.environ.get("PORT") or 8000))
    town = Town(parser.parse_args().port)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    for port in range(town.port, town.port + 4):
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(("127.0.0.1", port))
    town.prepare()
    try:
        town.start()
        (town.home / "targets.json").write_text(json.dumps(town.targets(), indent=1) + "\n")
        say(f"The large town is open:  {base(town.port)}/fi/ideat/")
        say(f"Pages without the cache: {base(town.pages_port)}/fi/ideat/")
        say(f"Addresses and cookies:   {town.home}/targets.json, sessions.json")
        say("Stop with Ctrl-C.")
        while all(process.poll() is None for process in town.processes.running.values()):
            time.sleep(0.5)
        raise SystemExit("A process ended by itself; see var/bench/log/.")
    except KeyboardInterrupt:
        say("Stopping …")
        town.processes.stop()
    finally:
        town.processes.kill()


if __name__ == "__main__":
    main()
