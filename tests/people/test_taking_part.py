"""The server refuses whom a place does not invite, and says what is missing before people write."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from participation.core import clock
from participation.core.actors import Actor
from participation.core.eligibility import NotEligible, look
from participation.core.models import Person
from participation.core.openness import shown_lineage
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.ideas.actions import support_idea, withdraw_support
from participation.ideas.addresses import Addresses
from participation.ideas.fragments import Article, Card
from participation.ideas.models import Idea, Support
from participation.people.actions import make_codes, tell, use_code
from participation.people.models import (
    EntryCode,
    GuardianConsent,
    MailboxUse,
    Method,
    Verification,
    Way,
)

from .conftest import make_person

NOON = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
YOUNG = {"age": {"from": 13, "to": 20}}
LOCAL = {"areas": ["keskusta"]}
ONCE = {"level": 1}


@pytest.fixture(autouse=True)
def _noon(always_open):
    with clock.frozen(NOON):
        yield


@pytest.fixture
def young(town):
    """A board for those aged 13–20, with an idea that was there before."""
    idea = town.idea()
    town.publish(eligibility=YOUNG)
    return idea


def known(town, name, **told):
    """Somebody who told of themselves; a child has a guardian's permission."""
    actor = town.resident(name)
    if told.get("birth_year", 0) >= NOON.year - 13:
        GuardianConsent.objects.create(person=actor.person, given_at=NOON, way=Way.PAPER)
    tell(actor=actor, **told)
    return actor


def proved(actor, **what):
    Verification.objects.create(person=actor.person, method=Method.DESK, at=NOON, **what)


def typed(**more) -> dict[str, str]:
    return {
        "title": "Skeittipaikka",
        "text": "Koulun viereen, kiitos.",
        "language": "fi",
        "key": new_key(),
        "step": "send",
        **more,
    }


def supports() -> int:
    return Support.objects.count()


def test_nothing_is_asked_of_the_database_where_everybody_may(town):
    actor = town.resident()
    (component, *_above) = shown_lineage(town.component.key)
    with CaptureQueriesContext(connection) as captured:
        assert look(actor, component).is_yes
    assert not captured


@pytest.mark.parametrize(
    ("year", "verdict"), [(2010, "yes"), (2014, "no"), (2013, "unknown"), (None, "unknown")]
)
def test_the_action_decides_by_what_was_told(town, young, year, verdict):
    actor = known(town, "Onni", birth_year=year) if year else town.resident("Onni")
    assert look(actor, town.component).verdict.value == verdict
    if verdict == "yes":
        assert support_idea(actor=actor, idea=young)
        return
    with pytest.raises(NotEligible):
        support_idea(actor=actor, idea=young)
    with pytest.raises(NotEligible):
        town.idea(author=actor)
    assert supports() == 0
    assert Idea.objects.count() == 1


def test_looking_takes_two_questions(town, young):
    actor = known(town, "Onni", birth_year=2010)
    component = town.component
    with CaptureQueriesContext(connection) as captured:
        look(actor, component)
    assert len(captured) == 2


def test_a_proof_comes_before_what_was_told(town, young):
    actor = known(town, "Onni", birth_year=2010)
    proved(actor, born_from="1980-01-01", born_to="1980-12-31")
    with pytest.raises(NotEligible):
        support_idea(actor=actor, idea=young)


def test_a_proof_that_has_ended_or_was_taken_back_proves_nothing(town):
    idea = town.idea()
    town.publish(eligibility={"level": 2})
    actor = town.resident("Onni")
    proved(actor, until=NOON)
    proved(actor, revoked_at=NOON)
    with pytest.raises(NotEligible):
        support_idea(actor=actor, idea=idea)
    proved(actor)
    assert support_idea(actor=actor, idea=idea)


