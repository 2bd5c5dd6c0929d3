"""The public page: figures only, small ones veiled, danger in none of them."""

from datetime import timedelta

import pytest

from participation.moderation import actions, figures
from participation.moderation.models import What

ADDRESS = "/fi/moderation/figures/"


@pytest.mark.parametrize("number", range(7))
def test_one_to_four_are_not_told_exactly(number):
    assert (figures.shown(number) == str(number)) == (number == 0 or number >= figures.SMALL)


@pytest.mark.parametrize(("hours", "expected"), [([], None), ([2], 2), ([1, 3, 50], 3)])
def test_the_median_of_the_hours(hours, expected):
    assert figures.median_hours(timedelta(hours=each) for each in hours) == expected


def test_a_year_is_the_local_one():
    first, end = figures.bounds(2026)
    assert first.utcoffset() == timedelta(hours=2)
    assert end.year == 2027


def test_the_page_is_everybody_s_and_names_nobody(client, report, staff, guardian, town):
    for number in range(6):
        report(f"visitor{number}", words="Loukkaava")
    actions.decide_case(
        actor=staff["moderator"], case=report("last").case, what=What.HIDE, reason="rules"
    )
    answer = client.get(ADDRESS)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "s-maxage" in answer["Cache-Control"]
    assert ">7<" in page
    assert "Mio" not in page
    assert "Penkki" not in page


def test_danger_is_counted_nowhere(report, guardian):
    report(reason="danger")
    from participation.core import clock

    year = figures.of_year(clock.now().year)
    assert (year.reports, year.hidden) == (0, 0)


@pytest.mark.parametrize("year", ["2000", "2099"])
def test_there_are_no_figures_of_other_years(client, town, year):
    assert client.get(f"{ADDRESS}{year}/").status_code == 404
