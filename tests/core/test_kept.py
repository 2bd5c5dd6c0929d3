"""Pieces that are kept: the same values give the same piece, anything else a new one."""

from typing import Any

import pytest

from participation.core import kept
from participation.core.fragments import Fragment
from participation.core.models import Area, ServiceArea, Theme


@pytest.fixture(autouse=True)
def _nothing_kept():
    kept.forget()
    yield
    kept.forget()


class Label(Fragment):
    """The theme's name, and how often it was drawn."""

    element_id = "label"

    def __init__(self, theme: Any, look: Any = None) -> None:
        self.theme, self.look, self.drawn = theme, look, 0

    def inputs(self) -> Any:
        return kept.as_key(self.theme)

    def _draw(self, language: str | None) -> str:
        self.drawn += 1
        if self.look:
            self.look(self.theme)
        return f"{language}: {self.theme.slug}"


def test_what_was_drawn_is_remembered_for_each_language():
    label = Label(Theme(slug="puistot", name={"fi": "Puistot"}))
    assert [label.html("fi"), label.html("fi"), label.html("sv")] == [
        *("fi: puistot", "fi: puistot", "sv: puistot"),
    ]
    assert label.drawn == 2


@pytest.mark.parametrize(
    "change", [{"slug": "muu"}, {"name": {"fi": "Puisto"}}, {"position": 3}, {"pk": 7}], ids=str
)
def test_any_other_value_is_drawn_anew(change):
    given = {"slug": "puistot", "name": {"fi": "Puistot"}, "pk": 1}
    Label(Theme(**given)).html("fi")
    other = Label(Theme(**{**given, **change}))
    other.html("fi")
    assert other.drawn == 1


def test_a_relation_counts_by_its_values():
    parks = ServiceArea(pk=1, slug="a", name="A")
    renamed = ServiceArea(pk=1, slug="a", name="B")
    one, other = (Theme(pk=2, slug="b", service_area=each) for each in (parks, renamed))
    assert kept.as_key(one) != kept.as_key(other)
    assert kept.as_key(one) == kept.as_key(Theme(pk=2, slug="b", service_area=parks))


def test_an_area_counts_by_its_name_and_not_by_its_outline():
    town, drawn = Area(slug="a", name="A"), Area(slug="a", name="A", outline={"type": "Polygon"})
    assert kept.as_key(town) == kept.as_key(drawn)
    assert kept.as_key(town) != kept.as_key(Area(slug="a", name="B"))


def test_rows_that_lead_to_each_other_have_a_key():
    town = Area(pk=1, slug="a")
    town.parent = town
    assert kept.as_key(town)


def test_a_piece_that_fetched_more_while_it_was_drawn_is_not_kept():
    def look(theme: Any) -> None:
        theme._state.fields_cache["service_area"] = None

    label = Label(Theme(slug="puistot"), look)
    label.html("fi")
    label = Label(Theme(slug="puistot"), look)
    label.html("fi")
    assert label.drawn == 1


def test_what_has_no_value_of_its_own_has_no_key():
    with pytest.raises(TypeError):
        kept.as_key(object())


def test_the_oldest_makes_room(monkeypatch):
    monkeypatch.setattr(kept, "MOST", 3)
    for number in range(5):
        kept.keep(number, str(number))
    assert [kept.recall(number) for number in range(5)] == [None, None, "2", "3", "4"]
