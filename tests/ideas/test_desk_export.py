"""Files of ideas: minimal, safe to open, written in the log."""

import csv
import io

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import ModelLogEntry

from participation.core.cells import safe_cell
from participation.ideas.actions import answer_idea, support_idea
from participation.ideas.desk import exporting
from participation.ideas.models import Idea

DESK = "/admin/ideas/"
EXPORT = f"{DESK}export/"
NASTY = [
    '=HYPERLINK("http://evil.example","x")',
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1+1",
    "＝1+1",
    'rivi\nvaihto;puolipiste,pilkku "lainaus"',
]


def sheet(data: bytes) -> list[list]:
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [list(row) for row in book.active.iter_rows()]


def table(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    words = data.decode("utf-8-sig")
    separator = ";" if ";" in words.partition("\n")[0] else ","
    return list(csv.reader(io.StringIO(words), delimiter=separator))


def test_no_cell_is_a_formula_and_numbers_stay_numbers(town, sign_in):
    for number, words in enumerate(NASTY):
        idea = town.idea(text=f"Teksti {number}")
        Idea.objects.filter(pk=idea.pk).update(title=words)
    support_idea(actor=town.resident("Eino"), idea=Idea.objects.get(title="+1"))
    client = sign_in("communications")
    rows = sheet(client.post(EXPORT, {"kind": "xlsx"}).content)
    cells = [cell for row in rows for cell in row]
    assert not [cell.value for cell in cells if cell.data_type == "f"]
    texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    assert not [each for each in texts if each.lstrip()[:1] in "=+-@＝" and each.strip()]
    supports = rows[0].index(
        next(cell for cell in rows[0] if cell.value in ("Supports", "Kannatukset", "Stöd"))
    )
    assert sorted(row[supports].value for row in rows[1:]) == [0] * (len(NASTY) - 1) + [1]
    lines = table(client.post(EXPORT, {"kind": "csv"}).content)
    assert len(lines) == len(NASTY) + 1
    assert {len(line) for line in lines} == {len(lines[0])}


@given(st.text())
def test_whatever_the_text_no_spreadsheet_takes_it_for_a_formula(words):
    cell = safe_cell(words)
    assert cell.lstrip()[:1] not in tuple("=+-@")
    cell.encode()


def test_a_file_names_no_person(town, staff, sign_in):
    eino = town.resident("Eino")
    idea = town.idea()
    support_idea(actor=eino, idea=idea)
    answer_idea(
        actor=staff["communications"],
        idea=idea,
        outcome="accepted",
        text={"fi": "Tulee."},
        role={"fi": "Puutarhuri"},
    )
    idea.refresh_from_db()
    data = sign_in("communications").post(EXPORT, {"kind": "csv"}).content.decode()
    assert idea.public_id in data
    people = [eino.person, town.resident().person, staff["communications"].person]
    for person in people:
        for mark in (person.display_name, person.public_id, person.user.email):
            assert mark not in data
    moment = idea.created_at.isoformat()
    assert moment[:10] in data
    assert moment[11:16] not in data


def test_two_files_have_the_same_order_whatever_the_hour(town):
    ideas = [town.idea() for _number in range(4)]
    found = exporting.in_order(Idea.objects.order_by("-created_at"))
    assert [each.pk for each in found] == [
        each.pk for each in sorted(ideas, key=lambda idea: idea.public_id)
    ]


def test_a_file_has_what_the_filters_show_and_what_one_may_see(town, sign_in):
    own, other = town.idea(title="Oma asia"), town.idea(title="Vieras asia")
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    data = sign_in("service_area").post(EXPORT, {"kind": "csv"}).content.decode()
    assert "Oma asia" in data
    assert "Vieras asia" not in data
    fields = {"kind": "csv", "query": f"q={other.public_id}"}
    data = sign_in("communications").post(EXPORT, fields).content.decode()
    assert "Oma asia" not in data
    assert "Vieras asia" in data


def test_the_log_tells_who_took_what(town, staff, sign_in):
    town.idea()
    sign_in("communications").post(EXPORT, {"kind": "xlsx", "query": "waiting=unowned&x=1"})
    entry = ModelLogEntry.objects.get(action="raati.ideas.export")
    assert entry.user == staff["communications"].user
    assert entry.data == {"filters": "waiting=unowned", "kind": "xlsx", "count": 1}


@pytest.mark.parametrize("fields", [{}, {"kind": "exe"}, {"kind": "csv", "query": "state=nope"}])
def test_what_is_not_clear_is_not_exported(town, sign_in, fields):
    town.idea()
    assert sign_in("communications").post(EXPORT, fields).status_code == 303
    assert not ModelLogEntry.objects.filter(action="raati.ideas.export").exists()


def test_too_many_do_not_go_into_one_file(town, sign_in, monkeypatch):
    monkeypatch.setattr(exporting, "MOST", 1)
    town.idea(), town.idea()
    assert sign_in("communications").post(EXPORT, {"kind": "csv"}).status_code == 303


def test_only_the_desk_exports(town, sign_in, client):
    town.idea()
    assert client.post(EXPORT, {"kind": "csv"}).status_code == 302
    assert sign_in("youth_worker").post(EXPORT, {"kind": "csv"}).status_code in (302, 403)
    assert sign_in("communications").get(EXPORT).status_code == 405


def test_ten_thousand_ideas_fit_in_a_file(town, django_assert_max_num_queries):
    """One query, and cells made from it; quick enough for somebody who waits."""
    first = town.idea()
    copies = [
        Idea(
            component=first.component,
            title=f"Penkki {number}",
            text="Rannalla ei ole paikkaa istua. " * 4,
            language="fi",
            created_at=first.created_at,
        )
        for number in range(9_999)
    ]
    Idea.objects.bulk_create(copies, batch_size=1_000)
    with django_assert_max_num_queries(1):
        data = exporting.content(exporting.in_order(Idea.objects.all()), "csv")
    assert data.count(b"\n") == 10_001
