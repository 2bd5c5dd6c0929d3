"""Ideas are found by their words, and only as long as everybody may read them."""

import pytest

from participation.core.actors import Actor
from participation.core.search import find, matching
from participation.ideas.actions import edit_idea, hide_idea, restore_idea, withdraw_idea
from participation.ideas.models import Idea

from ..core.test_search_words import NASTY


def titles(text: str, rows=None) -> list[str]:
    found = find(Idea.objects.visible() if rows is None else rows, text)
    assert found.count() == len(found[0:50])
    return [idea.title for idea in found[0:50]]


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("koirapuistossa", "Koirapuisto rantaan"),
        ("koirap", "Koirapuisto rantaan"),
        ("KATU", "Valoja Kaivoskadulle"),
        ("kaivoskatu", "Valoja Kaivoskadulle"),
        ("valo kaivoskadun", "Valoja Kaivoskadulle"),
        ("cykelbanor", "Cykelbana till skolan"),
        ("aanekosken", "Bussi Äänekoskelle"),
        ("a\u0308a\u0308nekoski", "Bussi Äänekoskelle"),
    ],
)
def test_an_idea_is_found_by_other_forms_of_its_words(typed, title, town):
    town.idea(title="Koirapuisto rantaan", text="Siellä on tilaa.")
    town.idea(title="Valoja Kaivoskadulle", text="Kadun varrella on pimeää.")
    town.idea(title="Cykelbana till skolan", text="Barnen cyklar.", language="sv")
    town.idea(title="Bussi Äänekoskelle", text="Kerran viikossa.")
    assert titles(typed) == [title]


def test_all_words_must_be_there_in_any_order(town):
    town.idea(title="Penkki rantaan", text="Vanhus istuu.")
    town.idea(title="Penkki torille", text="Siellä odotetaan.")
    assert titles("rannan penkki") == ["Penkki rantaan"]
    assert titles("penkki metsään") == []


def test_an_idea_named_so_comes_before_one_that_mentions_it(town):
    town.idea(title="Uimahalli auki aamulla", text="Työhön mennessä.")
    town.idea(title="Bussi", text="Bussi voisi kulkea uimahallin ohi ja torilta asemalle.")
    for number in range(6):
        town.idea(title=f"Muuta {number}", text="Jotakin aivan muuta.")
    assert titles("uimahalli")[0] == "Uimahalli auki aamulla"


def test_the_name_of_who_sent_it_finds_nothing(town):
    town.idea(author=town.resident("Eufrosyne"))
    assert titles("eufrosyne") == []


def test_an_edited_idea_is_found_by_its_new_words_only(town):
    author = town.resident()
    idea = town.idea(author, title="Keinuja", text="Lisää keinuja.")
    edit_idea(
        actor=author, idea=idea, title="Kiikkuja", text="Lisää kiikkuja.", theme=None, area=None
    )
    assert titles("keinut") == []
    assert titles("kiikku") == ["Kiikkuja"]


def test_what_is_hidden_is_not_found_until_it_is_shown_again(town, staff):
    idea = town.idea(title="Salaisuus", text="Jotakin.")
    hide_idea(actor=staff["communications"], idea=idea, reason="rules", note="")
    assert titles("salaisuus") == []
    assert not matching(Idea.objects.visible(), "salaisuus").exists()
    restore_idea(actor=staff["communications"], idea=idea, reason="erehdys")
    assert titles("salaisuus") == ["Salaisuus"]


def test_what_was_withdrawn_is_not_found(town):
    author = town.resident()
    withdraw_idea(actor=author, idea=town.idea(author, title="Peruttu", text="Ei enää."))
    assert titles("peruttu") == []


def test_a_filter_by_words_keeps_the_order_and_the_conditions_of_the_rows(town):
    first = town.idea(title="Puisto yksi", text="x")
    second = town.idea(title="Puisto kaksi", text="x")
    rows = Idea.objects.visible()
    assert list(matching(rows.newest(), "puistot")) == [second, first]
    assert list(matching(rows.filter(title__contains="yksi"), "puistot")) == [first]


@pytest.mark.parametrize("text", NASTY)
def test_whatever_is_typed_is_searched_without_breaking(text, town):
    town.idea()
    assert titles(text) in ([], [Idea.objects.get().title])


def test_a_page_of_results_costs_two_queries_however_many_there_are(
    town, django_assert_num_queries
):
    system = Actor.system("tests")
    for number in range(12):
        Idea(
            component=town.component,
            title=f"Puisto {number}",
            text="Vihreää.",
            language="fi",
            author_kind=system.kind,
            created_at=town.idea().created_at,
        ).save()
    found = find(Idea.objects.visible().with_labels(), "puisto")
    with django_assert_num_queries(2):
        assert len(found[0:10]) == 10
    with django_assert_num_queries(1):
        assert found.count() == 12
