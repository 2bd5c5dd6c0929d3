"""The import contracts of .importlinter hold, and one that is broken is noticed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from . import house


def lint(folder: Path) -> subprocess.CompletedProcess:
    return subprocess.run(
        [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(folder), str(folder / "site")])},
        capture_output=True,
        text=True,
        check=False,
    )


def test_arrows_go_down():
    done = lint(house.ROOT)
    assert done.returncode == 0, done.stdout[-3000:]


def test_an_arrow_up_is_noticed(tmp_path):
    """The seeded fault: the core imports an idea, and one sibling the other."""
    for path in house.files(".py"):
        if Path(house.name(path)).parts[0] in house.PACKAGES:
            copy = tmp_path / house.name(path)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
    shutil.copy(house.ROOT / ".importlinter", tmp_path)
    (tmp_path / "participation/core/seeded.py").write_text("import participation.ideas.apps\n")
    (tmp_path / "participation/ideas/seeded.py").write_text("import participation.processes.apps\n")
    done = lint(tmp_path)
    assert done.returncode == 1
    assert "participation.core is not allowed to import participation.ideas" in done.stdout
    assert "participation.ideas is not allowed to import participation.processes" in done.stdout
