"""The list, the settings, the links of mails, the bell, and what staff see."""

import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import translation

from participation.core import bounces, sending
from participation.core.models import Fate, OutgoingMail
from participation.notifications import telling, unsubscribe
from participation.notifications.models import Mute, Notice, Preferences
from participation.notifications.streams import NoticesStream, stream_of, unread_element
from participation.notifications.unsubscribe import Wish

from .conftest import make_receiver, post

pytestmark = pytest.mark.django_db
LIST = "/fi/me/notices/"
AWAKE = {"quiet_from": 0, "quiet_until": 0, "weekly_cap": 50}


@pytest.fixture
def aino_told(town, client):
    """Aino, signed in, with two notices about one idea and one about another."""
    aino = town.resident()
    ideas = [town.idea(aino), town.idea(aino)]
    Preferences.objects.create(person=aino.person, **AWAKE)
    for n, idea in enumerate((*ideas, ideas[0])):
        news = telling.News("ideas.own_answered", idea._meta.label, str(idea.pk), f"x{n}")
        telling.tell(news, aino.person.pk)
    client.force_login(aino.user)
    return aino, ideas


def page(client, address: str = LIST, status: int = 200) -> str:
    answer = client.get(address)
    assert answer.status_code == status
    assert "no-store" in answer["Cache-Control"]
    return answer.content.decode()


def test_the_list_is_one_person_s_own(aino_told, client, town):
    assert "Penkki rantaan 1" in page(client)
    client.force_login(town.resident("Eino").user)
    assert "Penkki" not in page(client)
    client.logout()
    answer = client.get(LIST)
    assert answer.status_code == 302
    assert "next=%2Ffi%2Fme%2Fnotices%2F" in answer["Location"]


def test_unread_is_said_in_words_and_ends_with_a_press(aino_told, client):
    _aino, ideas = aino_told
    assert page(client).count("Uusi") == 3
    given = {"type": "raati_ideas.Idea", "id": str(ideas[0].pk)}
    assert client.post(f"{LIST}read/", given).status_code == 302
    assert page(client).count("Uusi") == 1
    client.post(f"{LIST}read-all/", {"until": str(Notice.objects.latest("pk").pk)})
    assert page(client).count("Uusi") == 0


def test_reading_all_leaves_what_came_meanwhile(aino_told, client):
    first = Notice.objects.order_by("pk").first()
    client.post(f"{LIST}read-all/", {"until": str(first.pk)})
    assert Notice.objects.unread().count() == 2


@pytest.mark.parametrize("until", ["", "-1", "x", "9" * 30, "１"])
def test_a_forged_end_is_no_page(aino_told, client, until):
    assert client.post(f"{LIST}read-all/", {"until": until}).status_code == 404


@pytest.mark.parametrize(
    "given",
    [{}, {"type": "x", "id": "1"}, {"type": "raati_ideas.Idea", "id": "999"}, {"type": "\0"}],
)
@pytest.mark.parametrize("act", ["read", "mute"])
def test_a_forged_thing_is_no_page(aino_told, client, act, given):
    assert client.post(f"{LIST}{act}/", given).status_code == 404


def test_the_way_on_stays_on_this_site(aino_told, client):
    _aino, ideas = aino_told
    given = {"type": "raati_ideas.Idea", "id": str(ideas[0].pk), "to": "//evil.example"}
    assert client.post(f"{LIST}read/", given)["Location"] == f"{LIST}?done=read"


def test_older_notices_are_a_page_further(aino_told, client, monkeypatch):
    from participation.notifications import views

    monkeypatch.setattr(views, "PAGE", 2)
    first = page(client)
    onwards = re.search(r'href="(\?before=\d+)"', first)[1]
    second = page(client, LIST + onwards)
    assert "Penkki rantaan 1" in second
    assert 'rel="next"' not in second
    for odd in ("-1", "x", "9" * 30, "<svg>"):
        page(client, f"{LIST}?before={odd}")


