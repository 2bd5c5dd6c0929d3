"""Production's processes as `site/deploy` starts them, in a folder of their own.

The commands are the units' own ExecStart, the environment is the example's, the
proxy is the site's own nginx.conf: only paths, names and ports are replaced. What
is tried with these is what an operator copies.
"""

import os
import re
import secrets
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DEPLOY = ROOT / "site" / "deploy"
HOST = "osallistu.example.org"
VENV = "/srv/raati/var/venv-production/bin/"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def example() -> dict[str, str]:
    """The variables of environment.example, in its order."""
    lines = (DEPLOY / "environment.example").read_text().splitlines()
    pairs = [line.partition("=") for line in lines if line and not line.startswith("#")]
    return {name: value for name, _equals, value in pairs}


def unit_command(unit: str) -> list[str]:
    """What a unit's ExecStart says, words split as systemd does."""
    text = (DEPLOY / unit).read_text().replace("\\\n", " ")
    found = re.search(r"^ExecStart=(.*)$", text, re.MULTILINE)
    if found is None:
        raise ValueError(f"{unit} starts nothing.")
    return shlex.split(found[1])


class Production:
    """The parts that are started, in `home`; `stop()` ends them all.

    `environment` is what the processes get: the example's with `given` on top.
    """

    def __init__(self, home: Path, **given: str) -> None:
        self.home, self.run_dir = home, home / "run"
        self.environment = {
            **os.environ,
            **example(),
            "SECRET_KEY": secrets.token_urlsafe(64),
            "RAATI_IDENTITY_KEY": secrets.token_urlsafe(64),
            "EMAIL_URL": "smtp://127.0.0.1:9",
            "MEDIA_ROOT": str(home / "media"),
            "PRIVATE_ROOT": str(home / "private"),
            "STATIC_ROOT": str(home / "static"),
            "PAGE_WORKERS": "2",
            "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site")]),
            **given,
        }
        self.running: dict[str, subprocess.Popen[bytes]] = {}
        for folder in ("run", "media", "private", "static", "log"):
            (home / folder).mkdir(parents=True, exist_ok=True)

    def unit(self, name: str, *more: str, without: str = "") -> None:
        """Start what a unit starts, with further arguments and `without` one option."""
        words = [self._placed(word) for word in unit_command(f"{name}.service")]
        if without:
            at = words.index(without)
            del words[at : at + 2]
        program = Path(words[0]).name
        front = [sys.executable] if program == "python" else [sys.executable, "-m", program]
        self.start(name, [*front, *words[1:], *more])

    def _placed(self, word: str) -> str:
        word = word.replace("/run/raati", str(self.run_dir))
        return word.replace("${PAGE_WORKERS}", self.environment["PAGE_WORKERS"])

    def start(self, name: str, command: list[str]) -> None:
        with open(self.home / "log" / f"{name}.log", "wb") as log:
            self.running[name] = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    def manage(self, *command: str) -> str:
        """Run a management command as an operator would; RuntimeError tells what it said."""
        done = subprocess.run(
            [sys.executable, "site/manage.py", *command],
            cwd=ROOT,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise RuntimeError(f"manage.py {' '.join(command)}:\n{done.stdout}{done.stderr}")
        return done.stdout

    def log(self, name: str) -> str:
        return (self.home / "log" / f"{name}.log").read_text(errors="replace")

    def wait(self, name: str, answers: Callable[[], bool], seconds: float = 240) -> None:
        deadline = time.monotonic() + seconds
        while not answers():
            if self.running[name].poll() is not None or time.monotonic() > deadline:
                raise RuntimeError(f"{name} did not start:\n{self.log(name)}")
            time.sleep(0.05)

    def stop(self, name: str | None = None) -> None:
        chosen = [name] if name else list(self.running)
        for each in chosen:
            if self.running[each].poll() is None:
                self.running[each].send_signal(signal.SIGTERM)
        for each in chosen:
            try:
                self.running.pop(each).wait(20)
            except subprocess.TimeoutExpired as late:
                raise RuntimeError(f"{each} does not stop:\n{self.log(each)}") from late

    def kill(self) -> None:
        """Whatever happened: nothing of ours goes on running."""
        for process in self.running.values():
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(5)
        self.running.clear()


def answers_http(url: str, **headers: str) -> bool:
    """Whether anything at all answers there."""
    try:
        urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=20)
    except urllib.error.HTTPError:
        return True
    except OSError:
        return False
    return True


def nginx_program() -> str | None:
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


def nginx_configuration(
    home: Path, port: int, *, plain_port: int, tls: bool = True, sockets: str = ""
) -> Path:
    """The site's nginx.conf for this folder and these ports; returns the file's path.

    Without `tls` (for measuring) one server listens in clear at `port`. `sockets`
    names where the live updates are, if not at their unit's own address.
    """
    site = (DEPLOY / "nginx.conf").read_text()
    for old, new in (
        ("/var/cache/nginx/raati", str(home / "cache")),
        ("/run/raati/", f"{home / 'run'}/"),
        ("/var/lib/raati/media/", f"{home / 'media'}/"),
        (f"/etc/letsencrypt/live/{HOST}/", f"{home}/"),
        ("listen 80;", f"listen 127.0.0.1:{plain_port};"),
        ("listen 443 ssl http2;", f"listen 127.0.0.1:{port}{' ssl http2' if tls else ''};"),
    ):
        if old not in site:
            raise ValueError(f"nginx.conf has no {old!r} any more.")
        site = site.replace(old, new)
    if sockets:
        site = site.replace(f"unix:{home / 'run'}/sockets.sock", sockets)
    site = re.sub(r"^\s*listen \[::\].*\n", "", site, flags=re.MULTILINE)
    if not tls:
        site = re.sub(r"^\s*ssl_.*\n", "", site, flags=re.MULTILINE)
        site = site.replace("X-Forwarded-Proto https", "X-Forwarded-Proto $scheme")
        site = site.replace(f"server_name {HOST};", "server_name _;")
    scratch = "".join(
        f"    {kind}_temp_path {home}/run/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    types = "    include /etc/nginx/mime.types;\n" if Path("/etc/nginx/mime.types").exists() else ""
    # Root's workers would otherwise not get into a folder of this test.
    user = "user root;\n" if os.getuid() == 0 else ""
    whole = (
        f"{user}worker_processes 1;\ndaemon off;\npid {home}/run/nginx.pid;\n"
        f"error_log {home}/log/nginx-error.log warn;\n"
        "events { worker_connections 2048; }\nhttp {\n"
        "    default_type application/octet-stream;\n    access_log off;\n"
        f"{types}{scratch}{site}}}\n"
    )
    path = home / "nginx.conf"
    path.write_text(whole)
    return path


def self_signed(home: Path, name: str = HOST) -> None:
    """A certificate for `name` and its key, where certbot would put them."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    today = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(subject, subject, key.public_key(), x509.random_serial_number())
        .not_valid_before(today - timedelta(days=1))
        .not_valid_after(today + timedelta(days=30))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (home / "fullchain.pem").write_bytes(certificate.public_bytes(pem))
    (home / "privkey.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )
