"""The public page: figures only, small ones veiled, danger in none of them."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from wagtail.models import PageViewRestriction

from participation.core import clock
from participation.ideas.actions import remove_supports, support_idea
from participation.moderation import actions, figures
from participation.moderation.models import What

ADDRESS = "/fi/moderation/figures/"


@pytest.mark.parametrize("number", range(7))
def test_one_to_four_are_not_told_exactly(number):
    assert (figures.told(number) == number) == (number == 0 or number >= figures.SMALL)


@given(st.dictionaries(st.integers(0, 11), st.integers(0, 12), max_size=12))
def test_what_is_veiled_cannot_be_reckoned_from_the_total(parts):
    """Whoever knows the total and the rules finds more than one way to fill in what is missing."""
    veiled = figures.veiled(parts)
    hidden = [key for key, number in veiled.items() if number is None]
    assert all(veiled[key] == parts[key] for key in parts if key not in hidden)
    assert all(key in hidden for key, number in parts.items() if 0 < number < figures.SMALL)
    others = [key for key, number in parts.items() if number and key not in hidden]
    left = sum(parts[key] for key in hidden)
    if hidden and others:
        assert len(hidden) > 1
        assert left >= figures.SMALL


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
    # By place and by month the same; the one hidden thing is nowhere told exactly.
    assert page.count(">7<") == 3
    assert ">1<" not in page
    assert "/api/v1/moderation/places/?year=" in page


def test_danger_is_counted_nowhere(report, guardian):
    report(reason="danger")
    year = figures.of_year(clock.now().year)
    assert (year.totals["reports"], year.totals["hidden"]) == (0, 0)
    assert not any(each.total() for each in (*year.months.values(), *year.places.values()))


@pytest.mark.parametrize("year", ["2000", "2099"])
def test_there_are_no_figures_of_other_years(client, town, year):
    assert client.get(f"{ADDRESS}{year}/").status_code == 404


@pytest.fixture
def busy(report, staff, town, ideas):
    """A year's work on two boards, one of them not for everybody."""
    private = town.new_board("Salainen taulu")
    PageViewRestriction.objects.create(page=private, restriction_type="login")
    for number in range(6):
        thing = town.idea(component=private.component) if number % 2 else town.idea()
        case = report(f"visitor{number}", thing=thing).case
        reason = "rules" if number else "law"
        actions.decide_case(actor=staff["moderator"], case=case, what=What.HIDE, reason=reason)
    supporter = town.resident("Bertta")
    idea = town.idea()
    support_idea(actor=supporter, idea=idea)
    remove_supports(
        actor=staff["moderator"], idea=idea, persons=[supporter.person], reason="Sama osoite."
    )


def data(client, name="", **query):
    return client.get(f"/api/v1/moderation/{name}", query).json()["items"]


def test_the_same_is_open_data_with_small_figures_veiled(client, busy):
    (year,) = data(client)
    assert (year["reports"], year["hidden"], year["changed"]) == (6, 6, 0)
    assert year["hidden_by"] == {"rules": None, "law": None}
    month = clock.today().month
    assert data(client, "months/")[month - 1]["reports"] == 6
    public, rest = data(client, "places/")
    assert (public["title"]["fi"], rest["title"], rest["place"]) == ("Ideoita puistoihin", {}, "")
    assert (public["reports"], rest["reports"], public["median_hours"]) == (None, None, None)
    (removal,) = data(client, "removals/")
    assert (removal["count"], removal["reason"]) == (1, "Sama osoite.")
    assert "Salainen" not in client.get("/api/v1/moderation/places/?format=csv").content.decode()
    assert client.get("/api/v1/moderation/months/?year=2019").status_code == 404


def test_the_page_asks_as_much_for_many_as_for_few(
    client, town, report, staff, django_assert_max_num_queries
):
    for number in range(8):
        board = town.new_board(f"Taulu {number}")
        report(f"visitor{number}", thing=town.idea(component=board.component))
    with django_assert_max_num_queries(40):
        page = client.get(ADDRESS).content.decode()
    assert "Taulu 7" in page
