"""Files that leave the house say no more than they must; no two rows tell one person (P13)."""

import csv
import io
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.test import Client

from participation.core import clock, moderatable
from participation.core.receipts import new_key
from participation.core.roles import Role
from participation.ideas.actions import support_idea
from participation.moderation.actions import report_thing
from participation.people.actions import tell
from participation.people.models import Verification
from tests.architecture import house
from tests.ideas.conftest import make_staff

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 5, 1, 9, 17, 43, tzinfo=UTC)
ADDRESS = "203.0.113.77"
#: Every file that staff or anybody can fetch, and the address that gives it, as CSV.
FILES = {
    "participation/ideas/desk/exporting.py": ("communications", "/admin/ideas/export/"),
    "participation/moderation/desk/exporting.py": ("moderator", "/admin/moderation/export/"),
    "participation/core/open_data/answers.py": ("", "/api/v1/ideas/?format=csv"),
}
#: Other files, and the test that says what may be in them.
OTHERS = {
    "participation/initiatives/desk/views.py": "names, by law: a reason, a fresh proof, the log",
    "participation/people/views/privacy.py": "a person's own copy, for them alone",
    "participation/core/files.py": "a picture of a resident, as its audience says",
}
MAKES_A_FILE = re.compile(r"Content-Disposition|FileResponse\(|as_file\(|csv\.writer\(")
MACHINERY = {"participation/core/cells.py"}


def test_every_file_that_leaves_the_house_is_known_here():
    """The registry is the source itself: a new export fails until it is in FILES or OTHERS."""
    found = {
        house.name(path)
        for path in house.files()
        if path.suffix == ".py"
        and house.name(path).startswith(("participation/", "site/accounts/", "site/home/"))
        and MAKES_A_FILE.search(Path(path).read_text())
    }
    assert found - MACHINERY == set(FILES) | set(OTHERS)


@pytest.fixture
def written(town, always_open):
    """Two ideas by Aino and two by others, with everything about Aino that must not leave."""
    with clock.frozen(NOON):
        aino = town.resident("Aino")
        tell(actor=aino, birth_year=1957, status="works")
        Verification.objects.create(person=aino.person, method="desk", at=NOON, school="Koulu9")
        ideas = [town.idea(author=town.resident(name)) for name in ("Aino", "Olli", "Aino", "Eeva")]
        support_idea(actor=town.resident("Eeva"), idea=ideas[0])
        for idea in ideas:
            kind = moderatable.kind_of(idea._meta.label)
            report_thing(
                actor=aino, kind=kind, thing=idea, key=new_key(), reason="spam", words="Mainos."
            )
    return aino


def fetched(role: str, address: str) -> str:
    client = Client(REMOTE_ADDR=ADDRESS)
    if not role:
        return client.get(address).content.decode()
    user = make_staff(role.title(), Role(role)).user
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client.force_login(user)
    answer = client.post(address, {"kind": "csv"})
    assert answer.status_code == 200, answer
    return answer.content.decode()


@pytest.mark.parametrize("module", FILES)
def test_no_file_tells_who_somebody_is(written, module):
    text = fetched(*FILES[module])
    aino = written.person
    assert aino.public_id not in text
    for mark in (aino.user.email, "1957", "Koulu9", ADDRESS, "works"):
        assert mark not in text, mark
    assert not re.search(r"\b(0?9|12)[:.]17\b", text), "an hour"
    for session in get_user_model().objects.values_list("password", flat=True):
        assert session not in text


@pytest.mark.parametrize("module", FILES)
def test_no_column_tells_that_two_rows_are_one_persons(written, module):
    """Whatever Aino's two rows share, a row of somebody else shares with them, too."""
    text = fetched(*FILES[module]).lstrip("\ufeff")
    separator = ";" if ";" in text.partition("\n")[0] else ","
    _head, *rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    if module.endswith("answers.py"):
        # What everybody reads on the page, the name that was chosen, is in the open data as well.
        rows = [[cell for cell in row if cell not in ("Aino", "Olli", "Eeva")] for row in rows]
    assert len(rows) == 4
    for column in zip(*rows, strict=True):
        same = [value for value in set(column) if column.count(value) == 2]
        assert not same, column


@pytest.mark.parametrize("module", [each for each in FILES if FILES[each][0]])
def test_the_order_of_the_rows_is_not_that_of_their_coming(written, module):
    """By the day, then the random id: the order tells nothing about the hour."""
    lines = fetched(*FILES[module]).splitlines()[1:]
    ids = [re.split("[;,]", line)[0] for line in lines]
    assert ids == sorted(ids)
