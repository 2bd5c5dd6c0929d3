"""A small town behind the site's own nginx: real processes, TLS, a database of its own."""

import http.client
import json
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from websockets.sync.client import ClientConnection, connect

from tests import databases, production
from tests.production import HOST, ROOT, Production, free_port

Person = dict[str, Any]


class Answer:
    def __init__(self, raw: http.client.HTTPResponse) -> None:
        self.status, self.headers = raw.status, raw.headers
        self.body = raw.read()

    @property
    def text(self) -> str:
        return self.body.decode()


class Client:
    """One visitor's browser: a connection that is kept, and the cookies it was given."""

    def __init__(self, port: int, trusted: Path, cookies: dict[str, str] | None = None) -> None:
        self.port, self.cookies = port, dict(cookies or {})
        self.tls = ssl.create_default_context(cafile=str(trusted))
        self.connection: http.client.HTTPConnection | None = None

    def wire(self) -> ssl.SSLSocket:
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        return self.tls.wrap_socket(raw, server_hostname=HOST)

    def ask(self, path: str, method: str = "GET", body: bytes | None = None,
            **headers: str) -> Answer:  # fmt: skip
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        given = {"Host": HOST, **named}
        if self.cookies and "Cookie" not in given:
            given["Cookie"] = "; ".join(f"{k}={v}" for k, v in self.cookies.items())
        if self.connection is None:
            self.connection = http.client.HTTPConnection(HOST)
            self.connection.sock = self.wire()
        self.connection.request(method, path, body=body, headers=given)
        answer = Answer(self.connection.getresponse())
        for cookie in answer.headers.get_all("Set-Cookie") or []:
            name, _equals, value = cookie.partition(";")[0].partition("=")
            self.cookies[name] = value
        if answer.headers.get("Connection") == "close":
            self.close()
        return answer

    def close(self) -> None:
        if self.connection is not None:
            self.connection.close()
            self.connection = None

    def socket(self, path: str = "/ws/live/?lang=fi", origin: str = f"https://{HOST}",
               **options: Any) -> ClientConnection:  # fmt: skip
        raw = socket.create_connection(("127.0.0.1", self.port), timeout=30)
        return connect(f"wss://{HOST}{path}", sock=raw, ssl=self.tls, server_hostname=HOST,
                       origin=origin, **options)  # fmt: skip


class SmallTown:
    """A database with a board of thirty ideas, and production's files beside it."""

    def __init__(self, home: Path, worker: str) -> None:
        self.home = home
        self.box = databases.server(settings.DATABASES["default"])
        self.name = self.box.name(f"deploy-{worker}")
        self.processes = Production(
            home,
            DATABASE_URL=self.box.url(self.name),
            REDIS_URL=settings.REDIS_URL,
            REDIS_PREFIX=f"deploy-{worker}",
        )

    @property
    def environment(self) -> dict[str, str]:
        return self.processes.environment

    def prepare(self, size: str = "--small") -> None:
        """Make the town; "--large" has ten thousand ideas and takes a minute."""
        template = databases.migrated(self.box)
        with databases.locked("copy"):
            self.box.copy(template, self.name)
        subprocess.run(
            [sys.executable, "-m", "tests.bench.town", str(self.home), size],
            cwd=ROOT,
            env=self.environment,
            check=True,
        )
        self.processes.manage("collectstatic", "--no-input", "--verbosity=0")

    def stop(self) -> None:
        self.processes.kill()
        self.box.drop(self.name)


class Proxied:
    """The processes of production and nginx before them, as the files in site/deploy say."""

    def __init__(self, small: SmallTown) -> None:
        self.home, self.box, self.name = small.home, small.box, small.name
        self.processes = small.processes
        self.port, self.plain_port = free_port(), free_port()

    def start(self) -> None:
        production.self_signed(self.home)
        self.configuration = production.nginx_configuration(
            self.home, self.port, plain_port=self.plain_port
        )
        self.processes.unit("raati-pages")
        self.processes.unit("raati-sockets")
        program = production.nginx_program()
        assert program is not None
        self.processes.start("nginx", [program, "-c", str(self.configuration)])
        # In clear nginx only redirects, which says that it is there.
        self.processes.wait("nginx", lambda: listens(self.plain_port))
        self.processes.wait("raati-pages", self.answers)
        self.processes.wait("raati-sockets", (self.processes.run_dir / "sockets.sock").exists)

    def answers(self) -> bool:
        try:
            return self.visitor().ask("/healthz/live").status == 200
        except OSError:
            return False

    @property
    def people(self) -> list[Person]:
        return json.loads((self.home / "sessions.json").read_text())

    def visitor(self, cookies: dict[str, str] | None = None) -> Client:
        return Client(self.port, self.home / "fullchain.pem", cookies)

    def check_configuration(self) -> str:
        """What `nginx -t` says of it; empty when it is content."""
        program = production.nginx_program()
        done = subprocess.run(
            [str(program), "-t", "-q", "-c", str(self.configuration)],
            capture_output=True,
            text=True,
            check=False,
        )
        return done.stderr or ("" if done.returncode == 0 else "nginx -t failed")


def listens(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(1)
        return probe.connect_ex(("127.0.0.1", port)) == 0
