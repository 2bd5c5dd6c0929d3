"""The figures, results and questions on the page of a process."""

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.blocks.struct_block import StructBlockValidationError

from home.models import NewsPage
from participation.core.models import Component, Person
from participation.ideas.models import Idea, IdeaBoardPage, Support
from participation.processes.blocks import HappenedBlock
from participation.processes.figures import events_of
from participation.processes.models import ProcessPage
from tests.home.trees import translated


def event(**given) -> dict:
    return {
        "type": "event",
        "id": "00000000-0000-4000-8000-000000000e01",
        "value": {
            "title": "Työpajat",
            "date": "2026-10-05",
            "last_date": None,
            "workshops": {"number": 8, "precision": "exact"},
            "people": {"number": 150, "precision": "over"},
            "participations": {"number": 200, "precision": "over"},
            "organisations": {"number": 40, "precision": "nearly"},
            "source": "Osallistujalistat",
            **given,
        },
    }


def show(process: ProcessPage, **fields) -> None:
    for name, value in fields.items():
        setattr(process, name, value)
    process.save_revision().publish()
    cache.clear()


def html(client, address: str = "/fi/hyvinvointi/") -> str:
    return client.get(address).content.decode()


def ideas(component: Component, number: int = 1) -> list[Idea]:
    return [
        Idea.objects.create(
            component=component,
            title=f"Penkkejä {n}",
            text="Lisää penkkejä",
            language="fi",
            created_at=datetime(2026, 11, 20, tzinfo=UTC),
        )
        for n in range(number)
    ]


def test_without_anybody_there_are_no_figures(tree, noon, client):
    assert 'id="figures"' not in html(client)


def test_what_organisers_tell_is_shown_in_their_words_and_labelled(tree, noon, client):
    show(tree.process, happened=[event()])
    page = html(client)
    for words in ("yli</span> 150", "yli</span> 200", "lähes</span> 40", "Järjestäjien kertoma"):
        assert words in page
    assert "Laskettu täällä" not in page


def test_ideas_and_supports_below_are_counted_each_person_once(tree, noon, client):
    one, two = ideas(tree.board.component, 2)
    person = Person.objects.create()
    for idea in (one, two):
        Support.objects.create(idea=idea, person=person, at=noon)
    page = html(client)
    assert "2 ideaa, 2 kannatusta" in page
    assert "Laskettu täällä" in page
    assert 'r-figure__number">1</p><p class="r-figure__label">ihminen' in page
    assert 'r-figure__number">4</p><p class="r-figure__label">osallistumista' in page


def test_hidden_counts_are_not_told_by_the_figures_either(tree, noon, client):
    tree.board.counts_hidden = True
    tree.board.save_revision().publish()
    (idea,) = ideas(tree.board.component)
    Support.objects.create(idea=idea, person=Person.objects.create(), at=noon)
    page = html(client)
    assert "1 idea" in page
    assert "1 kannatus" not in page


def test_a_translation_has_its_own_words_and_the_original_s_numbers(tree, noon):
    show(tree.process, happened=[event()])
    swedish = translated(
        tree.process,
        "sv",
        happened=[event(title="Verkstäder", people={"number": 7, "precision": "exact"})],
    )
    (found,) = events_of(ProcessPage.objects.get(pk=swedish.pk))
    assert found.title == "Verkstäder"
    assert found.tally.people.number == 150


def test_results_have_pairs_links_and_the_figures_of_their_phase(tree, noon, client):
    blocks = list(tree.process.phases.raw_data)
    more = [
        {"type": "heard", "value": {"heard": "<p>Ei autoa.</p>", "changed": "<p>Bussi.</p>"}},
        {"type": "place", "value": tree.board.pk},
    ]
    value = {**blocks[0]["value"], "results": "", "more_results": more}
    show(tree.process, phases=[{**blocks[0], "value": value}, *blocks[1:]], happened=[event()])
    page = html(client)
    result = page.partition('id="phase-')[2].partition("</article>")[0]
    for words in ("Ei autoa.", "Bussi.", "8 työpajaa", "yli 150 ihmistä", tree.board.url):
        assert words in result
    assert 'href="#phase-00000000"' in page


def test_news_about_the_process_are_listed_in_the_reader_s_language(tree, noon, client):
    tree.item.about = tree.process
    tree.item.save_revision().publish()
    other = NewsPage(title="Muuta", slug="muuta", lead="Muuta asiaa")
    tree.news.add_child(instance=other)
    page = html(client)
    below = page.partition('id="news-about"')[2]
    assert tree.item.title in below
    assert "Muuta" not in below


def test_the_page_costs_the_same_with_one_place_and_with_ten(tree, noon, client):
    show(tree.process, happened=[event()])
    ideas(tree.board.component)
    costs = []
    for more in (0, 9):
        for n in range(more):
            board = IdeaBoardPage(title=f"Taulu {n}", slug=f"taulu-{n}")
            tree.process.add_child(instance=board)
            ideas(board.component)
        client.get("/fi/hyvinvointi/")
        with CaptureQueriesContext(connection) as captured:
            client.get("/fi/hyvinvointi/")
        costs.append(len(captured))
    assert costs[0] == costs[1]
    assert costs[0] <= 12, [query["sql"][:120] for query in captured]


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"last_date": "2026-10-04"}, "last_date"),
        ({"participations": {"number": 3, "precision": "exact"}}, "participations"),
        (
            {
                name: {"number": None, "precision": "exact"}
                for name in ("workshops", "people", "participations", "organisations")
            },
            "workshops",
        ),
    ],
    ids=["ends before it begins", "fewer participations than people", "nothing told"],
)
def test_what_cannot_be_is_refused_beside_its_field(given, field):
    block = HappenedBlock()
    with pytest.raises(StructBlockValidationError) as refused:
        block.clean(block.to_python(event(**given)["value"]))
    assert set(refused.value.block_errors) == {field}
