"""Below the age limit a guardian says yes first, sees it, takes it back, and is never the child."""

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Permission
from django.core import mail
from django.urls import get_resolver

from participation.core import clock
from participation.core.actors import Actor
from participation.core.facts import deliver_waiting
from participation.core.models import OutgoingMail, Person
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.core.rules import RuleBroken
from participation.core.sending import send_waiting
from participation.ideas.actions import approve_idea
from participation.ideas.models import Idea
from participation.people.actions import tell
from participation.people.birth import Born
from participation.people.guardians import actions, forgetting, tokens
from participation.people.models import GuardianConsent, Profile
from participation.people.verifying import verify_at_desk
from participation.people.verifying_facts import Facts
from tests.accounts.conftest import mailed_code
from tests.ideas.conftest import make_staff

NOON = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
MUM = "aiti@example.org"


@pytest.fixture(autouse=True)
def _noon(always_open):
    with clock.frozen(NOON):
        yield


@pytest.fixture
def delivered(django_capture_on_commit_callbacks):
    """Run a block with what follows its commits."""
    return lambda: django_capture_on_commit_callbacks(execute=True)


@pytest.fixture
def waiting(town, delivered) -> GuardianConsent:
    """Onni, 11, has sent an idea and then told the year of birth."""
    onni = town.resident("Onni")
    town.idea(author=onni)
    with delivered():
        return actions.await_consent(actor=onni)


def actor_of(consent) -> Actor:
    """Whoever holds the address of the page."""
    return Actor.guest(consent.public_id)


def of(consent) -> GuardianConsent:
    return GuardianConsent.objects.select_related("person__user").get(pk=consent.pk)


def is_public(town, client) -> bool:
    idea = Idea.objects.get()
    return client.get(f"{town.board.url}{idea.path_name}/").status_code == 200 and idea.is_visible


def child_page(consent) -> str:
    return f"/fi/me/child/{tokens.token(consent, tokens.CHILD)}/"


def guardian_page(consent) -> str:
    return f"/fi/me/guardian/{tokens.token(consent, tokens.GUARDIAN)}/"


@pytest.mark.parametrize(
    ("year", "had", "code"),
    [
        (2015, None, "guardian"),
        (2014, True, "guardian"),
        (2013, None, "is_old_enough"),
        (2013, False, "guardian"),
    ],
)
def test_a_child_tells_nothing_before_a_guardian_agrees(town, year, had, code):
    onni = town.resident("Onni")
    with pytest.raises(RuleBroken) as refused:
        tell(actor=onni, birth_year=year, is_old_enough=had)
    assert refused.value.code == code
    assert not Profile.objects.exists()


@pytest.mark.parametrize(("year", "had"), [(2013, True), (2012, None), (1950, None)])
def test_whoever_is_old_enough_tells_as_before(town, year, had):
    assert tell(actor=town.resident("Onni"), birth_year=year, is_old_enough=had)
    assert not GuardianConsent.objects.exists()


def test_the_limit_is_a_setting(town, settings):
    settings.RAATI_CONSENT_AGE = 15
    with pytest.raises(RuleBroken):
        tell(actor=town.resident("Onni"), birth_year=2012)
    settings.RAATI_CONSENT_AGE = 0
    assert tell(actor=town.resident("Onni"), birth_year=2020)


def test_telling_leads_a_child_to_a_page_of_its_own(client, town):
    town.publish(eligibility={"age": {"to": 17}})
    onni = town.resident("Onni")
    client.force_login(onni.user)
    step = f"/fi/me/tell/{town.component.public_id}/"
    unsure = client.post(step, {"birth_year": "2013"})
    assert unsure.status_code == 422
    assert 'name="is_old_enough"' in unsure.content.decode()
    answer = client.post(step, {"birth_year": "2013", "is_old_enough": "no"})
    consent = GuardianConsent.objects.get()
    assert (answer.status_code, answer["Location"]) == (303, child_page(consent))
    assert not Profile.objects.exists()
    page = client.get(answer["Location"])
    assert page.status_code == 200
    assert page["Cache-Control"] == "private, no-store"
    # Signed out everywhere; the page is the child's all the same.
    assert client.get("/fi/me/").status_code in (302, 303)


def test_while_nobody_has_agreed_nothing_is_public_and_nobody_is_in(client, town, waiting):
    assert not is_public(town, client)
    assert not of(waiting).person.user.is_active
    assert client.get("/api/v1/ideas/").json()["items"] == []


def test_nobody_shows_it_before_the_guardian_agrees(client, town, waiting, delivered):
    with delivered():
        approve_idea(actor=make_staff("Mio", Role.MODERATOR), idea=Idea.objects.get())
    assert not is_public(town, client)


