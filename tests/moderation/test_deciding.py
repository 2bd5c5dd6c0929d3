"""From a report to the decision, and to the new one that its author may ask for."""

from datetime import timedelta

import pytest
from wagtail.models import ModelLogEntry, Site

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Fact, OutgoingMail, Person
from participation.core.policies import Refused
from participation.core.receipts import new_key
from participation.core.rules import RuleBroken
from participation.ideas import actions as ideas_actions
from participation.ideas.models import Idea
from participation.moderation import actions
from participation.moderation.models import (
    Ban,
    Case,
    Lane,
    ModerationSettings,
    Outcome,
    Report,
    Source,
    What,
)

from .conftest import somebody


def decide(actor, case, what=What.HIDE, **given):
    fields = {"reason": "rules", **given}
    return actions.decide_case(actor=actor, case=case, what=what, **fields)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def test_a_report_opens_a_case_with_the_words_as_they_were(report, idea, author):
    case = report(words="Tämä loukkaa.").case
    ideas_actions.edit_idea(
        actor=author, idea=idea, title="Muu", text="Aivan muuta.", theme=None, area=None
    )
    assert (case.source, case.lane, case.text) == ("report", "ordinary", "Rannalla ei voi istua.")
    assert fresh(idea).is_visible


def test_all_reports_of_a_thing_are_one_open_case(report):
    cases = {report(session).case for session in ("a", "b", "c")}
    assert len(cases) == 1
    assert Report.objects.count() == 3


def test_one_visitor_and_one_person_count_once(report, author):
    for _each in range(2):
        report("a")
        report(actor=somebody("Bertta") if not Report.objects.filter(session="").exists() else
               Actor.member(Person.objects.get(display_name="Bertta")))  # fmt: skip
    assert Report.objects.count() == 2


def test_the_same_key_is_the_same_report(report):
    key = new_key()
    assert report(key=key) == report(key=key)
    with pytest.raises(RuleBroken):
        report(key=key, words="Muuta")


def test_danger_has_a_queue_of_its_own_hides_at_once_and_calls_its_readers(
    report, idea, guardian, staff, town
):
    worried = town.resident("Huolestunut")
    ordinary, danger = report("a").case, report(actor=worried, reason="danger").case
    assert (ordinary.lane, danger.lane) == (Lane.ORDINARY, Lane.DANGER)
    assert fresh(idea).waits
    mail = OutgoingMail.objects.get()
    assert mail.person == guardian.person
    assert "penkki" not in str(mail.data).lower()


def test_a_visitor_s_word_of_danger_is_called_but_hides_nothing(report, idea, guardian):
    report(reason="danger")
    assert fresh(idea).is_visible
    assert OutgoingMail.objects.get().person == guardian.person


def test_what_a_moderator_has_let_stand_is_not_hidden_by_another_report(
    report, idea, guardian, second, town
):
    case = report(actor=town.resident("Huolestunut"), reason="danger").case
    decide(guardian, case, What.APPROVE)
    assert fresh(idea).is_visible
    report(actor=town.resident("Toinen"), reason="danger")
    assert fresh(idea).is_visible


def test_a_place_for_children_hides_what_is_reported(report, idea, town):
    component = town.component
    component.settings["protects_minors"] = True
    component.save()
    report()
    assert fresh(idea).waits


def test_hiding_is_done_by_the_idea_s_own_action_and_closes_the_case(case, idea, staff):
    decision = decide(staff["moderator"], case, words="Nimittely ei käy.", note="Toinen kerta")
    assert (fresh(idea).hidden_reason, decision.words) == ("rules", "Nimittely ei käy.")
    assert fresh(case).closed_at == decision.at
    assert {"idea_hidden", "case_decided"} <= set(Fact.objects.values_list("name", flat=True))
    entry = ModelLogEntry.objects.get(action="raati.moderation.decide")
    assert (entry.user, entry.data["what"]) == (staff["moderator"].user, "hide")


def test_two_moderators_do_not_decide_over_each_other(case, staff, second):
    version = case.version
    decide(staff["moderator"], case, What.LEAVE, version=version)
    with pytest.raises(RuleBroken) as broken:
        decide(second, case, What.HIDE, version=version)
    assert broken.value.code == "version"
    assert not Idea.objects.filter(hidden_at__isnull=False).exists()


