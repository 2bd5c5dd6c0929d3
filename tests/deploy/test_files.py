"""What lies in site/deploy, each held to its own tool and to the others."""

import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from tests.architecture import house
from tests.production import DEPLOY, example, unit_command

UNITS = sorted(DEPLOY.glob("raati-*"))
READ = re.compile(r"""\benv(?:\.\w+)?\(\s*["']([A-Z_]+)["']""")
HANDBOOK = house.ROOT / "docs" / "operations.md"
#: What the units and the compose file read besides the settings.
OF_UNITS = {"DJANGO_SETTINGS_MODULE", "PAGE_WORKERS"}


def settings_read() -> set[str]:
    """The variables that a production site reads."""
    modules = [house.ROOT / "site/config/settings" / f"{n}.py" for n in ("base", "production")]
    return {name for path in modules for name in READ.findall(path.read_text())} - {"DEBUG"}


def compose() -> dict:
    return yaml.safe_load((DEPLOY / "compose.yaml").read_text())


def test_the_handbook_explains_every_variable():
    told = set(re.findall(r"`([A-Z_]+)`", HANDBOOK.read_text().partition("## Upgrade")[0]))
    assert settings_read() - {"RAATI_DEMO"} <= told
    assert set(example()) <= told


def test_the_example_names_only_what_is_read():
    assert set(example()) <= settings_read() | OF_UNITS
    assert example()["SECRET_KEY"] == ""


@pytest.mark.systemd
def test_systemd_is_content_with_the_units(tmp_path):
    tool = shutil.which("systemd-analyze")
    assert tool, "systemd-analyze is not installed: apt-get install systemd."
    for unit in UNITS:
        text = unit.read_text().replace("/srv/raati/var/venv-production/bin/", f"{tmp_path}/")
        (tmp_path / unit.name).write_text(text)
    for program in ("gunicorn", "uvicorn", "python"):
        (tmp_path / program).symlink_to(sys.executable)
    done = subprocess.run(
        [tool, "verify", "--man=no", *(str(tmp_path / unit.name) for unit in UNITS)],
        capture_output=True,
        text=True,
        check=False,
    )
    complaints = [line for line in done.stderr.splitlines() if "raati" in line]
    assert (done.returncode, complaints) == (0, [])


@pytest.mark.systemd
def test_a_wrong_unit_would_be_noticed(tmp_path):
    tool = shutil.which("systemd-analyze")
    (tmp_path / "raati-wrong.service").write_text("[Service]\nExecStart=/nowhere/at/all\n")
    done = subprocess.run(
        [str(tool), "verify", "--man=no", str(tmp_path / "raati-wrong.service")],
        capture_output=True,
        check=False,
    )
    assert done.returncode != 0


def test_every_part_of_the_handbook_is_a_service_of_the_compose_file():
    services = compose()["services"]
    assert set(services) == {
        *("postgres", "redis", "migrate", "pages", "sockets", "worker", "clock", "nginx"),
    }
    for name, service in services.items():
        assert "privileged" not in service, name
        assert ":" in service["image"] or "build" in service, f"{name}: say which version"


@pytest.mark.parametrize(
    ("service", "unit"),
    [("pages", "raati-pages"), ("sockets", "raati-sockets"), ("worker", "raati-worker")],
)
def test_a_container_runs_what_the_unit_runs(service, unit):
    command = unit_command(f"{unit}.service")
    command[0] = Path(command[0]).name
    said = " ".join(compose()["services"][service]["command"])
    assert shlex.split(said.replace("${PAGE_WORKERS:-3}", "${PAGE_WORKERS}")) == command


def test_the_compose_file_sets_only_what_is_read():
    given = compose()["x-raati"]["environment"]
    assert set(given) <= settings_read()
    assert "POSTGRES_PASSWORD:?" in given["DATABASE_URL"], "no password may stand in the file"


def test_the_image_keeps_no_secret_and_runs_as_nobody_in_particular():
    text = (DEPLOY / "Dockerfile").read_text().replace("\\\n", " ")
    steps = [line.split(None, 1) for line in text.splitlines() if re.match(r"[A-Z]+ ", line)]
    assert [step for step, _rest in steps].count("FROM") == 2
    assert ["USER", "raati"] in steps
    assert any(step == "HEALTHCHECK" for step, _rest in steps)
    kept = " ".join(rest for step, rest in steps if step in ("ENV", "ARG"))
    assert not re.search(r"SECRET|PASSWORD|DATABASE_URL", kept)
    for step, rest in steps:
        if step == "COPY" and "--from" not in rest:
            source = rest.split()[0]
            assert (house.ROOT / source).exists(), source


def test_what_is_copied_into_the_image_is_sent_to_the_builder():
    sent = {
        line.removeprefix("!")
        for line in (DEPLOY / "Dockerfile.dockerignore").read_text().splitlines()
        if line.startswith("!")
    }
    copied = re.findall(r"^COPY (?!--from)(\S+)", (DEPLOY / "Dockerfile").read_text(), re.M)
    assert set(copied) == sent