def test_what_waits_for_a_moderator_is_not_shown_by_a_guardian(client, town, delivered):
    town.publish(premoderated=True)
    onni = town.resident("Onni")
    idea = town.idea(author=onni)
    with delivered():
        consent = actions.await_consent(actor=onni)
    actions.ask_guardian(actor=actor_of(consent), consent=consent, email=MUM)
    with delivered():
        actions.give_consent(actor=actor_of(consent), consent=of(consent))
    assert of(consent).is_in_force
    assert not is_public(town, client)
    with delivered():
        approve_idea(actor=make_staff("Mio", Role.MODERATOR), idea=idea)
    assert is_public(town, client)


def test_the_whole_way_by_letter(client, town, waiting, delivered):
    page = client.post(child_page(waiting), {"email": "onni@example.org"})
    assert page.status_code == 409, "the child's own address"
    with delivered():
        assert client.post(child_page(waiting), {"email": MUM}).status_code == 303
    send_waiting()
    (letter,) = mail.outbox
    assert letter.to == [MUM]
    assert "onni@example.org" not in letter.body
    link = re.search(r"https?://[^/]+(/\S+/guardian/\S+)", letter.body).group(1)

    assert client.get(link).status_code == 200
    assert not of(waiting).is_in_force, "opening the link is no consent"
    assert client.post(link, {}).status_code == 422
    with delivered():
        assert client.post(link, {"is_guardian": "on"}).status_code == 303
    assert of(waiting).is_in_force
    assert of(waiting).person.user.is_active
    assert is_public(town, client)
    send_waiting()
    assert {message.to[0] for message in mail.outbox[1:]} == {MUM, "onni@example.org"}
    assert tell(actor=town.resident("Onni"), birth_year=2015).birth_year == 2015

    with delivered():
        client.post(link, {"task": "withdraw"})
    assert not of(waiting).person.user.is_active
    assert not is_public(town, client)
    with delivered():
        client.post(link, {"is_guardian": "on"})
    assert is_public(town, client)


def test_a_lost_reaction_is_made_up_for(client, town, waiting):
    """The process died after the commit: the clock hides the idea within the hour."""
    actions.ask_guardian(actor=town.resident(), consent=waiting, email=MUM)
    actions.give_consent(actor=town.resident(), consent=of(waiting))
    actions.withdraw_consent(actor=town.resident(), consent=of(waiting))
    with clock.frozen(NOON + timedelta(hours=1)):
        deliver_waiting()
    assert not is_public(town, client)


def test_three_letters_and_no_more(client, waiting):
    for number in range(4):
        answer = client.post(child_page(waiting), {"email": f"aiti{number}@example.org"})
    assert answer.status_code == 409
    assert OutgoingMail.objects.filter(kind=actions.LETTER).count() == 3
    send_waiting()
    assert [message.to for message in mail.outbox] == [["aiti2@example.org"]]


def test_a_guessed_address_opens_nothing(client, waiting):
    actions.ask_guardian(actor=actor_of(waiting), consent=waiting, email=MUM)
    child = tokens.token(of(waiting), tokens.CHILD)
    for path in (
        f"/fi/me/guardian/{child}/",
        f"/fi/me/guardian/{waiting.public_id}-{'0' * 32}/",
        f"/fi/me/child/{tokens.token(of(waiting), tokens.GUARDIAN)}/",
        "/fi/me/child/x/",
    ):
        assert client.get(path).status_code == 404, path


def test_staff_record_a_paper_and_the_log_says_who(client, town, waiting, delivered):
    worker = make_staff("Kaisa", Role.YOUTH_WORKER)
    with pytest.raises(Refused):
        actions.record_consent(actor=town.resident(), consent=waiting, saw_paper=True)
    with pytest.raises(RuleBroken):
        actions.record_consent(actor=worker, consent=waiting, saw_paper=False)
    with delivered():
        actions.record_consent(actor=worker, consent=waiting, saw_paper=True)
    assert of(waiting).recorded_by == worker.person
    assert is_public(town, client)
    from wagtail.models import ModelLogEntry

    entry = ModelLogEntry.objects.get(action="raati.people.give_consent")
    assert (entry.user, entry.data) == (worker.user, {"way": "paper"})


def at_work(role):
    user = make_staff(role.value, role).user
    user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user


def test_the_desk_lists_who_waits_for_those_who_meet_children(client, town, waiting):
    address = "/admin/people/consents/"
    client.force_login(at_work(Role.YOUTH_WORKER))
    assert client.get(address).status_code == 200
    assert client.post(f"{address}{waiting.public_id}/", {}).status_code == 422
    done = client.post(f"{address}{waiting.public_id}/", {"saw_paper": "on"})
    assert done.status_code == 303
    assert of(waiting).is_in_force
    client.force_login(at_work(Role.MODERATOR))
    assert client.get(address).status_code in (302, 403)


