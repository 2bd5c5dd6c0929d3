"""The acts that people do in places of participation: their names for editors and readers.

A phase of a process lists which acts it opens; a card invites to one. The app
that owns an act registers it in `ready()`.
"""

from dataclasses import dataclass

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True)
class Act:
    """One act: `label` for editors, `invitation` for the link that leads to it.

    `view` names the view below the page where the act is done; "" is the page itself.
    """

    name: str
    label: Text
    invitation: Text
    view: str = ""


_acts: dict[str, Act] = {}


def register_act(name: str, label: Text, *, invitation: Text = "", view: str = "") -> None:
    """Make the act `name` ("<app>.<verb>") known; `label` is what editors tick."""
    _acts[name] = Act(name, label, invitation or label, view)


def act(name: str) -> Act | None:
    """The registered act, or None when no installed app owns it."""
    return _acts.get(name)


def act_choices() -> list[tuple[str, Text]]:
    """Every act for a choice field, in the order of registration."""
    return [(each.name, each.label) for each in _acts.values()]