def test_with_checked_identity_only_the_proof_counts(town):
    idea = town.idea()
    town.publish(eligibility={"level": 2, "statuses": ["resident"]})
    actor = known(town, "Onni", status="resident")
    proved(actor)
    with pytest.raises(NotEligible):
        support_idea(actor=actor, idea=idea)
    proved(actor, status="resident")
    assert support_idea(actor=actor, idea=idea)


def test_who_may_no_longer_take_part_can_still_take_the_support_back(town):
    idea = town.idea()
    actor = town.resident("Onni")
    support_idea(actor=actor, idea=idea)
    town.publish(eligibility=YOUNG)
    assert withdraw_support(actor=actor, idea=idea)


def test_staff_who_enter_for_somebody_are_not_asked_themselves(town, young):
    from participation.core.roles import Role
    from tests.ideas.conftest import make_staff

    staff = make_staff("Kaisa", Role.COMMUNICATIONS)
    scribe = Actor.on_behalf(staff.person, "paper")
    idea = town.idea(author=scribe, shown_name="Eemeli", received_on=NOON.date())
    assert idea.author_name == "Eemeli"


# Replayed requests: what the page hides, the server refuses, and the count stays.


def replay(client, town, idea) -> int:
    answer = client.post(
        f"{town.board.url}{idea.public_id}/support/", headers={"HX-Request": "true"}
    )
    assert supports() == 0
    idea.refresh_from_db()
    assert idea.support_count == 0
    return answer.status_code


def test_a_replayed_support_by_a_visitor_is_refused(client, town, young):
    assert replay(client, town, young) == 403


def test_a_replayed_support_by_somebody_too_young_is_refused(client, town, young):
    client.force_login(known(town, "Onni", birth_year=2016).user)
    assert replay(client, town, young) == 403


def test_a_replayed_support_from_another_area_is_refused(client, town):
    idea = town.idea()
    town.publish(eligibility=LOCAL)
    client.force_login(known(town, "Onni", area=town.areas["rantakyla"]).user)
    assert replay(client, town, idea) == 403


def test_a_replayed_support_before_the_opening_is_refused(client, town):
    idea = town.idea()
    town.publish(eligibility=YOUNG, opens_at=datetime(2026, 5, 2, tzinfo=UTC))
    client.force_login(known(town, "Onni", birth_year=2010).user)
    assert replay(client, town, idea) == 409


def test_a_replayed_idea_by_somebody_too_young_is_refused_and_not_lost(client, town, young):
    client.force_login(known(town, "Onni", birth_year=2016).user)
    answer = client.post(f"{town.board.url}new/", typed())
    assert answer.status_code == 403
    assert Idea.objects.count() == 1
    assert "Koulun viereen, kiitos." in answer.content.decode()


# Telling what is asked, with the text kept.


def test_the_text_waits_while_somebody_tells_their_year_and_is_sent(client, town, young):
    client.force_login(town.resident("Onni").user)
    new = f"{town.board.url}new/"
    page = client.get(new).content.decode()
    step = f"/fi/me/tell/{town.component.public_id}/?next={new}"
    assert step in page
    refused = client.post(new, typed())
    assert refused.status_code == 403
    assert step in refused.content.decode()

    asked = client.get(step)
    assert asked["Cache-Control"] == "private, no-store"
    assert list(asked.context["form"].fields) == ["birth_year"]
    assert client.post(step, {"birth_year": "20100"}).status_code == 422
    back = client.post(step, {"birth_year": "2010"})
    assert (back.status_code, back["Location"]) == (303, new)

    restored = client.get(new)
    assert "Koulun viereen, kiitos." in restored.content.decode()
    assert client.post(new, typed()).status_code == 303
    assert Idea.objects.count() == 2


def test_a_year_that_does_not_tell_leads_to_the_check_of_identity(client, town, young):
    client.force_login(known(town, "Onni", birth_year=2013).user)
    page = client.get(f"{town.board.url}{young.public_id}/mine/").content.decode()
    assert "/fi/me/verify/" in page
    assert 'data-act="ideas.support"' not in page


