"""Who may take part, in the editor's hands: set, checked, said in words, tried out."""

import pytest

from participation.core.receipts import new_key
from participation.ideas.models import IdeaBoardPage
from participation.people.editing import ConditionsForm, initial_of
from participation.people.engine import ENGINE
from participation.people.models import EntryCode
from tests.home.conftest import editor, noon, staff, tree
from tests.home.test_rounds import edit, form_of, row

__all__ = ["editor", "noon", "staff", "tree"]
WHO = "eligibility"


def given(**values) -> dict:
    """The fields of the small form inside the page's form."""
    return {f"{WHO}-{name}": value for name, value in values.items()}


def asked(tree) -> dict:
    return row(tree.board).settings["eligibility"]


def test_a_usual_case_is_one_choice(tree, noon, staff):
    edit(staff, tree.board, **given(preset="young"))
    assert asked(tree) == {"age": {"from": 13, "to": 20}}
    edit(staff, tree.board, **given(preset="everybody"))
    assert asked(tree) == {}


def test_an_editor_puts_conditions_together(tree, noon, staff):
    own = given(preset="own", level="1", age_from="18", age_on="31.12.2026", codes="on")
    edit(staff, tree.board, **own)
    assert asked(tree) == {"level": 1, "age": {"from": 18, "on": "2026-12-31"}, "codes": True}
    data = form_of(staff, f"/admin/pages/{tree.board.pk}/edit/")
    assert data[f"{WHO}-preset"] == "own"
    assert data[f"{WHO}-age_from"] == "18"


def test_saving_something_else_leaves_the_conditions_alone(tree, noon, staff):
    edit(staff, tree.board, **given(preset="residents"))
    edit(staff, tree.board, support_limit="3")
    assert asked(tree) == {"statuses": ["resident"]}


def test_a_wrong_age_is_told_beside_its_field_and_nothing_is_lost(tree, noon, staff):
    edit(staff, tree.board, **given(preset="young"))
    wrong = given(preset="own", age_from="20", age_to="13")
    html = edit(staff, tree.board, **wrong).content.decode()
    assert f'id="id_{WHO}-age_to_error"' in html
    assert 'value="20"' in html
    assert asked(tree) == {"age": {"from": 13, "to": 20}}


def test_forged_values_are_refused(tree, noon, staff):
    edit(staff, tree.board, **given(preset="own", statuses="king"))
    edit(staff, tree.board, **given(preset="own", areas="atlantis"))
    edit(staff, tree.board, **given(preset="own", age_from="١٣x"))
    edit(staff, tree.board, **given(preset="nonsense"))
    assert asked(tree) == {}


def test_a_page_with_unknown_conditions_is_not_published(tree, noon):
    from django.core.exceptions import ValidationError

    tree.board.eligibility = {"shoe_size": 42}
    with pytest.raises(ValidationError):
        tree.board.full_clean()


def test_a_translation_says_it_in_words(tree, noon, staff):
    tree.in_swedish("process")
    tree.in_swedish("board", title="Parker")
    edit(staff, tree.board, **given(preset="young"))
    html = staff.get(f"/admin/pages/{tree.sv['board'].pk}/edit/").content.decode()
    assert "13–20" in html
    assert f'name="{WHO}-preset"' not in html


@pytest.mark.parametrize(
    "conditions",
    [
        {},
        {"statuses": ["resident", "works"], "level": 2},
        {"age": {"to": 20, "on": "2026-12-31"}, "codes": True},
        {"age": {"from": 0}},
    ],
)
@pytest.mark.django_db
def test_what_the_form_shows_is_what_it_gives_back(conditions):
    initial = initial_of(conditions)
    data = {k: v for k, v in initial.items() if v is not None and v is not False}
    form = ConditionsForm(data, check=ENGINE.check)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["conditions"] == conditions


# Trying out who would be let in.


@pytest.mark.parametrize(
    ("query", "verdict"),
    [
        ("age=14&status=holiday&level=0", "yes"),
        ("age=12&status=holiday&level=0", "no"),
        ("status=resident&level=0", "unknown"),
        ("age=21&level=2", "no"),
    ],
)
def test_staff_try_somebody_out(tree, noon, staff, query, verdict):
    edit(staff, tree.board, **given(preset="young"))
    page = staff.get(f"/admin/raati/who/try/{tree.board.pk}/?{query}")
    assert page.context["answer"].verdict.value == verdict


def test_trying_out_is_for_those_who_edit_the_page(tree, noon, client, django_user_model):
    client.force_login(django_user_model.objects.create_verified("x@example.org", "osallistu-26"))
    assert client.get(f"/admin/raati/who/try/{tree.board.pk}/").status_code in (302, 403)


# Codes.


def test_codes_are_shown_once(tree, noon, staff):
    edit(staff, tree.board, **given(preset="code"))
    address = f"/admin/raati/who/codes/{tree.board.pk}/"
    data = {"batch": "7B", "count": "3", "key": new_key()}
    made = staff.post(address, data).context["made"]
    assert len(set(made)) == 3
    again = staff.post(address, data)
    assert again.context["made"] == []
    assert EntryCode.objects.count() == 3
    html = staff.get(address).content.decode()
    assert "7B" in html
    assert not any(code in html for code in made)


@pytest.mark.parametrize("count", ["0", "501", "-1", "x", "1e3"])
def test_an_odd_number_of_codes_is_refused(tree, noon, staff, count):
    address = f"/admin/raati/who/codes/{tree.board.pk}/"
    answer = staff.post(address, {"batch": "7B", "count": count, "key": new_key()})
    assert answer.status_code == 422
    assert not EntryCode.objects.exists()


def test_unused_codes_are_taken_back(tree, noon, staff):
    address = f"/admin/raati/who/codes/{tree.board.pk}/"
    staff.post(address, {"batch": "7B", "count": "3", "key": new_key()})
    assert staff.post(f"{address}cancel/", {"batch": "7B"}).status_code == 303
    assert not EntryCode.objects.exists()


def test_nothing_breaks_on_a_page_that_was_never_published(tree, noon, staff):
    draft = IdeaBoardPage(title="Luonnos", live=False, locale=tree.home.locale)
    tree.home.add_child(instance=draft)
    address = f"/admin/raati/who/codes/{draft.pk}/"
    data = {"batch": "7B", "count": "3", "key": new_key()}
    assert staff.get(address).status_code < 500
    assert staff.post(address, data).status_code < 500
    assert staff.post(f"{address}cancel/", {"batch": "7B"}).status_code < 500
    assert staff.get(f"/admin/raati/who/try/{draft.pk}/?age=12").status_code < 500
