"""`make demo` as a stranger meets it: a fresh clone, a stopwatch, the size of its processes."""

import os
import shutil
import signal
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

from tests.architecture.house import ROOT

COLD, WARM, MEMORY = 90, 12, 200


@pytest.fixture(scope="module")
def clone(tmp_path_factory) -> Path:
    home = tmp_path_factory.mktemp("clone") / "raati"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(home)], check=True)
    # The figure leaves downloads aside: fetch once, then throw the environment away.
    subprocess.run([".ci/bootstrap", "demo"], cwd=home, check=True)
    shutil.rmtree(home / "var" / "venv-demo")
    return home


class Demo:
    def __init__(self, home: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.url = f"http://localhost:{port}/fi/"
        began = time.monotonic()
        self.process = subprocess.Popen(
            ["make", "demo", f"PORT={port}"], cwd=home, start_new_session=True
        )
        self.wait()
        self.seconds = time.monotonic() - began

    def wait(self) -> None:
        for _attempt in range(3000):
            try:
                urllib.request.urlopen(self.url, timeout=30)
                return
            except OSError:
                assert self.process.poll() is None, "make demo ended by itself"
                time.sleep(0.1)
        raise AssertionError("make demo never answered")

    def memory(self) -> dict[str, int]:
        """Resident megabytes of each Python process of this demo."""
        found = {}
        for status in Path("/proc").glob("[0-9]*/status"):
            command = status.with_name("cmdline").read_bytes().replace(b"\0", b" ").decode()
            if "site/manage.py" in command and _working_folder(status) == self.folder:
                resident = next(x for x in status.read_text().splitlines() if "VmRSS" in x)
                found[command.split("site/manage.py ")[1].split()[0]] = (
                    int(resident.split()[1]) // 1024
                )
        return found

    @property
    def folder(self) -> str:
        return os.readlink(f"/proc/{self.process.pid}/cwd")

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(30)


def _working_folder(status: Path) -> str:
    try:
        return os.readlink(status.with_name("cwd"))
    except OSError:
        return ""


def test_the_demo_starts_in_time_and_stays_small(clone, figures):
    cold = Demo(clone)
    for _visit in range(50):
        urllib.request.urlopen(cold.url, timeout=30)
    time.sleep(10)
    memory = cold.memory()
    cold.stop()
    warm = Demo(clone)
    warm.stop()
    figures.note("S-demo", "make demo, cold, downloads aside", f"{cold.seconds:.1f} s", f"{COLD} s")
    figures.note("S-demo", "make demo, warm", f"{warm.seconds:.1f} s", f"{WARM} s")
    for name, megabytes in memory.items():
        figures.note("S-memory", f"resident, {name}", f"{megabytes} MB", f"{MEMORY} MB")
    assert cold.seconds < COLD
    assert warm.seconds < WARM
    assert len(memory) == 3
    assert max(memory.values()) < MEMORY