def test_what_cannot_be_done_leaves_no_decision(case, idea, staff):
    ideas_actions.hide_idea(actor=staff["communications"], idea=idea, reason="law")
    with pytest.raises(RuleBroken):
        decide(staff["moderator"], fresh(case), What.HIDE)


def test_a_decision_on_the_desk_of_the_ideas_enters_the_history(
    idea, staff, author, django_capture_on_commit_callbacks
):
    with django_capture_on_commit_callbacks(execute=True):
        ideas_actions.hide_idea(actor=staff["moderator"], idea=idea, reason="law")
    case = Case.objects.get()
    decision = case.decisions.get()
    assert (case.source, decision.what, decision.reason) == (Source.DESK, What.HIDE, "law")
    assert decision.by == staff["moderator"].person
    actions.ask_again(actor=author, decision=decision, words="Ei pidä paikkaansa.")


def test_what_is_decided_here_is_not_noted_twice(case, staff, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        decide(staff["moderator"], case)
    with django_capture_on_commit_callbacks(execute=True):
        decide(staff["moderator"], case, What.RESTORE, note="Erehdys")
    assert [each.what for each in case.decisions.all()] == [What.HIDE, What.RESTORE]


def test_what_waits_for_approval_is_a_case_and_approved_from_it(
    town, staff, author, django_capture_on_commit_callbacks
):
    town.publish(premoderated=True)
    with django_capture_on_commit_callbacks(execute=True):
        held = town.idea(author=author, title="Odottava")
    case = Case.objects.get()
    assert (case.source, case.title) == (Source.HELD, "Odottava")
    actions.approve_case(actor=staff["moderator"], case=case)
    assert fresh(held).is_visible
    with django_capture_on_commit_callbacks(execute=True):
        again = town.idea(author=author)
        ideas_actions.withdraw_idea(actor=author, idea=again)
    assert not Case.objects.open().exists()


def test_words_are_taken_out_and_the_reported_ones_stay_in_the_case(case, idea, staff):
    decide(
        staff["moderator"], case, What.REDACT, reason="personal",
        title=idea.title, text="Rannalla […] istua.",
    )  # fmt: skip
    assert fresh(idea).text == "Rannalla […] istua."
    assert fresh(case).text == "Rannalla ei voi istua."


def banned(staff, case, days=7, **given):
    until = clock.now() + timedelta(days=days)
    return decide(staff["moderator"], case, What.BAN, until=until, **given)


def test_a_ban_in_one_place_leaves_the_others_open(case, idea, town, author, staff):
    other = town.new_board("Toinen taulu")
    banned(staff, case)
    actor = Actor.member(fresh(author.person))
    with pytest.raises(Refused):
        town.idea(author=actor)
    assert town.idea(author=actor, component=other.component)


def test_a_ban_everywhere_holds_everywhere_and_ends_by_itself(case, town, author, staff):
    other = town.new_board("Toinen taulu")
    banned(staff, case, everywhere=True)
    actor = Actor.member(fresh(author.person))
    with pytest.raises(Refused):
        town.idea(author=actor, component=other.component)
    with clock.shifted(timedelta(days=8)):
        # The board of the fixture closes after a week; the other one does not.
        assert town.idea(author=actor, component=other.component)


def test_who_is_barred_nowhere_costs_no_question(author, django_assert_num_queries):
    from participation.core.policies import require_not_barred

    with django_assert_num_queries(0):
        require_not_barred(author.person)


def test_ending_a_ban_early_opens_the_door(case, town, author, staff):
    ban = banned(staff, case).bans.get()
    actions.lift_ban(actor=staff["moderator"], ban=ban, why="Sovittu puhelimessa")
    assert fresh(author.person).barred_until is None
    assert town.idea(author=Actor.member(fresh(author.person)))


def test_a_shorter_ban_does_not_shorten_a_longer_one(case, report, author, staff):
    long = banned(staff, case, days=30).bans.get()
    banned(staff, report("again").case, days=2)
    assert fresh(author.person).barred_until == long.until


@pytest.fixture
def hidden(case, staff):
    return decide(staff["moderator"], case)


def ask(author, decision, words="Se ei loukannut ketään."):
    return actions.ask_again(actor=author, decision=decision, words=words)


def test_the_author_asks_once_and_another_moderator_shows_it_again(
    hidden, author, second, idea, django_capture_on_commit_callbacks
):
    appeal = ask(author, hidden)
    with pytest.raises(RuleBroken) as broken:
        ask(author, hidden)
    assert broken.value.code == "once"
    with django_capture_on_commit_callbacks(execute=True):
        actions.decide_again(
            actor=second, appeal=appeal, outcome=Outcome.CHANGED, answer="Olit oikeassa."
        )
    assert fresh(idea).is_visible
    history = hidden.case.decisions.values_list("what", "by__display_name")
    assert list(history) == [("hide", "Mio"), ("restore", "Sisko")]
    with pytest.raises(RuleBroken):
        actions.decide_again(actor=second, appeal=appeal, outcome=Outcome.STANDS, answer="x")


def test_a_decision_that_stands_stays(hidden, author, second, idea):
    actions.decide_again(
        actor=second, appeal=ask(author, hidden), outcome=Outcome.STANDS, answer="Säännöt."
    )
    assert fresh(idea).hidden_at


def test_a_changed_decision_ends_its_ban(case, staff, second, author):
    decision = banned(staff, case)
    actions.decide_again(
        actor=second, appeal=ask(author, decision), outcome=Outcome.CHANGED, answer="Liian kova."
    )
    assert Ban.objects.get().lifted_at
    assert fresh(author.person).barred_until is None


def test_nobody_decides_anew_what_they_decided(hidden, author, staff):
    appeal = ask(author, hidden)
    with pytest.raises(Refused):
        actions.decide_again(
            actor=staff["moderator"], appeal=appeal, outcome=Outcome.STANDS, answer="Ei."
        )


def test_a_named_stand_in_decides_anew_without_being_a_moderator(hidden, author, staff, idea):
    stand_in = staff["service_area"]
    appeal = ask(author, hidden)
    given = {"appeal": appeal, "outcome": Outcome.CHANGED, "answer": "Palautetaan."}
    with pytest.raises(Refused):
        actions.decide_again(actor=stand_in, **given)
    settings = ModerationSettings.for_site(Site.objects.get())
    settings.stand_in = stand_in.person
    settings.save()
    actions.decide_again(actor=stand_in, **given)
    assert fresh(idea).is_visible


def test_a_stranger_does_not_ask_for_the_author(hidden):
    with pytest.raises(Refused):
        ask(somebody("Bertta"), hidden)


def test_nobody_moderates_their_own_words(staff, town, ideas, report):
    own = town.idea(author=staff["moderator"], title="Oma")
    case = report(thing=own).case
    with pytest.raises(Refused):
        decide(staff["moderator"], case, What.LEAVE)
    assert decide(staff["communications"], case, What.LEAVE)


@pytest.mark.parametrize(
    ("role", "ordinary", "danger"),
    [
        ("communications", True, False),
        ("moderator", True, False),
        ("service_area", False, False),
        ("youth_worker", False, False),
        ("administrator", True, True),
        ("safeguarding", False, True),
    ],
)
def test_each_queue_has_its_own_readers(report, staff, guardian, role, ordinary, danger):
    actor = guardian if role == "safeguarding" else staff[role]
    for case, may in ((report("a").case, ordinary), (report("b", reason="danger").case, danger)):
        from participation.moderation.policies import cases_for

        assert cases_for(actor).filter(pk=case.pk).exists() == may
        if may:
            actions.assign_case(actor=actor, case=case, person=actor.person)
        else:
            with pytest.raises(Refused):
                actions.assign_case(actor=actor, case=case, person=None)


def test_a_case_is_given_only_to_who_can_open_it(case, staff):
    with pytest.raises(RuleBroken):
        actions.assign_case(
            actor=staff["moderator"], case=case, person=staff["youth_worker"].person
        )
