"""The drill of docs/operations.md: dump and files, an empty database, migrate, compare."""

import shutil
import subprocess
import tarfile
import urllib.error
import urllib.request
from pathlib import Path

import pytest

from tests import databases
from tests.production import Production, free_port

pytestmark = pytest.mark.postgres
#: Rows that a running site writes by itself.
OWN_LIFE = {"django_session", "raati_core_heartbeat"}


SOMEBODY = "restored@example.org"
MAKE = f"""
from django.contrib.auth import get_user_model
from participation.core.models import Person
Person.objects.create(user=get_user_model().objects.create_user("{SOMEBODY}", "x" * 12))
"""
ERASE = f"""
from participation.core.actors import Actor
from participation.core.models import Person
from participation.people.privacy.actions import erase_person
person = Person.objects.get(user__email="{SOMEBODY}")
print({{"erased": int(erase_person(actor=Actor.system("drill"), person=person))}})
"""


def box_has(town, name: str, email: str) -> bool:
    rows = town.box.run(
        "SELECT count(*) FROM accounts_user WHERE email = '" + email + "'", database=name
    )
    return bool(rows[0][0])


def counts(box: databases.Postgres, name: str) -> dict[str, int]:
    tables = box.run("SELECT tablename FROM pg_tables WHERE schemaname = 'public'", database=name)
    return {
        table: box.run(f'SELECT count(*) FROM "{table}"', database=name)[0][0]
        for (table,) in tables
        if table not in OWN_LIFE
    }


def sequences(box: databases.Postgres, name: str) -> dict[str, int]:
    """The last number that each gave away; 0 for none yet."""
    rows = box.run(
        "SELECT sequencename, coalesce(last_value, 0) FROM pg_sequences"
        " WHERE schemaname = 'public'",
        database=name,
    )
    return dict(rows)


def tool(name: str, *arguments: str) -> None:
    program = shutil.which(name)
    assert program, f"{name} is not installed: apt-get install postgresql-client."
    subprocess.run([program, *arguments], check=True)


@pytest.fixture
def empty(small_town, tmp_path):
    """A machine with nothing but an empty database and empty folders."""
    box, name = small_town.box, small_town.box.name("restored")
    box.create(name)
    processes = Production(
        tmp_path / "new",
        DATABASE_URL=box.url(name),
        REDIS_URL=small_town.environment["REDIS_URL"],
        REDIS_PREFIX="restored",
        STATIC_ROOT=small_town.environment["STATIC_ROOT"],
        # What belongs to the environment's file is copied, too.
        SECRET_KEY=small_town.environment["SECRET_KEY"],
    )
    yield processes, name
    processes.kill()
    box.drop(name)


def test_a_dump_and_the_files_make_the_site_again(small_town, empty, tmp_path):
    old, (new, name) = small_town, empty
    kept = {"media/plan.pdf": b"a plan", "private/ab/photo.jpg": b"a photo"}
    for path, content in kept.items():
        (old.home / path).parent.mkdir(parents=True, exist_ok=True)
        (old.home / path).write_bytes(content)

    old.processes.manage("shell", "--no-imports", "-c", MAKE)
    dump, files = tmp_path / "raati.dump", tmp_path / "raati-files.tar.gz"
    tool("pg_dump", "-Fc", "--file", str(dump), old.box.url(old.name))
    with tarfile.open(files, "w:gz") as archive:
        for folder in ("media", "private"):
            archive.add(old.home / folder, folder)

    tool("pg_restore", "--no-owner", "--exit-on-error", "--dbname", old.box.url(name), str(dump))
    with tarfile.open(files) as archive:
        archive.extractall(new.home, filter="data")
    assert "No migrations to apply" in new.manage("migrate", "--no-input")
    assert counts(old.box, name) == counts(old.box, old.name)
    assert counts(old.box, name)["raati_ideas_idea"] == 30
    # Migrating draws a few numbers; what must not happen is a number that is taken already.
    assert sequences(old.box, name).keys() == sequences(old.box, old.name).keys()
    assert not {
        sequence: last
        for sequence, last in sequences(old.box, old.name).items()
        if sequences(old.box, name)[sequence] < last
    }
    assert {p: (new.home / p).read_bytes() for p in kept} == kept
    assert "Puistot ja harrastukset" in page(new, "/fi/ideat/")

    # Erased after the dump was made, and brought back by it: the list outlives both.
    assert "'erased': 1" in old.processes.manage("shell", "--no-imports", "-c", ERASE)
    listed = tmp_path / "erased.txt"
    shutil.copy(old.home / "erased.txt", listed)
    assert SOMEBODY not in listed.read_text()
    assert box_has(old, name, SOMEBODY)
    assert "Erased again: 1" in new.manage("raati_erase_again", str(listed))
    assert not box_has(old, name, SOMEBODY)
    assert "Erased again: 0" in new.manage("raati_erase_again", str(listed))


def page(site: Production, path: str) -> str:
    """A page of the restored site, served by the unit's own command."""
    port = free_port()
    site.unit("raati-pages", "--bind", f"127.0.0.1:{port}")
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}",
        headers={"Host": "osallistu.example.org", "X-Forwarded-Proto": "https"},
    )
    found: list[str] = []

    def asked() -> bool:
        try:
            with urllib.request.urlopen(request, timeout=30) as answer:
                found.append(answer.read().decode())
        except urllib.error.HTTPError:
            raise
        except OSError:
            return False
        return True

    site.wait("raati-pages", asked)
    return found[0]


def test_the_steps_of_this_drill_are_those_of_the_handbook():
    """What the test does with files stands in the handbook in the same words."""
    text = (Path(__file__).parents[2] / "docs" / "operations.md").read_text()
    steps = ("pg_dump -Fc", "pg_restore --no-owner", "manage migrate", "media private")
    for words in (*steps, "manage raati_erase_again"):
        assert words in text
