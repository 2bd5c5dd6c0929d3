"""Reporting on the site: two clicks, no account, and nothing that tells the author who it was."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client

from participation.core import clock, guarded_forms, own_rows
from participation.core.receipts import new_key
from participation.moderation import outcomes
from participation.moderation.actions import decide_case
from participation.moderation.models import Case, Lane, Report


@pytest.fixture
def address(idea) -> str:
    return f"/fi/moderation/report/idea/{idea.public_id}/"


def values(**given: str) -> dict[str, str]:
    """The form as a person without scripts sends it, opened a minute ago."""
    opened = signing.dumps(clock.glance().timestamp() - 60, salt=guarded_forms.SALT)
    fields = {"reason": "abuse", "words": "", "opened": opened, "key": new_key()}
    return {**fields, "website": "", "proof": "", **given}


def test_the_idea_s_page_leads_to_the_form_and_stays_everybody_s(client, idea, address):
    page = client.get(f"/fi/ideat/{idea.path_name}/")
    assert address in page.content.decode()
    assert "s-maxage" in page["Cache-Control"]


def test_a_visitor_reports_in_one_form_and_reads_what_happens_next(client, address):
    assert client.get(address).status_code == 200
    answer = client.post(address, values(), follow=True)
    assert answer.status_code == 200
    assert answer.redirect_chain[0][0].startswith("/fi/moderation/reported/")
    report = Report.objects.get()
    assert (report.reporter, bool(report.session)) == (None, True)
    assert answer["Cache-Control"] == "private, no-store"


def test_sending_twice_is_one_report(client, address):
    given = values()
    first, second = client.post(address, given), client.post(address, given)
    assert first["Location"] == second["Location"]
    assert Report.objects.count() == 1


def test_danger_first_shows_where_help_is_and_keeps_the_words(client, address):
    given = values(reason="danger", words="Hän on yksin.")
    answer = client.post(address, given)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "112" in page
    assert "116 111" in page
    assert "Hän on yksin." in page
    assert not Report.objects.exists()
    client.post(address, {**given, "helped": "1"})
    assert Case.objects.get().lane == Lane.DANGER


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_help_is_told_in_the_reader_s_language(client, idea, language):
    address = f"/{language}/moderation/report/idea/{idea.public_id}/"
    page = client.post(address, values(reason="danger")).content.decode()
    # A line for each place, in one language: on the very first visit, too.
    assert page.count("080 005 005") == 1
    assert "116 111" in page
    assert f'lang="{language}"' in page


@pytest.mark.parametrize(
    ("given", "status"),
    [
        ({"reason": ""}, 422),
        ({"reason": "is_staff"}, 422),
        ({"reason": "other", "words": ""}, 422),
        ({"words": "a\x00b"}, 422),
        ({"words": "x" * 2_001}, 422),
        ({"website": "https://spam.example.org"}, 422),
        ({"opened": "forged"}, 422),
        ({"key": "x"}, 409),
    ],
)
def test_what_is_wrong_is_told_and_the_words_stay(client, address, given, status):
    fields = {"words": "Tämä loukkaa minua.", **given}
    answer = client.post(address, values(**fields))
    assert answer.status_code == status
    assert not Report.objects.exists()
    if "words" not in given:
        assert "Tämä loukkaa minua." in answer.content.decode()


def test_too_many_from_one_visitor_are_told_kindly(client, address, settings):
    settings.RAATI_GUEST_HOURLY = 1
    client.post(address, values())
    answer = client.post(address, values(words="Vielä tämä."))
    assert answer.status_code == 429
    assert "Vielä tämä." in answer.content.decode()


def test_two_hundred_pupils_of_one_school_may_report(idea, address, settings):
    settings.RAATI_SLOW_HOURLY = 1_000
    codes = {Client().post(address, values()).status_code for _pupil in range(20)}
    assert codes == {303}
    assert Report.objects.count() == 20


def test_nobody_reports_what_they_cannot_see(client, idea, staff, address):
    from participation.ideas.actions import hide_idea

    hide_idea(actor=staff["moderator"], idea=idea, reason="law")
    assert client.get(address).status_code == 404
    assert client.post(address, values()).status_code == 404
    assert client.get("/fi/moderation/report/user/222222222222/").status_code == 404


def test_the_author_never_sees_who_reported(client, idea, address, author, town, staff):
    reporter = town.resident("Kanteleija")
    other = Client()
    other.force_login(reporter.user)
    other.post(address, values(words="Kirjoittaja on tuttu."))
    case = Case.objects.get()
    decision = decide_case(actor=staff["moderator"], case=case, what="hide", reason="rules")
    client.force_login(author.user)
    for path in (
        f"/fi/moderation/decisions/{decision.public_id}/",
        f"/fi/ideat/{idea.public_id}/mine/",
    ):
        page = client.get(path).content.decode()
        assert "Kanteleija" not in page
        assert "Kirjoittaja on tuttu." not in page


def test_the_way_from_a_report_in_danger_to_its_readers_says_nothing_of_it(
    client, address, guardian
):
    from participation.core import outbox
    from participation.core.models import OutgoingMail

    client.post(address, values(reason="danger", words="Salainen asia", helped="1"))
    mail = OutgoingMail.objects.get(kind="moderation.danger")
    message = outbox.render(mail)
    assert "112" in message.text
    assert "Salainen" not in message.text + message.subject
    Case.objects.update(closed_at=clock.now())
    assert outbox.render(mail) is None


@pytest.fixture
def sent(client, address) -> str:
    """The secret address that a visitor got for a report."""
    return client.post(address, values())["Location"]


def test_a_visitor_s_secret_address_tells_the_outcome_in_any_browser(client, sent, idea, staff):
    other = Client()
    before = other.get(sent).content.decode()
    assert sent in before
    decide_case(actor=staff["moderator"], case=Case.objects.get(), what="hide", reason="rules")
    after = other.get(sent)
    page = after.content.decode()
    assert "Sitä ei enää näytetä" in page
    assert not any(word in page for word in (idea.title, "Mio", "Aino"))
    assert after["Cache-Control"] == "private, no-store"


def test_the_secret_address_ends_thirty_days_after_the_decision(client, sent, staff):
    with clock.shifted(timedelta(days=40)):
        assert client.get(sent).status_code == 200
    decide_case(actor=staff["moderator"], case=Case.objects.get(), what="leave")
    with clock.shifted(timedelta(days=29)):
        assert client.get(sent).status_code == 200
    with clock.shifted(timedelta(days=31)):
        assert client.get(sent).status_code == 410


def test_a_report_s_id_alone_opens_nothing(client, sent, report):
    other = report("another")
    proof = sent.rstrip("/").rpartition("-")[2]
    assert client.get(sent.replace(proof, "0" * 32)).status_code == 404
    assert (
        client.get(sent.replace(Report.objects.first().public_id, other.public_id)).status_code
        == 404
    )
    assert client.get(f"/fi/moderation/reported/{other.public_id}/").status_code == 404
    assert outcomes.is_proof(other.public_id, outcomes.address_of(other).rstrip("/")[-32:])


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("leave", "Se jää ennalleen"),
        ("warn", "tekivät asialle jotain"),
        ("redact", "Siitä poistettiin osa"),
    ],
)
def test_each_outcome_has_its_sentence(client, sent, idea, staff, what, words):
    given = {"reason": "rules"} if what != "leave" else {}
    if what == "redact":
        given |= {"title": idea.title, "text": "[…]"}
    decide_case(actor=staff["moderator"], case=Case.objects.get(), what=what, **given)
    assert words in client.get(sent).content.decode()


def test_what_only_somebody_with_an_account_brings_about_is_promised_to_nobody_else(
    client, address, town, guardian
):
    promise = "Tekstiä ei näytetä kenellekään"
    given = values(reason="danger", words="Hän on yksin.")
    assert promise not in client.post(address, given).content.decode()
    client.force_login(town.resident("Huolestunut").user)
    assert promise in client.post(address, given).content.decode()


def test_a_report_carries_a_coded_trace_that_is_forgotten(client, sent):
    trace = Report.objects.get().source
    assert len(trace) == 32
    with clock.shifted(timedelta(days=31)):
        own_rows.forget_old()
    assert (Report.objects.get().source, Report.objects.get().session != "") == ("", True)