def test_a_visitor_reads_who_may_take_part_and_no_form_is_hidden_from_them(client, town, young):
    for address in ("", "new/", f"{young.public_id}/mine/"):
        assert "13–20" in client.get(f"{town.board.url}{address}").content.decode(), address


def test_shared_pages_say_the_same_to_everybody(client, town, young):
    client.get(town.board.url)
    stranger = client.get(town.board.url).content
    client.force_login(known(town, "Onni", birth_year=2016).user)
    assert client.get(town.board.url).content == stranger


@pytest.mark.parametrize("bad", ["//evil.example", "/\\evil", "https:evil", "javascript:x", "/\tx"])
def test_the_way_back_is_an_own_path(client, town, young, bad):
    client.force_login(town.resident("Onni").user)
    path = f"/fi/me/tell/{town.component.public_id}/"
    answer = client.post(path, {"birth_year": "2010", "next": bad})
    assert answer["Location"] == town.board.url


def test_telling_asks_to_sign_in_and_comes_back(client, town, young):
    answer = client.get(f"/fi/me/tell/{town.component.public_id}/?next={town.board.url}")
    assert answer.status_code == 303
    assert "/login/" in answer["Location"]
    assert "tell" in answer["Location"]


def test_a_place_of_a_private_page_is_nobodys_business(client, town, young):
    from wagtail.models import PageViewRestriction

    PageViewRestriction.objects.create(page=town.board, restriction_type="login")
    assert client.get(f"/fi/me/tell/{town.component.public_id}/").status_code == 404


def test_no_public_page_tells_what_a_young_person_told(client, town, young):
    """P6: every way out shows the nickname and the words, and nothing else of a minor."""
    onni = make_person("Onni")
    type(onni.user).objects.filter(pk=onni.user_id).update(email="onni.virtanen@example.org")
    GuardianConsent.objects.create(
        person=onni, given_at=NOON, way=Way.LETTER, guardian_email="aiti@virtanen.example"
    )
    actor, area = Actor.member(onni), town.areas["rantakyla"]
    tell(actor=actor, birth_year=2011, status="works", area=area)
    proved(actor, school="Seitakadun koulu", class_level="9B", born_from="2011-05-06")
    idea = town.idea(author=actor, title="Skeittipaikka")
    support_idea(actor=actor, idea=young)
    board, page = town.board.url, f"{town.board.url}{idea.path_name}/"
    marks = ("virtanen", "2011", "works", "seitakadun", "9b", onni.public_id, "avatar")
    shows = 0
    for path in (
        *(board, f"{board}?view=map", f"{board}feed/", f"{board}similar/?title=Skeittipaikka"),
        *(page, f"{page}versions/", f"/o/{idea.public_id}/"),
        *("/api/v1/ideas/", f"/api/v1/ideas/{idea.public_id}/", "/api/v1/ideas/?format=csv"),
        *("/sitemap.xml", "/fi/haku/?q=skeittipaikka", "/fi/"),
    ):
        answer = client.get(path, follow=True)
        text = answer.content.decode().casefold()
        shows += "skeittipaikka" in text
        for mark in marks:
            assert mark not in text, f"{path}: {mark}"
    assert shows >= 8
    card = render_frames(idea).casefold()
    assert "skeittipaikka" in card
    assert not [mark for mark in marks if mark in card]


def render_frames(idea) -> str:
    """What the live channel sends of it, in the reader's language."""
    addresses = Addresses.of(idea)
    card, article = Card(idea, addresses, can_support=True), Article(idea, addresses)
    return "".join(str(each.html("fi")) for each in (card, article))


# What was told is not flipped to get in.


def test_what_was_told_cannot_be_changed_at_once(town):
    actor = known(town, "Onni", birth_year=2016)
    tell(actor=actor, status="resident")
    with pytest.raises(RuleBroken):
        tell(actor=actor, birth_year=2010)
    with clock.frozen(datetime(2026, 5, 8, 9, 0, tzinfo=UTC)):
        assert tell(actor=actor, birth_year=2010).birth_year == 2010


