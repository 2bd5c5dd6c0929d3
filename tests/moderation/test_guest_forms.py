"""Every form that somebody without an account can send is guarded; a new one without fails here."""

import ast
from pathlib import Path

import pytest

from participation.core.guarded_forms import GuardedForm

ROOT = Path(__file__).parents[2]
#: The one way for a visitor's write to get an actor.
WAY = "guest_session"
GUARDS = {"require_human", "require_rate"}
#: Opened by a secret address that one person got: limited, but no trap for programs.
BEHIND_A_SECRET = {"participation/people/guardians/views.py": {"require_rate"}}


def views() -> dict[str, str]:
    folders = ("participation", "site", "forums", "surveys", "youth_council")
    files = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return {
        str(path.relative_to(ROOT)): path.read_text()
        for path in files
        if path.name not in ("actors.py", "guards.py")
    }


def called(source: str) -> set[str]:
    calls = (node.func for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return {getattr(func, "attr", getattr(func, "id", "")) for func in calls}


def unguarded(sources: dict[str, str]) -> list[str]:
    """Modules that let a visitor write without both guards."""
    found = {name: called(source) for name, source in sources.items() if WAY in source}
    return sorted(
        name
        for name, calls in found.items()
        if WAY in calls and not calls >= BEHIND_A_SECRET.get(name, GUARDS)
    )


def test_every_view_that_lets_visitors_write_asks_both_guards():
    sources = views()
    assert sum(WAY in called(source) for source in sources.values() if WAY in source) >= 2
    assert unguarded(sources) == []


def test_a_new_form_without_guards_would_be_seen():
    view = (
        "def post(request):\n    require_rate(request, 'x')\n    act(actor=guest_session(request))"
    )
    assert unguarded({"new.py": view}) == ["new.py"]


@pytest.mark.django_db
@pytest.mark.parametrize("trap", ["website", "opened", "proof"])
def test_the_forms_of_visitors_have_every_trap(client, idea, trap):
    page = client.get(f"/fi/moderation/report/idea/{idea.public_id}/").content.decode()
    assert trap in GuardedForm.GUARDS
    assert f'name="{trap}"' in page
