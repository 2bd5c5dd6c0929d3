"""The open data: public fields only, nobody named, never a 500, safe to open as a table."""

import csv
import io
import json
import re

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from participation.core.models import Area, Person, Theme
from participation.ideas.models import Answer, Idea, Step, Support

ADDRESSES = ("boards", "ideas", "figures", "processes", "themes", "areas", "areas.geojson")


def idea(tree, noon, **fields) -> Idea:
    given = {"title": "Penkki rantaan", "text": "Siinä istuu.", "language": "fi", **fields}
    return Idea.objects.create(component=tree.board.component, created_at=noon, **given)


def ask(client, name: str, **asked: object) -> dict:
    answer = client.get(f"/api/v1/{name}", asked)
    assert answer.status_code == 200, answer.content
    return answer.json()


def table(client, name: str, **asked: object) -> list[dict]:
    answer = client.get(f"/api/v1/{name}", {"format": "csv", **asked})
    assert answer.headers["Content-Type"].startswith("text/csv")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))


def test_an_idea_is_told_with_its_way_and_its_answer_and_without_a_name(tree, noon, client):
    author = Person.objects.create(display_name="Eufrosyne")
    one = idea(
        tree, noon, author=author, author_name="Eufrosyne", support_count=3, state="accepted"
    )
    Step.objects.create(idea=one, state="received", at=noon, by=author)
    Answer.objects.create(
        idea=one,
        outcome="accepted",
        text={"fi": "Kyllä."},
        role={"fi": "Puutarhuri"},
        author=author,
        published_at=noon,
    )
    Support.objects.create(idea=one, person=author, at=noon)
    listed = ask(client, "ideas/")["items"]
    told = ask(client, f"ideas/{one.public_id}/")
    assert [each["id"] for each in listed] == [one.public_id]
    assert listed[0]["supports"] == 3
    assert listed[0]["sent_on"] == "2026-11-21"
    assert listed[0]["url"]["fi"].endswith(tree.board.view_url("idea", one.path_name))
    assert told["answer"]["text"] == {"fi": "Kyllä."}
    assert told["steps"][0]["on"] == "2026-11-21"
    everything = "".join(
        client.get(f"/api/v1/{name}").content.decode()
        for name in ("ideas/", f"ideas/{one.public_id}/", "ideas/?format=csv", "boards/")
    )
    assert "Eufrosyne" not in everything
    assert "10:00" not in everything.replace("T08:00", "")


@pytest.mark.parametrize("how", ["hidden", "withdrawn", "merged", "page", "restricted"])
def test_what_is_not_public_is_in_no_data_and_no_etag_tells_of_it(how, tree, noon, client):
    one, other = idea(tree, noon, title="Xylofoni"), idea(tree, noon, title="Toinen")
    tag = client.get(f"/api/v1/ideas/{one.public_id}/").headers["ETag"]
    if how == "hidden":
        Idea.objects.filter(pk=one.pk).update(hidden_at=noon, hidden_reason="rules")
    elif how == "withdrawn":
        Idea.objects.filter(pk=one.pk).update(withdrawn_at=noon)
    elif how == "merged":
        Idea.objects.filter(pk=one.pk).update(merged_into=other)
    elif how == "page":
        tree.board.unpublish()
    else:
        tree.process.view_restrictions.create(restriction_type="login")
    for name in ("ideas/", "ideas/?format=csv", "boards/", "figures/"):
        assert "Xylofoni" not in client.get(f"/api/v1/{name}").content.decode()
    again = client.get(f"/api/v1/ideas/{one.public_id}/", headers={"If-None-Match": tag})
    assert again.status_code == 404
    unknown = client.get("/api/v1/ideas/Xx9/")
    assert again.content == unknown.content


def test_hidden_counts_are_told_nowhere(tree, noon, client):
    board = tree.board
    board.counts_hidden = True
    board.save_revision().publish()
    idea(tree, noon, support_count=57)
    assert ask(client, "ideas/")["items"][0]["supports"] is None
    assert ask(client, "boards/")["items"][0]["supports"] is None
    assert table(client, "ideas/")[0]["supports"] == ""


def test_filters_choose_by_board_theme_area_state_and_day(tree, noon, client):
    theme = Theme.objects.create(slug="puistot", name={"fi": "Puistot"})
    area = Area.objects.create(slug="keskusta", name={"fi": "Keskusta"})
    one = idea(tree, noon, theme=theme, area=area, state="done")
    idea(tree, noon)
    for asked in (
        {"theme": "puistot"},
        {"area": "keskusta"},
        {"state": "done"},
        {"theme": "puistot", "state": "done", "board": tree.board.component.public_id},
    ):
        assert [i["id"] for i in ask(client, "ideas/", **asked)["items"]] == [one.public_id]
    assert ask(client, "ideas/", since="2026-11-22")["items"] == []
    assert len(ask(client, "ideas/", since="2026-11-21")["items"]) == 2
    assert ask(client, "ideas/", board="Xx9")["items"] == []


