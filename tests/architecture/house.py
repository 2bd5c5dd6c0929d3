"""What the house consists of, for the tests that read it."""

import subprocess
from functools import cache
from pathlib import Path

from django.apps import AppConfig, apps

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("participation", "forums", "surveys", "youth_council", "site")


@cache
def files(*suffixes: str) -> list[Path]:
    """Every file of the project that git knows or would take, with one of these endings."""
    listing = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    paths = [ROOT / name for name in sorted(set(listing.stdout.splitlines()))]
    return [p for p in paths if p.is_file() and (not suffixes or p.suffix in suffixes)]


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


def code(*suffixes: str) -> list[Path]:
    """The files of our packages, without what tools wrote or others did."""
    return [
        path
        for path in files(*suffixes)
        if path.relative_to(ROOT).parts[0] in PACKAGES
        and not {"migrations", "vendor"} & set(path.parts)
    ]


def our_apps() -> list[AppConfig]:
    """The installed apps whose code is in this repository."""
    return [
        app
        for app in apps.get_app_configs()
        if ROOT in Path(app.path).parents and "var" not in Path(app.path).relative_to(ROOT).parts
    ]


def packaged_apps() -> list[AppConfig]:
    """Those of them that come with the wheel."""
    return [app for app in our_apps() if ROOT / "site" not in Path(app.path).parents]
