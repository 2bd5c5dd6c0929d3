"""Scripts as production stores them: every import leads to a name that is kept."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command
from django.test import override_settings

from . import house

IMPORT = re.compile(r"""\bimport\s*\(?\s*(?:[^"'();]*?\bfrom\s*)?["'](\.{1,2}/[^"']+)["']""")


@pytest.fixture(scope="module")
def stored(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("static")
    kept = {**settings.STORAGES, "staticfiles": {"BACKEND": "config.storage.StaticFiles"}}
    with override_settings(
        STORAGES=kept, STATIC_ROOT=folder, WHITENOISE_KEEP_ONLY_HASHED_FILES=True
    ):
        call_command("collectstatic", interactive=False, verbosity=0)
    return folder


def ours() -> list[str]:
    """Our modules by their names below /static/."""
    return [
        str(path).partition("/static/")[2]
        for path in house.code(".js")
        if "/static/" in str(path) and "vendor" not in path.parts
    ]


def test_every_import_of_a_stored_module_is_there(stored):
    found = 0
    for name in ours():
        path = Path(name)
        (hashed,) = (stored / path.parent).glob(f"{path.stem}.{'[0-9a-f]' * 12}.js")
        for address in IMPORT.findall(hashed.read_text()):
            assert (hashed.parent / address).resolve().is_file(), f"{name} imports {address}"
            found += 1
    assert found >= 5


def test_an_import_without_the_hash_would_lead_nowhere(stored):
    """So the test above would notice if nothing were rewritten."""
    assert not (stored / "raati_core/js/personal.js").exists()