def test_every_idea_comes_once_however_small_the_parts(tree, noon, client):
    ids = {idea(tree, noon, title=f"Idea {number}").public_id for number in range(7)}
    found, address = [], "/api/v1/ideas/?limit=3"
    while address:
        part = client.get(address[address.index("/api/") :]).json()
        found += [each["id"] for each in part["items"]]
        address = part["next"]
    assert len(found) == 7
    assert set(found) == ids


@pytest.mark.parametrize("text", ['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1"])
def test_no_cell_of_a_table_is_a_formula(text, tree, noon, client):
    idea(tree, noon, title=text)
    (row,) = table(client, "ideas/")
    assert row["title"].startswith("'")
    assert row["url_fi"].startswith("http")


@pytest.mark.parametrize("name", ADDRESSES)
def test_data_may_sit_in_a_cache_and_be_read_by_any_page(name, tree, noon, client):
    address = f"/api/v1/{name}" + ("" if "." in name else "/")
    answer = client.get(address)
    assert answer.status_code == 200
    assert "s-maxage=20" in answer.headers["Cache-Control"]
    assert answer.headers["Access-Control-Allow-Origin"] == "*"
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert not answer.cookies
    same = client.get(address, headers={"If-None-Match": answer.headers["ETag"]})
    assert same.status_code == 304
    assert client.post(address).status_code == 405


@pytest.mark.parametrize(
    "asked",
    [
        {"user__password__startswith": "a", "order": "author__user__password"},
        {"author": "1", "title__regex": "(a+)+$", "format": "json"},
        {"search_words": "x", "page": "-1"},
    ],
)
def test_what_is_not_offered_is_not_heard(asked, tree, noon, client):
    idea(tree, noon)
    assert ask(client, "ideas/", **asked) == {**ask(client, "ideas/")}


@pytest.mark.parametrize(
    "asked",
    [
        *("limit=0", "limit=1e9", "limit=-1", "limit=x", "limit=%00", "since=x", "since=24:00"),
        *("theme=%00", "theme=<svg>", "area='", "board=%00", "after=%00", "after=<", "state=x"),
        *("format=xml", "since=0000-00-00", "limit=1&limit=x"),
    ],
)
def test_a_wrong_value_is_refused_as_such(asked, tree, noon, client):
    assert client.get(f"/api/v1/ideas/?{asked}").status_code in (404, 422)


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_days_at_the_ends_of_time_are_no_trouble(day, tree, noon, client):
    ask(client, "ideas/", since=day)


@pytest.mark.parametrize("name", ["ideas/", "boards/", "processes/"])
def test_an_answer_costs_the_same_for_one_and_for_many(
    name, tree, noon, client, django_assert_max_num_queries
):
    for number in range(5):
        idea(tree, noon, title=f"Idea {number}")
    # One of them asks for the roots of the sites, which are remembered for a while.
    with django_assert_max_num_queries(7):
        ask(client, name)


def test_areas_come_with_their_outlines(tree, noon, client):
    square = {"type": "Polygon", "coordinates": [[[0, 0], [0, 1], [1, 1], [0, 0]]]}
    Area.objects.create(slug="keskusta", name={"fi": "Keskusta"}, outline=square)
    told = ask(client, "areas.geojson")
    assert told["features"][0]["geometry"] == square
    assert told["features"][0]["properties"]["slug"] == "keskusta"


@pytest.mark.parametrize("address", ["/fi/avoin-data/", "/sv/oppna-data/", "/en/open-data/"])
def test_a_page_explains_it_to_people(address, tree, noon, client):
    answer = client.get(address)
    html = answer.content.decode()
    assert answer.status_code == 200
    for name in ("ideas", "boards", "areas.geojson", "processes", "figures"):
        assert f"/api/v1/{name}" in html
    assert not re.search(r'(?:src|href)="(?:https?:)?//(?!localhost)', html)


def test_nothing_that_the_description_allows_breaks_it(tree, noon, client):
    """A small round of generated requests, each checked against the description."""
    from config.wsgi import application

    one = idea(tree, noon)
    assert one
    schema = schemathesis.openapi.from_dict(client.get("/api/v1/openapi.json").json())
    schema.app = application
    cases = st.one_of([operation.ok().as_strategy() for operation in schema.get_all_operations()])

    @given(cases)
    @settings(
        max_examples=40,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def each(case):
        answer = client.get(case.formatted_path, case.query or {})
        assert answer.status_code < 500
        if answer.status_code == 200 and "json" in answer.headers["Content-Type"]:
            json.loads(answer.content)

    each()