def test_the_list_asks_as_few_questions_for_many_as_for_few(
    aino_told, client, django_assert_max_num_queries
):
    # The first visit fills what is remembered for a while.
    page(client)
    with django_assert_max_num_queries(24):
        page(client)


def test_the_settings_are_kept_and_hold(aino_told, client):
    address = f"{LIST}settings/"
    html = page(client, address)
    names = re.findall(r'<select name="(kind-[^"]+)"', html)
    assert "kind-ideas.own_answered" in names
    assert "kind-ideas.overdue" not in names
    given = dict.fromkeys(names, "weekly") | {
        "quiet_from": "22",
        "quiet_until": "7",
        "weekly_cap": "3",
        "language": "sv",
    }
    assert client.post(address, given).status_code == 302
    row = Preferences.objects.get()
    assert (row.quiet_from, row.weekly_cap, row.language) == (22, 3, "sv")
    assert row.rhythms["ideas.own_answered"] == "weekly"
    wrong = client.post(address, given | {"weekly_cap": "0", "quiet_from": "99"})
    assert wrong.status_code == 422
    assert 'value="0"' in wrong.content.decode()


def test_what_was_muted_can_be_heard_again(aino_told, client):
    _aino, ideas = aino_told
    given = {"type": "raati_ideas.Idea", "id": str(ideas[1].pk)}
    client.post(f"{LIST}mute/", given)
    assert Mute.objects.count() == 1
    assert ideas[1].title in page(client, f"{LIST}settings/")
    client.post(f"{LIST}mute/", given | {"again": "1"})
    assert not Mute.objects.exists()


def test_an_address_that_came_back_is_told_and_trusted_again(aino_told, client):
    aino, _ideas = aino_told
    for n in (1, 2):
        bounces.note(post(n, person=aino.person), "aino@example.org", "550 5.1.1")
    assert "palasivat takaisin" in page(client, f"{LIST}settings/")
    client.post(f"{LIST}settings/trust-address/")
    assert "palasivat takaisin" not in page(client, f"{LIST}settings/")


class TestMails:
    def test_a_notice_comes_as_text_with_the_ways_out(self, aino_told):
        assert sending.send_waiting() == 3
        letter = mail.outbox[0]
        assert letter.subject == "Kaupunki vastasi ideaasi: Penkki rantaan 1"
        assert letter.content_subtype == "plain"
        stop = letter.extra_headers["List-Unsubscribe"].strip("<>")
        assert stop in letter.body
        assert letter.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"

    def test_what_was_read_meanwhile_is_not_mailed(self, aino_told):
        Notice.objects.update(read_at=telling.clock.now())
        assert sending.send_waiting() == 0

    def test_a_mail_comes_in_the_language_that_was_chosen(self, aino_told):
        Preferences.objects.update(language="sv")
        sending.send_waiting()
        assert mail.outbox[0].subject.startswith("Kommunen svarade på din idé")
        assert "/sv/me/notices/stop/" in mail.outbox[0].body


def address_of(wish: Wish) -> str:
    with translation.override("fi"):
        return unsubscribe.path(wish)