def test_what_has_let_somebody_in_stays_while_the_place_is_open(town, young):
    town.publish(closes_at=datetime(2026, 6, 1, tzinfo=UTC))
    actor = known(town, "Onni", birth_year=2010)
    support_idea(actor=actor, idea=young)
    later = datetime(2026, 5, 8, 10, 0, tzinfo=UTC)
    with clock.frozen(later), pytest.raises(RuleBroken) as refused:
        tell(actor=actor, birth_year=2009)
    assert "Ideoita puistoihin" in str(refused.value.reason)
    town.publish(closes_at=datetime(2026, 5, 8, 8, 0, tzinfo=UTC))
    with clock.frozen(later):
        assert tell(actor=actor, birth_year=2009).birth_year == 2009


def test_only_possible_things_can_be_told(town):
    actor = town.resident("Onni")
    for wrong in ({"birth_year": 1899}, {"birth_year": 2027}, {"status": "king"}, {}):
        with pytest.raises(RuleBroken):
            tell(actor=actor, **wrong)


def test_my_own_page_of_what_i_told(client, town):
    actor = known(town, "Onni", birth_year=2010)
    client.force_login(actor.user)
    page = client.get("/fi/me/told/")
    assert "2010" in page.content.decode()
    assert client.post("/fi/me/told/", {"birth_year": "2009"}).status_code == 409


# Codes.


@pytest.fixture
def coded(town, django_user_model):
    """A board for those with a code, and three codes."""
    idea = town.idea()
    town.publish(eligibility={"codes": True})
    admin = django_user_model.objects.create_superuser("pomo@example.org", "osallistu-2026")
    made = make_codes(
        actor=Actor.signed_in(admin), component=town.component, count=3, batch="7B", key=new_key()
    )
    return idea, made


def test_a_code_lets_one_person_in_once(town, coded):
    idea, (code, *_more) = coded
    first, second = town.resident("Onni"), town.resident("Eemeli")
    use_code(actor=first, component=town.component, code=f" {code.upper()} ")
    assert support_idea(actor=first, idea=idea)
    with pytest.raises(RuleBroken):
        use_code(actor=second, component=town.component, code=code)
    with pytest.raises(NotEligible):
        support_idea(actor=second, idea=idea)


def test_no_code_is_stored_as_it_is(coded):
    _idea, made = coded
    kept = str(list(EntryCode.objects.values()))
    assert not any(code in kept or code.replace("-", "") in kept for code in made)


def test_guessing_codes_ends_after_five_tries(client, town, coded):
    _idea, made = coded
    client.force_login(town.resident("Onni").user)
    path = f"/fi/me/code/{town.component.public_id}/"
    codes = [client.post(path, {"code": "222-222-222"}).status_code for _try in range(6)]
    assert codes == [409] * 5 + [429]
    assert client.post(path, {"code": made[0]}).status_code == 429


def test_entering_a_code_leads_back(client, town, coded):
    idea, made = coded
    client.force_login(town.resident("Onni").user)
    mine = f"{town.board.url}{idea.public_id}/mine/"
    step = f"/fi/me/code/{town.component.public_id}/?next={mine}"
    assert step in client.get(mine).content.decode()
    assert client.post(step, {"code": made[0]})["Location"] == mine
    assert 'data-act="ideas.support"' in client.get(mine).content.decode()


# One mailbox takes part once.


def twin(town, name: str, address: str):
    from django.contrib.auth import get_user_model

    user = get_user_model().objects.create_verified(address, "osallistu-2026")
    return Actor.member(Person.objects.create(user=user, display_name=name))


