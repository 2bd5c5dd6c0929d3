"""The built wheel in an empty environment: a bare Wagtail project can use it."""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.architecture import house

HERE = Path(__file__).parent


def run(*command: str | Path, **options) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        check=False,
        **options,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}"
    return done.stdout


def uv() -> str:
    """The installer that made this environment: from PATH, or the project's own."""
    found = shutil.which("uv") or str(house.ROOT / "var" / "boot" / "bin" / "uv")
    assert Path(found).exists(), "run .ci/bootstrap first"
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    """Built from a copy of what git knows: nothing left lying about can slip in."""
    source = tmp_path_factory.mktemp("source")
    for path in house.files():
        if path.relative_to(house.ROOT).parts[0] not in ("tests", "site", "docs"):
            copy = source / house.name(path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    run(uv(), "build", "--wheel", "--quiet", "--out-dir", source / "dist", source)
    return next((source / "dist").glob("*.whl"))


@pytest.fixture(scope="module")
def python(wheel, tmp_path_factory) -> Path:
    """An environment that holds the wheel and what it asks for, at the pinned versions."""
    home = tmp_path_factory.mktemp("environment")
    pinned = (house.ROOT / "requirements" / "dev.txt").read_text().splitlines()
    constraints = home / "constraints.txt"
    constraints.write_text("\n".join(p.rstrip(" \\") for p in pinned if "==" in p))
    run(uv(), "venv", "--quiet", "--python", sys.executable, home / "venv")
    python = home / "venv" / "bin" / "python"
    run(uv(), "pip", "install", "--quiet", "--python", python, "-c", constraints, wheel)
    return python


def test_the_wheel_holds_templates_texts_and_static_files_of_every_app(wheel):
    names = zipfile.ZipFile(wheel).namelist()
    missing = [
        house.name(path)
        for path in house.files()
        if path.relative_to(house.ROOT).parts[0] in ("participation", "forums", "surveys")
        and {"templates", "static", "locale", "migrations"} & set(path.parts)
        and house.name(path) not in names
    ]
    assert not missing


def test_the_wheel_holds_no_site_no_tests_and_nothing_else(wheel):
    folders = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {f for f in folders if not f.endswith(".dist-info")} <= set(house.PACKAGES) - {"site"}


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> dict:
    """A bare project, as the options with which something runs in it."""
    home = tmp_path_factory.mktemp("project")
    shutil.copytree(HERE / "bare", home / "bare")
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(home),
        "BARE_DIR": str(home),
        "DJANGO_SETTINGS_MODULE": "bare.settings",
    }
    return {"cwd": home, "env": environment}


@pytest.fixture(scope="module")
def seen(python, project) -> dict:
    """What the scenario saw in a bare project with nothing but the wheel."""
    options = project
    run(python, "-m", "django", "check", **options)
    run(python, "-m", "django", "migrate", "--verbosity=0", **options)
    run(python, "-m", "django", "makemigrations", "--check", "--dry-run", **options)
    return json.loads(run(python, "-m", "bare.scenario", **options).splitlines()[-1])


def test_it_is_the_wheel_that_runs(seen, python):
    assert str(python.parent.parent) in seen["installed"]


def test_it_works_with_django_s_own_user(seen):
    assert seen["user"] == "auth.User"


def test_the_board_is_served_with_the_idea_on_it(seen):
    assert seen["status"] == 200
    assert seen["listed"]
    assert "s-maxage" in seen["cached"]


def test_a_support_counts(seen):
    assert seen["supports"] == 1


def test_an_initiative_is_served_and_signed(seen):
    assert seen["initiative"] == 200
    assert seen["signatures"] == 2


def test_the_admin_asks_to_sign_in(seen):
    assert seen["admin"] == 302


def test_people_moderation_and_notifications_need_no_site(python, project, seen):
    """Told, reported, hidden, told again, held back, copied, erased: with Django's own users."""
    output = run(python, "-m", "bare.whole", **project)
    assert json.loads(output.splitlines()[-1]) == {
        "asks for the year": True,
        "report page": 200,
        "hidden": 410,
        "told": True,
        "child waits": 1,
        "child is out": 303,
        "/me/": 200,
        "/me/following/": 200,
        "/me/data/": 200,
        "/me/told/": 200,
        "/me/verify/": 200,
        "/me/notices/": 200,
        "broken jobs": [],
        "mails": True,
        "erased": True,
    }
