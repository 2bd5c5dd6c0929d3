"""The staff desk: each role's own work, one click from doing it, and nothing of anybody else's."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from home.models import AccessibilityFeedback
from home.roles import ensure_groups
from participation.core import clock, due
from participation.core.actors import Actor
from participation.core.models import Absence, Fate, OutgoingMail, Person, ServiceArea
from participation.core.roles import Role
from participation.ideas.actions import prepare_answer
from participation.ideas.models import Idea, Promise
from participation.initiatives.models import Initiative, State
from participation.moderation.models import Case, Lane, Source
from participation.people.models import Letter

from .conftest import person_with
from .kinds import Town

DESK = "/admin/desk/"
PANEL = re.compile(r'data-panel-name="([\w-]+)"')
COUNT = re.compile(r'data-panel-name="([\w-]+)">.*?raati-desk__count">(\d+)<', re.DOTALL)
ANSWERS = {f"ideas-{name}" for name in ("overdue", "due", "promised", "ready", "unowned")}
CASES = {f"moderation-{name}" for name in ("reported", "held", "flag")}
SEEN = {
    Role.COMMUNICATIONS: {
        *ANSWERS,
        *CASES,
        *("initiatives-running", "initiatives-pending"),
        *("phases", "accessibility-feedback", "mails"),
    },
    Role.MODERATOR: CASES,
    Role.SERVICE_AREA: {"ideas-overdue"},
    Role.SAFEGUARDING: {"moderation-danger"},
    Role.SERVICE_DESK: {"people-letters", "people-ending"},
    Role.YOUTH_WORKER: set(),
}
SEEN[Role.ADMINISTRATOR] = set().union(*SEEN.values())


class Work:
    """One of everything that can wait, and more of each when asked."""

    def __init__(self, tree) -> None:
        ensure_groups()
        self.town = Town(tree)
        self.area = ServiceArea.objects.create(slug="katu", name={"fi": "Katu ja puisto"})
        self.people = {role: person_with(f"{role}@example.org", role) for role in SEEN}
        grants = self.people[Role.SERVICE_AREA].role_grants
        grants.update(service_area=self.area)
        self.clients: dict[str, Client] = {}
        self.made = 0

    def add(self, number: int) -> None:
        for _each in range(number):
            self.made += 1
            self._ideas()
            self._rest()

    def _idea(self, title: str, **fields) -> Idea:
        return Idea.objects.create(
            component=self.town.component,
            title=f"{title} {self.made}",
            text="Puita.",
            language="fi",
            author=self.town.author,
            created_at=clock.now(),
            **fields,
        )

    def _ideas(self) -> None:
        today, owner = clock.today(), self.people[Role.COMMUNICATIONS]
        day = timedelta(days=1)
        self._idea("Myöhässä", owner=owner, service_area=self.area, due_on=today - 8 * day)
        self._idea("Tällä viikolla", owner=owner, due_on=today + 2 * day)
        self._idea("Isännätön")
        promised = self._idea("Luvattu", owner=owner)
        Promise.objects.create(
            idea=promised, threshold=1, reached_at=clock.now(), due_on=today + day
        )
        ready = self._idea("Valmis", owner=owner)
        prepare_answer(
            actor=Actor.member(owner),
            idea=ready,
            outcome="accepted",
            text={"fi": "Tehdään."},
            role={"fi": "Viestintä"},
            is_ready=True,
        )

    def _rest(self) -> None:
        now, day = clock.now(), timedelta(days=1)
        common = {"kind": "raati_ideas.Idea", "component": self.town.component, "opened_at": now}
        for lane, source in (
            (Lane.ORDINARY, Source.REPORT),
            (Lane.ORDINARY, Source.HELD),
            (Lane.ORDINARY, Source.FLAG),
            (Lane.DANGER, Source.REPORT),
        ):
            Case.objects.create(
                lane=lane,
                source=source,
                subject_id=f"{lane}{source}{self.made}",
                title=f"Juttu {lane} {source} {self.made}",
                **common,
            )
        for asked in ({}, {"printed_at": now, "expires_at": now + 2 * day}):
            person = Person.objects.create()
            Letter.objects.create(
                person=person, town="Kuparila", language="fi", asked_at=now - 6 * day, **asked
            )
        AccessibilityFeedback.objects.create(
            message=f"Kartta ei aukea {self.made}",
            language="fi",
            received_at=now - 20 * day,
            due_on=clock.today() - 6 * day,
        )
        OutgoingMail.objects.create(
            mark=f"m{self.made}",
            kind="ideas.reminder",
            created_at=now,
            not_before=now,
            fate=Fate.FAILED,
            done_at=now,
        )
        for pending in (None, clock.today() - 190 * day):
            row = Initiative.objects.get(pk=self.town.initiative.pk)
            row.pk, row.public_id = None, f"ini{self.made}{'p' if pending else 'd'}"
            row.state, row.delivered_at = State.DELIVERED, now
            row.pending_on, row.due_on = pending, clock.today() - 5 * day if pending else None
            row.save(force_insert=True)

    def client(self, role: str) -> Client:
        if role not in self.clients:
            self.clients[role] = Client()
            self.clients[role].force_login(self.people[role].user)
        return self.clients[role]

    def page(self, role: str, address: str = DESK) -> str:
        answer = self.client(role).get(address)
        assert answer.status_code == 200, (role, answer.status_code)
        return answer.content.decode()


@pytest.fixture
def work(tree, noon):
    work = Work(tree)
    work.add(1)
    return work


def test_each_role_sees_its_own_work_and_nothing_of_the_others(work):
    for role, expected in SEEN.items():
        html = work.page(role)
        assert set(PANEL.findall(html)) == expected, role
        assert ("Juttu danger" in html) == ("moderation-danger" in expected), role
        assert ("Kartta ei aukea" in html) == ("accessibility-feedback" in expected), role
    # Neither is it told that somebody else has work of that kind, and has done it.
    assert "vaarasta" not in work.page(Role.MODERATOR)
    # The same on the first page; and a list that is not one's own is not there.
    assert set(PANEL.findall(work.page(Role.MODERATOR, "/admin/"))) == CASES
    client = work.client(Role.MODERATOR)
    for name in ("moderation-danger", "mails", "nothing"):
        assert client.get(f"{DESK}{name}/", follow=True).status_code == 404
    client.force_login(work.town.reader.user)
    assert client.get(DESK).status_code in (302, 403)


def test_it_says_how_late_and_who_has_been_told(work):
    html = work.page(Role.SERVICE_AREA)
    assert "5 työpäivää myöhässä" in html
    assert "Katu ja puisto" not in work.page(Role.SERVICE_DESK)
    idea = Idea.objects.get(title="Myöhässä 1")
    assert "kerrottu" not in html
    due.take("raati_ideas.Idea", [(idea.pk, idea.due_on, "deputy")])
    assert "kerrottu varahenkilölle" in work.page(Role.SERVICE_AREA)
    due.take("raati_ideas.Idea", [(idea.pk, idea.due_on, "head")])
    assert "kerrottu palvelualueen vetäjälle ja viestintään" in work.page(Role.SERVICE_AREA)


def test_the_desk_asks_as_often_for_fifty_as_for_one(work):
    roles = (Role.ADMINISTRATOR, Role.COMMUNICATIONS, Role.SERVICE_DESK)
    for role in roles:
        work.page(role)
    asked = {}
    for role in roles:
        with CaptureQueriesContext(connection) as queries:
            work.page(role)
        asked[role] = len(queries)
    work.add(34)
    for role in roles:
        with CaptureQueriesContext(connection) as queries:
            html = work.page(role)
        assert len(queries) == asked[role], role
    assert asked[Role.ADMINISTRATOR] <= 45
    assert dict(COUNT.findall(html))["people-letters"] == "35"
    # Behind each panel a list with pages.
    first = work.page(Role.COMMUNICATIONS, f"{DESK}ideas-overdue/")
    second = work.page(Role.COMMUNICATIONS, f"{DESK}ideas-overdue/?p=2")
    assert (first.count("raati-rows__link"), second.count("raati-rows__link")) == (30, 5)


def test_from_a_row_to_its_form_and_back_to_the_desk(work):
    client = work.client(Role.COMMUNICATIONS)
    html = client.get(DESK).content.decode()
    idea = Idea.objects.get(title="Isännätön 1")
    path = f"/admin/ideas/{idea.public_id}/?from=desk"
    assert f'href="{path}#assign-section"' in html
    form = client.get(path).content.decode()
    assert "Takaisin siihen, mikä odottaa sinua" in form
    given = {
        "task": "assign",
        "assign-owner": work.people[Role.SERVICE_AREA].public_id,
        "assign-version": idea.version,
    }
    answer = client.post(path, given)
    assert (answer.status_code, answer["Location"]) == (303, f"{DESK}#main")
    left = client.get(DESK).content.decode()
    assert "Isännätön 1" not in left
    assert "Jokaisella idealla on vastuuhenkilö." in left


def test_being_away_is_said_by_a_form_and_taken_back(work):
    kirsi, veera = work.people[Role.SERVICE_AREA], work.people[Role.COMMUNICATIONS]
    Person.objects.filter(pk=kirsi.pk).update(display_name="Kirsi")
    Person.objects.filter(pk=veera.pk).update(display_name="Veera")
    client = work.client(Role.SERVICE_AREA)
    address = f"{DESK}away/"
    today = clock.today()
    given = {"first_day": today, "last_day": today - timedelta(days=1), "deputy": veera.public_id}
    assert client.post(address, {**given, "deputy": ""}).status_code == 422
    refused = client.post(address, given)
    assert refused.status_code == 409
    assert "Viimeinen päivä ei voi olla ennen ensimmäistä." in refused.content.decode()
    assert f'value="{veera.public_id}" selected' in refused.content.decode()
    ok = {**given, "last_day": today + timedelta(days=3)}
    assert client.post(address, ok).status_code == 303
    # Nobody says for another that they are away.
    forged = {**ok, "person": veera.public_id, "deputy": veera.public_id}
    assert client.post(address, forged).status_code == 409
    (absence,) = Absence.objects.all()
    assert (absence.person, absence.deputy) == (kirsi, veera)
    assert "Sijaistat henkilöä Kirsi" in work.page(Role.COMMUNICATIONS)
    assert "Veera sijaistaa sinua" in work.page(Role.SERVICE_AREA)
    end = f"{address}{absence.public_id}/end/"
    assert work.client(Role.MODERATOR).post(end, follow=True).status_code == 404
    assert client.post(end).status_code == 303
    assert "Kirsi" not in work.page(Role.COMMUNICATIONS)


def test_a_colleague_without_a_desk_of_their_own_may_do_it_for_whom_they_stand_in(work):
    noora = person_with("noora@example.org", Role.YOUTH_WORKER)
    owner = work.people[Role.COMMUNICATIONS]
    Absence.objects.create(
        person=owner,
        deputy=noora,
        first_day=clock.today(),
        last_day=clock.today(),
        named_at=clock.now(),
    )
    work.people["noora"] = noora
    assert {"ideas-overdue", "ideas-due"} <= set(PANEL.findall(work.page("noora")))