def test_the_second_account_of_a_mailbox_is_refused(town):
    idea = town.idea()
    town.publish(eligibility=ONCE)
    one = twin(town, "Onni", "onni@gmail.com")
    other = twin(town, "Onni2", "o.n.n.i+2@googlemail.com")
    assert look(other, town.component).is_yes
    assert not MailboxUse.objects.exists()
    assert support_idea(actor=one, idea=idea)
    assert not look(other, town.component).is_yes
    with pytest.raises(NotEligible):
        support_idea(actor=other, idea=idea)
    assert supports() == 1
    assert town.idea(author=one).component == idea.component


def test_an_address_that_nobody_confirmed_is_not_enough(town, django_user_model):

    idea = town.idea()
    town.publish(eligibility=ONCE)
    user = django_user_model.objects.create_user("onni@example.org", "osallistu-2026")
    with pytest.raises(NotEligible):
        support_idea(actor=Actor.signed_in(user), idea=idea)


# What a process asks, its places ask.


@pytest.fixture
def process(town):
    """A process for the young, with the board in it, and another where all may take part."""
    from participation.processes.models import ProcessPage

    made = {}
    for title, asked in (("Nuorten kevät", YOUNG), ("Kaikkien kevät", {})):
        phases = [{"type": "phase", "value": {"title": "Ideat", "allows": ["ideas.submit"]}}]
        page = ProcessPage(title=title, locale=town.home.locale, eligibility=asked)
        page.phases = page._meta.get_field("phases").to_python(phases)
        town.home.add_child(instance=page)
        page.save_revision().publish()
        made[title] = page
    return made


def moved(town, process) -> None:
    town.board.refresh_from_db()
    process.refresh_from_db()
    town.board.move(process, pos="last-child")


def test_a_place_asks_what_its_process_asks_until_it_is_moved(town, process):
    old = known(town, "Pentti", birth_year=1950)
    assert town.idea(author=old)
    moved(town, process["Nuorten kevät"])
    assert look(old, town.component).is_no
    with pytest.raises(NotEligible):
        town.idea(author=old)
    moved(town, process["Kaikkien kevät"])
    assert town.idea(author=old)


def test_what_a_place_says_itself_comes_before_the_process(town, process):
    moved(town, process["Nuorten kevät"])
    old, young = known(town, "Pentti", birth_year=1950), known(town, "Onni", birth_year=2010)
    town.publish(eligibility={"age": {"from": 60}})
    assert town.idea(author=old)
    assert look(young, town.component).is_no
    town.publish(eligibility={"everybody": True})
    assert town.idea(author=old)
    assert town.idea(author=young)


def test_looking_at_a_place_below_takes_one_question_more(town, process):
    moved(town, process["Nuorten kevät"])
    actor, component = known(town, "Onni", birth_year=2010), town.component
    with CaptureQueriesContext(connection) as captured:
        assert look(actor, component).is_yes
        look(actor, component)
    assert len(captured) == 3 + 2


def test_a_code_of_the_process_opens_its_places(town, process, django_user_model):
    moved(town, process["Nuorten kevät"])
    page = process["Nuorten kevät"]
    page.eligibility = {"codes": True}
    page.save_revision().publish()
    admin = django_user_model.objects.create_superuser("pomo@example.org", "osallistu-2026")
    maker = Actor.signed_in(admin)
    (code,) = make_codes(actor=maker, component=page.component, count=1, batch="9 A", key=new_key())
    with pytest.raises(RuleBroken):
        make_codes(actor=maker, component=town.component, count=1, batch="9 B", key=new_key())
    actor = town.resident("Onni")
    assert look(actor, town.component).step.url.endswith(f"/code/{town.component.public_id}/")
    use_code(actor=actor, component=town.component, code=code)
    assert town.idea(author=actor)


def test_pages_and_cards_say_what_the_process_asks(client, town, process):
    moved(town, process["Nuorten kevät"])
    board = type(town.board).objects.get(pk=town.board.pk)
    for address in (board.url, f"{board.url}new/", process["Nuorten kevät"].url):
        assert "13–20" in client.get(address).content.decode(), address