def test_a_checked_identity_of_a_child_waits_for_a_guardian_too(town, delivered):
    onni, desk = town.resident("Onni"), make_staff("Kaisa", Role.SERVICE_DESK)
    facts = Facts(born=Born.aged(11, NOON.date()))
    verify_at_desk(actor=desk, person=onni.person, facts=facts, saw_document=True)
    assert not of(GuardianConsent.objects.get()).person.user.is_active


def test_a_mistyped_year_locks_no_member_of_staff_out(town):
    with pytest.raises(RuleBroken):
        actions.await_consent(actor=make_staff("Aila", Role.ADMINISTRATOR))
    assert not GuardianConsent.objects.exists()


def test_after_two_weeks_without_an_answer_all_is_forgotten(town, waiting):
    actions.ask_guardian(actor=actor_of(waiting), consent=waiting, email=MUM)
    assert actions.last_day(of(waiting)) == date(2026, 5, 15)
    with clock.frozen(datetime(2026, 5, 15, 20, 59, tzinfo=UTC)):
        assert forgetting.forget_waiting() == 0
    with clock.frozen(datetime(2026, 5, 15, 21, 0, tzinfo=UTC)):
        assert forgetting.forget_waiting() == 1
    assert not GuardianConsent.objects.exists()
    assert not OutgoingMail.objects.filter(kind=actions.LETTER).exists()
    assert not get_user_model().objects.filter(email="onni@example.org").exists()
    assert Person.objects.get(pk=waiting.person_id).erased_at


def test_a_day_that_was_promised_is_kept_when_the_clocks_go_back(town, waiting):
    """From half past midnight on 20 October 2026 it is 14 days and an hour to the same hour."""
    GuardianConsent.objects.update(waits_since=datetime(2026, 10, 19, 21, 30, tzinfo=UTC))
    assert actions.last_day(of(waiting)) == date(2026, 11, 3)
    with clock.frozen(datetime(2026, 11, 3, 21, 59, tzinfo=UTC)):
        assert forgetting.forget_waiting() == 0
    with clock.frozen(datetime(2026, 11, 3, 22, 0, tzinfo=UTC)):
        assert forgetting.forget_waiting() == 1


def test_a_child_may_end_it_at_once(client, town, waiting):
    answer = client.post(child_page(waiting), {"task": "erase"})
    assert answer["Location"].endswith("/data/gone/")
    assert not GuardianConsent.objects.exists()


def test_the_guardians_address_goes_when_the_child_has_grown(town, waiting):
    actions.ask_guardian(actor=actor_of(waiting), consent=waiting, email=MUM)
    actions.give_consent(actor=actor_of(waiting), consent=of(waiting))
    tell(actor=town.resident("Onni"), birth_year=2015)
    with clock.frozen(datetime(2028, 12, 30, tzinfo=UTC)):
        assert forgetting.forget_guardians() == 0
    with clock.frozen(datetime(2028, 12, 31, 10, tzinfo=UTC)):
        assert forgetting.forget_guardians() == 1
    assert of(waiting).guardian_email == ""


def test_a_child_that_says_so_at_the_sign_up_waits_after_the_code(client, db, delivered):
    with delivered():
        client.post(
            "/fi/accounts/signup/",
            {"email": "elsa@example.org", "password1": "kissa-istuu-puussa", "is_child": "on"},
        )
    answer = client.post("/fi/accounts/confirm-email/", {"code": mailed_code()})
    consent = GuardianConsent.objects.get()
    assert answer["Location"] == child_page(consent)
    assert "_auth_user_id" not in client.session
    again = client.post(
        "/fi/accounts/login/", {"login": "elsa@example.org", "password": "kissa-istuu-puussa"}
    )
    assert again["Location"] == child_page(consent)


def test_nobody_ever_acts_as_somebody_else(client, waiting):
    """The guardian's page signs nobody in, and no address takes a person's place."""
    actions.ask_guardian(actor=actor_of(waiting), consent=waiting, email=MUM)
    client.post(guardian_page(of(waiting)), {"is_guardian": "on"})
    assert "_auth_user_id" not in client.session
    assert "Penkki" not in client.get(guardian_page(of(waiting))).content.decode()
    suspicious = re.compile(r"impersonat|hijack|loginas|su/login|masquerad", re.IGNORECASE)
    assert not [name for name in get_resolver().reverse_dict if suspicious.search(str(name))]
