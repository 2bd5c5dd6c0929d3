"""What is one person's own: private addresses, with htmx and without JavaScript."""

import pytest
from django.test import Client

from participation.core import clock
from participation.ideas.actions import hide_idea, support_idea
from participation.ideas.models import Idea, Support

HTMX = {"HX-Request": "true"}


def text(response) -> str:
    return response.content.decode()


def below(idea, name: str) -> str:
    return f"/fi/ideat/{idea.public_id}/{name}/"


@pytest.fixture
def idea(town):
    return town.idea()


@pytest.fixture
def eino(town, client):
    actor = town.resident("Eino")
    client.force_login(actor.user)
    return actor


def count() -> int:
    (idea,) = Idea.objects.all()
    assert idea.support_count == Support.objects.count()
    return idea.support_count


def test_without_javascript_a_support_is_a_form_and_a_page(idea, eino, client):
    page = client.get(below(idea, "mine"))
    assert f'action="{below(idea, "support")}"' in text(page)
    assert 'data-act="ideas.support"' in text(page)
    answer = client.post(below(idea, "support"))
    assert (answer.status_code, answer["Location"]) == (303, below(idea, "mine"))
    assert count() == 1
    assert 'data-act="ideas.withdraw_support"' in text(client.get(below(idea, "mine")))


def test_with_htmx_the_answer_is_the_parts_that_changed(idea, eino, client):
    answer = client.post(below(idea, "support"), headers=HTMX)
    assert answer.status_code == 200
    assert f'id="idea-{idea.public_id}-mine"' in text(answer)
    assert 'aria-pressed="true"' in text(answer)
    assert f'id="idea-{idea.public_id}-count"' in text(answer)
    assert "<html" not in text(answer)
    assert count() == 1


def test_posting_twice_has_one_effect_and_one_answer(idea, eino, client):
    answers = [client.post(below(idea, "support")) for _twice in range(2)]
    assert {(a.status_code, a["Location"]) for a in answers} == {(303, below(idea, "mine"))}
    assert count() == 1
    for _twice in range(2):
        client.post(below(idea, "withdraw-support"))
    assert count() == 0


def test_what_is_left_is_told_before_and_after(town, idea, eino, client):
    town.publish(support_limit=2)
    assert "jäljellä 2/2" in text(client.get(below(idea, "mine")))
    assert "jäljellä 1/2" in text(client.post(below(idea, "support"), headers=HTMX))


def test_a_refusal_says_why_and_counts_nothing(town, idea, eino, client):
    town.publish(support_limit=1)
    support_idea(actor=eino, idea=town.idea())
    shown = text(client.get(below(idea, "mine")))
    assert "disabled" in shown
    answer = client.post(below(idea, "support"), headers=HTMX)
    assert answer.status_code == 409
    assert "r-support__reason" in text(answer)
    page = client.post(below(idea, "support"))
    assert page.status_code == 409
    idea.refresh_from_db()
    assert idea.support_count == 0


def test_after_the_closing_nothing_changes(town, idea, eino, client):
    town.publish(closes_at=clock.now())
    for name in ("support", "withdraw-support"):
        assert client.post(below(idea, name)).status_code == 409
    assert count() == 0


def test_ones_own_idea_offers_editing_instead(town, idea, client):
    client.force_login(town.resident().user)
    page = text(client.get(below(idea, "mine")))
    assert f'href="{below(idea, "edit")}"' in page
    assert below(idea, "support") not in page
    assert client.post(below(idea, "support")).status_code == 403
    assert client.post(below(idea, "support"), headers=HTMX).status_code == 403
    assert count() == 0


def test_a_visitor_is_led_through_the_sign_in_and_back(idea, client):
    page = text(client.get(below(idea, "mine")))
    assert f"next={below(idea, 'mine')}".replace("/", "%2F") in page
    answer = client.post(below(idea, "support"))
    assert (answer.status_code, answer["Location"]) == (303, below(idea, "mine"))
    assert client.post(below(idea, "support"), headers=HTMX).status_code == 403
    assert count() == 0


