"""Each app's README names what others can call, hear, set and fill there."""

import ast
import importlib
import pkgutil
import re
from pathlib import Path

import pytest

from participation.core import actions, facts

from . import house

APPS = house.packaged_apps()
SLOT = re.compile(r"""\{%\s*slot\s+["']([\w.\-]+)["']""")


@pytest.fixture(scope="module", autouse=True)
def _everything_imported():
    for app in house.our_apps():
        for module in pkgutil.walk_packages([app.path], f"{app.name}."):
            if ".migrations" not in module.name and ".management" not in module.name:
                importlib.import_module(module.name)


def readme(app) -> str:
    path = Path(app.path) / "README.md"
    return path.read_text() if path.exists() else ""


def belongs(module: str, app) -> bool:
    return module == app.name or module.startswith(f"{app.name}.")


def app_actions(app) -> set[str]:
    return {name for name, run in actions.registry.items() if belongs(run.__module__, app)}


def app_facts(app) -> set[str]:
    """The facts whose signal is made in a module of the app."""
    made = set()
    for path in Path(app.path).rglob("*.py"):
        made |= set(re.findall(r"""FactSignal\(\s*["'](\w+)["']""", path.read_text()))
    return made & set(facts.registry)


def app_settings(app) -> set[str]:
    """What `conf.DEFAULTS` lists and what the code reads from Django's settings by our prefix."""
    found = set()
    for path in Path(app.path).rglob("*.py"):
        found |= set(re.findall(r"""["'](RAATI_[A-Z_]+)["']""", path.read_text()))
    try:
        defaults = importlib.import_module(f"{app.name}.conf").DEFAULTS
    except ModuleNotFoundError:
        return found
    return found | {f"RAATI_{key}" for key in defaults}


def app_slots(app) -> set[str]:
    found = set()
    for path in Path(app.path).rglob("templates/**/*.html"):
        found |= set(SLOT.findall(path.read_text()))
    return found


def app_registries(app) -> set[str]:
    """Module-level functions that others call to enter something: register… and every_tick."""
    found = set()
    for path in Path(app.path).glob("*.py"):
        for node in ast.parse(path.read_text()).body:
            if isinstance(node, ast.FunctionDef) and re.fullmatch(
                r"register(_\w+)?|every_tick", node.name
            ):
                found.add(f"{path.stem}.{node.name}")
    return found


@pytest.mark.parametrize("app", APPS, ids=lambda app: app.label)
def test_every_app_has_a_readme(app):
    assert len(readme(app)) > 200


@pytest.mark.parametrize(
    "kind",
    [app_actions, app_facts, app_settings, app_slots, app_registries],
    ids=lambda k: k.__name__,
)
@pytest.mark.parametrize("app", APPS, ids=lambda app: app.label)
def test_the_readme_names_them_all(app, kind):
    text = readme(app)
    assert not sorted(name for name in kind(app) if f"`{name}" not in text)


def test_every_action_is_named_after_its_app():
    wrong = [
        name
        for app in APPS
        for name in app_actions(app)
        if name.partition(".")[0] != app.name.rpartition(".")[2]
    ]
    assert not wrong


def test_the_registries_are_not_empty_for_this_test():
    assert len(actions.registry) > 5
    assert len(facts.registry) > 3
