"""Staff write down what somebody said on paper, at an event, on the phone or at the counter."""

import re
from datetime import timedelta

import pytest

from participation.core import clock
from participation.core.models import AuthorKind
from participation.ideas.models import Idea

ENTER = "/admin/ideas/enter/"


def text(response) -> str:
    return response.content.decode()


@pytest.fixture
def page(town) -> str:
    return f"{ENTER}{town.component.key}/"


def fields(client, page: str, **more: str) -> dict[str, str]:
    key = re.search(r'name="key" value="([^"]+)"', text(client.get(page)))[1]
    return {
        "channel": "paper",
        "received_on": "",
        "title": "Keinu mummoille",
        "text": "Semmonen leveä keinu.",
        "language": "fi",
        "shown_name": "Päiväkoti Sinilintu",
        "theme": "puistot",
        "area": "",
        "key": key,
        **more,
    }


@pytest.mark.parametrize("role", ["communications", "youth_worker", "administrator"])
def test_an_idea_is_entered_in_somebody_s_own_words(town, page, sign_in, role):
    client = sign_in(role)
    assert client.get(ENTER)["Location"] == page
    day = clock.today() - timedelta(days=2)
    answer = client.post(page, fields(client, page, received_on=f"{day:%d.%m.%Y}"))
    assert answer.status_code == 303
    idea = Idea.objects.get()
    assert (idea.author, idea.author_kind, idea.channel) == (None, AuthorKind.ON_BEHALF, "paper")
    assert (idea.received_on, idea.author_name) == (day, "Päiväkoti Sinilintu")
    client.logout()
    client.cookies.clear()
    shown = text(client.get(f"/fi/ideat/{idea.path_name}/"))
    assert "paperilla" in shown
    assert "Semmonen leveä keinu." in shown


def test_several_in_a_row_keep_the_channel_and_the_day(town, page, sign_in):
    client = sign_in("communications")
    day = f"{clock.today():%d.%m.%Y}"
    answer = client.post(page, fields(client, page, channel="event", received_on=day, next="1"))
    assert answer["Location"].startswith(f"{page}?channel=event")
    again = text(client.get(answer["Location"]))
    assert f'value="{day}"' in again
    assert '<option value="event" selected>' in again


def test_a_second_press_enters_no_second_idea(town, page, sign_in):
    client = sign_in("communications")
    sent = fields(client, page)
    for _press in range(2):
        assert client.post(page, sent).status_code == 303
    assert Idea.objects.count() == 1
    assert client.post(page, {**sent, "text": "Muuta."}).status_code == 409


@pytest.mark.parametrize(
    "wrong",
    [
        {"channel": ""},
        {"channel": "fax"},
        {"received_on": "1.1.2199"},
        {"received_on": "31.2.2026"},
        {"title": " \u200b "},
        {"text": "a\x00"},
        {"shown_name": "Kaupunginjohtaja ✔"},
        {"language": "xx"},
        {"theme": "nope"},
        {"key": ""},
    ],
)
def test_what_is_wrong_comes_back_with_its_words(town, page, sign_in, wrong):
    client = sign_in("communications")
    answer = client.post(page, fields(client, page, **wrong))
    assert answer.status_code in (409, 422)
    assert not Idea.objects.exists()
    if "text" not in wrong:
        assert "Semmonen leveä keinu." in text(answer)


def test_forged_fields_are_ignored(town, page, staff, sign_in):
    client = sign_in("communications")
    forged = {"author": staff["moderator"].person.pk, "support_count": "99", "state": "accepted"}
    client.post(page, {**fields(client, page), **forged})
    idea = Idea.objects.get()
    assert (idea.author, idea.support_count, idea.state) == (None, 0, "received")


def test_a_closed_board_takes_none_and_says_so(town, page, sign_in):
    town.publish(closes_at=clock.now() - timedelta(hours=1))
    client = sign_in("communications")
    assert client.post(page, fields(client, page)).status_code == 409
    assert not Idea.objects.exists()


@pytest.mark.parametrize("role", ["moderator", "service_area"])
def test_only_those_who_may_write_for_others(town, page, sign_in, role):
    client = sign_in(role)
    for address in (ENTER, page):
        assert client.get(address).status_code in (302, 403)
        assert client.post(address, {"title": "x"}).status_code in (302, 403, 405)
    assert not Idea.objects.exists()


def test_a_board_that_is_none_is_not_found(town, sign_in):
    client = sign_in("communications")
    nowhere = f"{ENTER}00000000-0000-0000-0000-000000000000/"
    assert client.get(nowhere, follow=True).status_code == 404
