"""The written table: one line for each address, one letter for each role; by GET, then by POST."""

from pathlib import Path

from .addresses import Address
from .cast import ROLES
from .visiting import LEGEND

PATH = Path(__file__).with_name("table.txt")
#: A role is not asked where it is the same as another one there.
NOT_ASKED = " "
#: In the administration all residents are one; on others' addresses there all staff whose
#: groups have the same rights (presets.txt), and the operator, who may everything.
RESIDENTS = ("neighbour", "banned")
SAME_RIGHTS = ("service_area", "safeguarding", "service_desk")
#: On the site staff are people like all others: a moderator stands for them.
STAFF = ("communications", "limited", "service_area", "youth_worker", "safeguarding")
#: Where the operator alone has something to do.
OPERATORS = ("/admin/users/", "/admin/groups/", "/admin/people/", "/admin/settings/")
METHODS = ("GET", "POST")

HEAD = """\
# Who gets what at which address of the product. Written by
#     RAATI_ACCESS_TABLE=write pytest tests/access/test_table.py
# and read by a person, letter by letter, before it is committed: a surprising letter is a bug.
#
"""


def is_asked(role: str, address: Address) -> bool:
    if not address.name.startswith("/admin/"):
        alike = STAFF if address.is_ours else (*RESIDENTS, *STAFF, *SAME_RIGHTS)
    elif address.is_ours:
        alike = RESIDENTS
    elif address.name.startswith(OPERATORS):
        alike = (*RESIDENTS, *SAME_RIGHTS)
    else:
        alike = (*RESIDENTS, *SAME_RIGHTS, "operator")
    return role not in alike


def written() -> dict[str, list[str]]:
    """Address → its letters by GET and by POST, as the file has them."""
    lines = PATH.read_text().splitlines() if PATH.exists() else []
    width = len(ROLES)
    rows = [line for line in lines if line and not line.startswith("#")]
    return {row[2 * width + 3 :]: [row[:width], row[width + 2 : 2 * width + 2]] for row in rows}


def column(role: str) -> dict[str, list[str]]:
    """Address → the role's letter by GET and by POST."""
    place = list(ROLES.values()).index(role)
    return {name: [letters[place] for letters in row] for name, row in written().items()}


def write(role: str, found: dict[str, list[str]]) -> None:
    """Put the role's letters into the file; addresses that are gone leave it."""
    place, known = list(ROLES.values()).index(role), written()
    nothing = [NOT_ASKED * len(ROLES)] * len(METHODS)
    body = ""
    for name, letters in found.items():
        both = zip(known.get(name, nothing), letters, strict=True)
        row = [old[:place] + new + old[place + 1 :] for old, new in both]
        body += f"{row[0]}  {row[1]} {name}\n"
    legend = "".join(f"# {line}\n" for line in LEGEND.splitlines())
    roles = "".join(f"# {letter}  {name}\n" for letter, name in ROLES.items())
    letters = "".join(ROLES)
    PATH.write_text(
        f"{HEAD}{legend}#\n{roles}#\n# The columns, first by GET, then by POST: {letters}\n{body}"
    )
