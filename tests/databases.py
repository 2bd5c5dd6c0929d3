"""Databases for the tests: prepared once by real commands, then copied.

Migrating takes a quarter of a minute, copying a moment. A prepared database is
kept as a template whose name is a hash of all that shapes it, so a changed
migration makes a new one by itself.
"""

import fcntl
import hashlib
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from django.conf import settings

ROOT = Path(__file__).resolve().parents[1]
MIGRATED = (
    "*/**/migrations/*.py",
    "*/**/apps.py",
    "site/config/settings/*.py",
    "requirements/dev.txt",
)


def fingerprint(patterns: Iterable[str]) -> str:
    """A short hash of the files' names and contents."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted({p for pattern in patterns for p in ROOT.glob(pattern)}):
        if path.is_file() and "var" not in path.relative_to(ROOT).parts[:1]:
            digest.update(str(path.relative_to(ROOT)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def manage(*command: str, settings_module: str, **environment: str) -> None:
    """Run a management command in a process of its own; its output is told only on failure."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "site" / "manage.py"), *command],
        env={**os.environ, "DJANGO_SETTINGS_MODULE": settings_module, **environment},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"manage.py {' '.join(command)} failed:\n{done.stdout}{done.stderr}")


@contextmanager
def locked(name: str) -> Iterator[None]:
    """One process at a time: the parallel workers of a run share the templates."""
    with open(settings.TEST_DIR / f"{name}.lock", "w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


class Sqlite:
    """Databases as files in the tests' directory."""

    def name(self, stem: str) -> str:
        return str(settings.TEST_DIR / f"{stem}.sqlite3")

    def url(self, name: str) -> str:
        return f"sqlite:///{name}"

    def exists(self, name: str) -> bool:
        return Path(name).exists()

    def names(self, start: str) -> list[str]:
        start = start.removesuffix(".sqlite3")
        return [str(p) for p in settings.TEST_DIR.glob("*.sqlite3") if str(p).startswith(start)]

    def create(self, name: str) -> None:
        self.drop(name)

    def rename(self, old: str, new: str) -> None:
        Path(old).rename(new)

    def drop(self, name: str) -> None:
        for suffix in ("", "-wal", "-shm"):
            Path(name + suffix).unlink(missing_ok=True)

    def copy(self, template: str, name: str) -> None:
        """Through SQLite itself, so that it is also right while others hold the file open."""
        with closing(sqlite3.connect(template)) as source, closing(sqlite3.connect(name)) as target:
            target.execute("PRAGMA synchronous=OFF")
            source.backup(target)

    def remember(self, template: str, name: str) -> None:
        self.template = template

    def restore(self, name: str) -> None:
        self.copy(self.template, name)


class Postgres:
    """Databases on the server that DATABASE_URL names."""

    def __init__(self, config: dict) -> None:
        self.stem = config["NAME"].removeprefix("test_")
        self.login = {
            "host": config["HOST"] or None,
            "port": config["PORT"] or None,
            "user": config["USER"] or None,
            "password": config["PASSWORD"] or None,
        }

    def name(self, stem: str) -> str:
        return f"test_{self.stem}_{stem}".replace("-", "_")

    def url(self, name: str) -> str:
        from urllib.parse import quote

        user, password = self.login["user"] or "", self.login["password"]
        secret = f":{quote(password, safe='')}" if password else ""
        host = f"{self.login['host'] or 'localhost'}:{self.login['port'] or 5432}"
        return f"postgres://{quote(user, safe='')}{secret}@{host}/{name}"

    def run(self, *statements: str, database: str = "postgres") -> list:
        import psycopg

        with psycopg.connect(dbname=database, autocommit=True, **self.login) as connection:
            for statement in statements:
                cursor = connection.execute(statement)
            return cursor.fetchall() if cursor.description else []

    def exists(self, name: str) -> bool:
        return bool(self.run(f"SELECT 1 FROM pg_database WHERE datname = '{name}'"))

    def names(self, start: str) -> list[str]:
        rows = self.run("SELECT datname FROM pg_database")
        return [name for (name,) in rows if name.startswith(start)]

    def create(self, name: str) -> None:
        self.drop(name)
        self.run(f'CREATE DATABASE "{name}"')

    def rename(self, old: str, new: str) -> None:
        self.run(f'ALTER DATABASE "{old}" RENAME TO "{new}"')

    def drop(self, name: str) -> None:
        self.run(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')

    def copy(self, template: str, name: str) -> None:
        self.drop(name)
        self.run(f'CREATE DATABASE "{name}" TEMPLATE "{template}"')
        # What is lost when the machine loses its power is made anew: no waiting for the disk.
        self.run(f'ALTER DATABASE "{name}" SET synchronous_commit = off')

    def remember(self, template: str, name: str) -> None:
        """Keep what the migrations wrote in a schema beside, to put it back from."""
        tables = self.run(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=name
        )
        self.tables = [table for (table,) in tables if table != "django_migrations"]
        keep = [f'CREATE TABLE pristine."{t}" AS TABLE public."{t}"' for t in self.tables]
        self.run("CREATE SCHEMA pristine", *keep, database=name)

    def restore(self, name: str) -> None:
        """Rows out, rows in: some forty times quicker than TRUNCATE or a new copy."""
        out = "; ".join(f'DELETE FROM public."{t}"' for t in self.tables)
        back = "; ".join(
            f'INSERT INTO public."{t}" SELECT * FROM pristine."{t}"' for t in self.tables
        )
        self.run(f"SET lock_timeout = '20s'; BEGIN; {out}; {back}; COMMIT", database=name)


def server(config: dict) -> Sqlite | Postgres:
    """The kind of database that the settings of a connection name."""
    return Sqlite() if config["ENGINE"].endswith("sqlite3") else Postgres(config)


def migrated(box: Sqlite | Postgres) -> str:
    """The template that holds what the migrations make and nothing more."""
    return prepared(box, "migrated", fingerprint(MIGRATED), ["migrate", "--verbosity=0"])


def prepared(
    box: Sqlite | Postgres,
    kind: str,
    key: str,
    command: list[str],
    settings_module: str = "config.settings.test",
    base: str | None = None,
    **environment: str,
) -> str:
    """The name of a template on which `command` has run, made now if there is none.

    `key` tells it from others of its `kind`, which are dropped. It starts as a
    copy of the template `base`, or empty.
    """
    template = box.name(f"{kind}-{key}")
    with locked(kind):
        if not box.exists(template):
            for old in box.names(box.name(f"{kind}-")):
                box.drop(old)
            draft = box.name(f"{kind}-draft")
            box.copy(base, draft) if base else box.create(draft)
            environment = {"DATABASE_URL": box.url(draft), **environment}
            manage(*command, settings_module=settings_module, **environment)
            box.rename(draft, template)
    return template