@pytest.mark.parametrize("method", ["get", "head", "put", "patch", "delete", "options"])
def test_only_a_post_supports(idea, eino, client, method):
    answer = getattr(client, method)(below(idea, "support"))
    assert answer.status_code in (405, 200)
    assert count() == 0


def test_a_method_override_does_not_support(idea, eino, client):
    client.get(f"{below(idea, 'support')}?_method=POST")
    client.get(below(idea, "support"), headers={"X-HTTP-Method-Override": "POST"})
    assert count() == 0


def test_a_form_of_another_site_does_not_support(idea, town):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.resident("Eino").user)
    strict.get(below(idea, "mine"))
    for headers in (
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Content-Type": "text/plain"},
    ):
        assert strict.post(below(idea, "support"), headers=headers).status_code == 403
    assert count() == 0


def test_the_forms_token_is_good(idea, town):
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(town.resident("Eino").user)
    page = strict.get(below(idea, "mine/part"))
    token = text(page).split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    answer = strict.post(below(idea, "support"), {"csrfmiddlewaretoken": token})
    assert answer.status_code == 303
    assert count() == 1


def test_personal_answers_are_kept_by_nobody(idea, eino, client):
    for address in ("/fi/ideat/mine/", f"/fi/ideat/mine/parts/?ids={idea.public_id}",
                    below(idea, "mine"), below(idea, "mine/part"),
                    "/fi/ideat/new/"):  # fmt: skip
        assert client.get(address)["Cache-Control"] == "private, no-store"


def test_one_request_brings_all_parts_of_the_board(
    town, eino, client, django_assert_max_num_queries
):
    ideas = [town.idea() for _each in range(3)]
    own = town.idea(eino)
    support_idea(actor=eino, idea=ideas[0])
    ids = ",".join(idea.public_id for idea in [*ideas, own])
    client.get(f"/fi/ideat/mine/parts/?ids={ids}")
    with django_assert_max_num_queries(14):
        page = text(client.get(f"/fi/ideat/mine/parts/?ids={ids}"))
    assert page.count("hx-swap-oob") == 5
    assert page.count('aria-pressed="true"') == 1
    assert page.count('aria-pressed="false"') == 2
    assert below(own, "mine") in page


@pytest.mark.parametrize("ids", ["", "x", "23456789bcdf", ",,,", "%00", "a" * 3000, "<svg>"])
def test_ids_that_are_none_bring_nothing(town, eino, client, ids):
    page = client.get(f"/fi/ideat/mine/parts/?ids={ids}")
    assert page.status_code == 200
    assert "csrfmiddlewaretoken" not in text(page)


def test_parts_for_nobody_are_empty(idea, client):
    assert client.get(f"/fi/ideat/mine/parts/?ids={idea.public_id}").status_code == 204


def test_my_page_lists_my_ideas_and_supports(town, idea, eino, client, staff):
    own = town.idea(eino, title="Oma ideani")
    support_idea(actor=eino, idea=idea)
    page = text(client.get("/fi/ideat/mine/"))
    assert "Oma ideani" in page
    assert idea.title in page
    hide_idea(actor=staff["moderator"], idea=idea, reason="rules")
    page = text(client.get("/fi/ideat/mine/"))
    assert idea.title not in page
    assert below(idea, "withdraw-support") in page
    answer = client.post(below(idea, "withdraw-support"))
    assert (answer.status_code, answer["Location"]) == (303, "/fi/ideat/mine/")
    assert not Support.objects.exists()
    assert below(own, "mine") in page


def test_an_author_sees_that_their_idea_was_hidden_and_why(town, idea, client, staff):
    hide_idea(actor=staff["moderator"], idea=idea, reason="advertising")
    client.force_login(town.resident().user)
    assert client.get(below(idea, "mine")).status_code == 200
    assert "r-notice--warning" in text(client.get(below(idea, "mine")))


def test_a_forged_field_changes_nothing(idea, eino, client):
    forged = {"support_count": "99", "person": "1", "author": "1", "state": "done"}
    client.post(below(idea, "support"), forged)
    idea.refresh_from_db()
    assert (idea.support_count, idea.state) == (1, "received")
    assert Support.objects.get().person == eino.person