class TestStopping:
    def test_a_link_asks_first_and_a_post_does_it_without_signing_in(self, aino_told, client):
        aino, _ideas = aino_told
        client.logout()
        address = address_of(Wish(aino.person.public_id, "kind", ("ideas.own_answered",)))
        assert "Lopetetaanko" in page(client, address)
        assert Preferences.objects.get().rhythms == {}
        assert client.post(address).status_code == 200
        assert Preferences.objects.get().rhythms == {"ideas.own_answered": "none"}
        assert sending.send_waiting() == 0

    def test_a_mail_program_posts_without_a_token_of_a_form(self, aino_told):
        """RFC 8058, from a client that checks what a browser would be asked for."""
        from django.test import Client

        aino, _ideas = aino_told
        strict = Client(enforce_csrf_checks=True)
        address = address_of(Wish(aino.person.public_id, "all"))
        assert strict.post(address, {"List-Unsubscribe": "One-Click"}).status_code == 200
        assert Preferences.objects.get().is_silent

    def test_one_thing_alone_can_be_ended(self, aino_told, client):
        aino, ideas = aino_told
        wish = Wish(aino.person.public_id, "subject", ("raati_ideas.Idea", str(ideas[0].pk)))
        client.post(address_of(wish))
        assert Mute.objects.get().subject_id == str(ideas[0].pk)
        assert sending.send_waiting() == 1

    def test_a_forged_link_is_no_page(self, client):
        assert client.get("/fi/me/notices/stop/x:y:z/").status_code == 404
        assert client.post("/fi/me/notices/stop/x:y:z/").status_code == 404

    @pytest.mark.parametrize("what", ["kind", "all", "subject"])
    def test_whether_the_account_is_there_is_not_told(self, client, what):
        """A link of somebody who is gone meets the pages of somebody who is there."""
        here, gone = make_receiver("here"), make_receiver("gone")
        type(gone).objects.filter(pk=gone.pk).update(user=None)
        names = ("a", "1")[: {"kind": 1, "all": 0, "subject": 2}[what]]
        bodies = []
        for person in (here, gone):
            address = address_of(Wish(person.public_id, what, names))
            for answer in (client.get(address), client.post(address)):
                text = answer.content.decode().replace(address, "")
                bodies.append((answer.status_code, re.sub(r'href="[^"]*"', "", text)))
        assert bodies[:2] == bodies[2:]


class TestBell:
    def test_it_counts_and_leads_to_the_list(self, aino_told, client):
        html = page(client, f"{LIST}bell/")
        assert 'href="/fi/me/notices/"' in html
        assert "3 lukematonta ilmoitusta" in html

    def test_a_visitor_has_none(self, client, town):
        assert page(client, f"{LIST}bell/") == ""

    def test_only_the_person_reads_the_stream(self, aino_told, town):
        aino, _ideas = aino_told
        other = town.resident("Eino").person
        stream = NoticesStream()
        name = stream_of(aino.person.public_id)
        assert not stream.is_public(name)
        assert stream.may_read([aino.person.pk, other.pk], name) == {aino.person.pk}
        element = unread_element(aino.person.public_id)
        assert stream.now(name, ["x", element])[element].count == 3
        assert stream.marks({name: [element]}) == {(name, element): 3}

    def test_shared_pages_hold_no_count(self, aino_told, client, town):
        assert "notices-unread" not in client.get(town.board.url).content.decode()


class TestDesk:
    @pytest.mark.parametrize(
        ("role", "status"),
        [
            ("communications", 200),
            ("administrator", 200),
            ("moderator", 302),
            ("service_area", 302),
        ],
    )
    def test_who_sees_what_was_sent(self, desk, aino_told, role, status):
        for name in ("index", "days"):
            address = reverse(f"raati_mails_desk:{name}")
            assert desk(role).get(address).status_code == status

    def test_no_address_and_no_text_is_shown(self, desk, aino_told):
        sending.send_waiting()
        client = desk("communications")
        row = OutgoingMail.objects.first()
        for address in (
            reverse("raati_mails_desk:index"),
            reverse("raati_mails_desk:mail", args=[row.pk]),
        ):
            html = client.get(address).content.decode()
            assert "a…@example.org" in html
            assert "aino@" not in html
            assert "Penkki" not in html

    def test_a_failed_one_is_sent_again(self, desk, aino_told):
        OutgoingMail.objects.update(fate=Fate.FAILED)
        address = reverse("raati_mails_desk:mail", args=[OutgoingMail.objects.first().pk])
        assert desk("communications").post(address).status_code == 302
        assert sending.send_waiting() == 1
