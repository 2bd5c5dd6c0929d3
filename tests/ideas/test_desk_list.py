"""The desk's list: filters, saved views, and what waits on the admin's first page."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import clock
from participation.core.desk import look, panels_for
from participation.ideas import filters
from participation.ideas.actions import prepare_answer, save_view
from participation.ideas.desk.selecting import IdeaFilters
from participation.ideas.models import Promise, SavedView
from tests import worlds

DESK = "/admin/ideas/"
STAGE = {"id": "3f0c", "label": {"fi": "Puutarhurin pöydällä"}, "meaning": "considering"}


def text(response) -> str:
    return response.content.decode()


def shown(client, ideas, query: str) -> set[str]:
    page = text(client.get(f"{DESK}results/?{query}"))
    return {name for name, idea in ideas.items() if f"{DESK}{idea.public_id}/" in page}


@worlds.shared
def ideas(town, staff):
    """One idea for each thing that can be asked for."""
    found = {
        "omani": town.idea(),
        "teema": town.idea(theme=town.themes["puistot"], area=town.areas["rantakyla"]),
        "kirjattu": town.idea(),
        "valmis": town.idea(),
        "luvattu": town.idea(),
        "nimetty": town.idea(),
    }
    own = found["omani"]
    own.owner, own.due_on = staff["communications"].person, clock.today()
    own.save()
    found["kirjattu"].channel = "event"
    found["kirjattu"].save()
    words = {"outcome": "accepted", "text": {"fi": "Joo"}, "role": {"fi": "Johtaja"}}
    prepare_answer(actor=staff["communications"], idea=found["valmis"], is_ready=True, **words)
    Promise.objects.create(
        idea=found["luvattu"], threshold=5, reached_at=clock.now(), due_on=clock.today()
    )
    found["nimetty"].state, found["nimetty"].stage = "considering", STAGE["id"]
    found["nimetty"].save()
    component = town.component
    component.settings = {**component.settings, "stages": [STAGE]}
    component.save()
    return found


def test_every_filter_selects_what_it_says(town, ideas, sign_in):
    client = sign_in("communications")
    today = clock.today()
    tomorrow = today + timedelta(days=1)
    for query, expected in {
        "theme=puistot": {"teema"},
        "area=rantakyla": {"teema"},
        "channel=event": {"kirjattu"},
        "channel=own": set(ideas) - {"kirjattu"},
        "owner=mine": {"omani"},
        "owner=nobody": set(ideas) - {"omani"},
        "prepared=ready": {"valmis"},
        "prepared=unready": set(),
        "prepared=none": set(ideas) - {"valmis"},
        "waiting=promised": {"luvattu"},
        "waiting=ready": {"valmis"},
        "waiting=due": {"omani"},
        f"state={STAGE['id']}": {"nimetty"},
        f"due_until={today.isoformat()}": {"omani"},
        f"due_until={tomorrow.day}.{tomorrow.month}.{tomorrow.year}": {"omani"},
        f"owner=mine&q={ideas['omani'].public_id}": {"omani"},
        "owner=mine&theme=puistot": set(),
        "q=penkki rantaan": set(ideas),
        "q=penkki kuuhun": set(),
    }.items():
        assert shown(client, ideas, query) == expected, query


@pytest.mark.parametrize(
    "query",
    [
        "owner__user__password__startswith=a",
        "due_until=31.2.2027",
        "due_until=1.1.0001",
        "theme=' OR 1=1--",
        "owner=%00",
        "q=%00",
        "q=" + "a" * 5000,
        "q=%25_%5C",
        "ordering=owner__user__email",
        "board=9" + "9" * 30,
        "state[]=x&state=&state=2",
        "p=1e309",
    ],
)
def test_odd_addresses_break_nothing(town, ideas, sign_in, query):
    assert sign_in("communications").get(f"{DESK}results/?{query}").status_code == 200


def test_the_stored_filters_are_those_of_the_list():
    assert set(filters.FILTERS) == set(IdeaFilters.base_filters)


def test_days_are_written_as_the_language_does(town, ideas, sign_in):
    from django.utils import translation

    page = f"{DESK}{ideas['omani'].public_id}/"
    day = clock.today()
    with translation.override("fi"):
        answer = sign_in("communications").get(page, headers={"accept-language": "fi"})
    assert f'value="{day:%d.%m.%Y}"' in text(answer)


def test_the_list_asks_as_often_for_two_as_for_many_with_drafts_and_promises(
    town, ideas, staff, sign_in
):
    client = sign_in("communications")
    address = f"{DESK}results/?waiting=unanswered"
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for number in range(8):
        idea = town.idea(town.resident(f"P{number}"))
        prepare_answer(
            actor=staff["communications"], idea=idea, outcome="", text={"fi": "Ehkä"}, role={}
        )
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) <= len(few) <= 20


def test_a_view_is_saved_opened_renamed_and_deleted(town, ideas, sign_in):
    client = sign_in("communications")
    query = "theme=puistot&password=x&owner=mine&p=4"
    answer = client.post(f"{DESK}views/save/", {"name": "Omat puistot", "query": query})
    view = SavedView.objects.get()
    assert view.query == "owner=mine&theme=puistot"
    assert answer["Location"] == f"{DESK}?{view.query}"
    assert "Omat puistot" in text(client.get(answer["Location"]))
    fields = {"view": view.pk, f"v{view.pk}-name": "Puistoni"}
    assert client.post(f"{DESK}views/", {**fields, "rename": "1"}).status_code == 303
    view.refresh_from_db()
    assert view.name == "Puistoni"
    client.post(f"{DESK}views/", {"view": view.pk, "delete": "1"})
    assert not SavedView.objects.exists()


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "", "query": "owner=mine"},
        {"name": "a" * 100, "query": "owner=mine"},
        {"name": "\x00", "query": "owner=mine"},
        {"name": "Kaikki", "query": ""},
        {"name": "Kaikki", "query": "user__password=1"},
    ],
)
def test_a_view_without_name_or_filters_is_not_saved(town, sign_in, fields):
    answer = sign_in("communications").post(f"{DESK}views/save/", fields, follow=True)
    assert answer.status_code == 200
    assert not SavedView.objects.exists()


def test_the_same_name_again_is_the_same_view(town, staff):
    for query in ("owner=mine", "waiting=overdue"):
        save_view(actor=staff["communications"], name="Aamu", query=query)
    assert SavedView.objects.get().query == "waiting=overdue"


def test_nobody_sees_or_changes_another_s_view(town, staff, sign_in):
    view = save_view(actor=staff["administrator"], name="Salainen", query="owner=mine")
    client = sign_in("communications")
    assert "Salainen" not in text(client.get(DESK))
    answer = client.post(f"{DESK}views/", {"view": view.pk, "delete": "1"}, follow=True)
    assert answer.status_code == 404
    assert SavedView.objects.exists()


def test_the_first_page_counts_what_waits_and_leads_there(town, ideas, staff, sign_in):
    late = ideas["teema"]
    late.due_on = clock.today() - timedelta(days=3)
    late.save()
    client = sign_in("communications")
    page = text(client.get("/admin/"))
    for name in ("overdue", "due", "promised", "ready", "unowned"):
        assert f"{DESK}?waiting={name}" in page
    assert "waiting=due&amp;owner=mine" not in page  # All of them are mine: said in words.


def test_the_first_page_counts_only_what_a_service_area_may_see(town, ideas, sign_in):
    own = ideas["teema"]
    own.service_area = town.services["kaupunkirakenne"]
    own.save()
    page = text(sign_in("service_area").get("/admin/"))
    assert f"{DESK}?waiting=unowned" in page
    assert "waiting=promised" not in page
    assert "raati-desk-counts" not in text(sign_in("youth_worker").get("/admin/"))


def test_what_waits_is_counted_and_listed_on_the_staff_desk(town, ideas, staff):
    actor = staff["communications"]
    panels = [each for each in panels_for(actor) if each.name.startswith("ideas-")]
    found = {panel.name: look(actor, panel, 1).total for panel in panels}
    expected = {"overdue": 0, "due": 1, "promised": 1, "ready": 1, "unowned": 5}
    assert found == {f"ideas-{name}": number for name, number in expected.items()}
