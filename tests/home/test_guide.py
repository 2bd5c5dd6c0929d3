"""What leads editors: first steps, the checklist before a round, review, the clock."""

from datetime import timedelta

import pytest
from wagtail.models import GroupApprovalTask, Page, Workflow

from home import guide
from home.models import ContentPage, PrivacyPage
from home.roles import ensure_groups
from participation.core import checklists, clock
from participation.core.actors import Actor
from participation.core.hints import text_hints
from participation.core.jobs import tick
from participation.core.policies import Refused
from participation.core.roles import Role
from participation.ideas.models import IdeaBoardPage

from .conftest import person_with
from .test_rounds import form_of


def done() -> dict[str, bool]:
    return {str(step.text): step.done for step in guide.steps()}


def test_a_step_ticks_itself_off_when_its_matter_is_done(tree, noon):
    before = done()
    page = PrivacyPage.objects.get()
    words = [{"type": "paragraph", "value": "<p>Rekisterinpitäjä on Kuparila.</p>"}]
    for each in (page, tree.rules, tree.accessibility):
        each.body = words
        each.save_revision().publish()
    changed = [text for text, is_done in done().items() if is_done != before[text]]
    assert len(changed) == 1


def test_example_addresses_left_in_a_legal_text_are_not_own_words(tree, noon):
    for each in (tree.privacy, tree.rules, tree.accessibility):
        each.body = [{"type": "paragraph", "value": "<p>Kirjoita: a@example.org</p>"}]
        each.save_revision().publish()
    assert not guide._legal_is_own(PrivacyPage)


def test_the_first_steps_stand_on_the_first_page_until_put_away(tree, noon, staff, client):
    assert "first-steps" in staff.get("/admin/").content.decode()
    assert staff.get("/admin/first-steps/away/").status_code == 405
    assert staff.post("/admin/first-steps/away/").status_code == 302
    assert 'id="first-steps"' not in staff.get("/admin/").content.decode()


def test_only_who_sets_the_site_up_sees_and_dismisses_the_steps(tree, noon, client, wagtail_root):
    ensure_groups()
    person = person_with("moderointi@example.org", Role.MODERATOR)
    client.force_login(person.user)
    assert 'id="first-steps"' not in client.get("/admin/").content.decode()
    with pytest.raises(Refused):
        guide.put_guide_away(actor=Actor.member(person))


def open_texts(page) -> list[str]:
    return [str(point.text) for point in checklists.open_points(page)]


def test_the_checklist_of_a_board_is_read_from_the_page(tree, noon):
    board = IdeaBoardPage.objects.get()
    before = len(open_texts(board))
    board.idea_limit, board.answer_days, board.rules = 5, 20, "<p>Kaikki saavat osallistua.</p>"
    assert len(open_texts(board)) == before - 3


def test_a_process_has_points_of_its_own(tree, noon):
    assert set(open_texts(tree.process)) != set(open_texts(tree.board))


def test_open_points_are_shown_before_the_first_publication_and_hinder_nothing(tree, noon, staff):
    board = tree.add(IdeaBoardPage(title="Uusi taulu", slug="uusi", live=False))
    board.save_revision()
    address = f"/admin/pages/{board.pk}/edit/"
    data = {**form_of(staff, address), "action-publish": "1"}
    data.setdefault("stages-count", "0")
    answer = staff.post(address, data)
    assert answer["Location"] == f"/admin/raati/opening/{board.pk}/"
    assert not Page.objects.get(pk=board.pk).live
    assert "raati-points" in staff.get(answer["Location"]).content.decode()
    assert staff.post(answer["Location"]).status_code == 302
    assert Page.objects.get(pk=board.pk).live


def test_who_may_not_publish_does_not_publish_by_the_checklist(tree, noon, client, wagtail_root):
    ensure_groups()
    board = tree.add(IdeaBoardPage(title="Uusi taulu", slug="uusi", live=False))
    board.save_revision()
    client.force_login(person_with("nuoriso@example.org", Role.YOUTH_WORKER).user)
    assert client.post(f"/admin/raati/opening/{board.pk}/").status_code in (302, 403)
    assert not Page.objects.get(pk=board.pk).live


def test_what_a_youth_worker_hands_in_waits_for_communications(tree, noon, wagtail_root):
    ensure_groups()
    ensure_groups()
    writer = person_with("nuoriso@example.org", Role.YOUTH_WORKER).user
    editor = person_with("viestinta@example.org", Role.COMMUNICATIONS).user
    page = tree.add(ContentPage(title="Nuorten ilta", slug="ilta", live=False, owner=writer))
    page.save_revision(user=writer)
    assert not page.permissions_for_user(writer).can_publish()
    assert page.permissions_for_user(writer).can_submit_for_moderation()
    state = page.get_workflow().start(page, writer)
    task = state.current_task_state.task.specific
    assert isinstance(task, GroupApprovalTask)
    assert task.user_can_access_editor(page, editor)
    state.current_task_state.specific.approve(user=editor)
    assert Page.objects.get(pk=page.pk).live


def test_a_workflow_that_an_editor_chose_is_left_alone(tree, noon, wagtail_root):
    ensure_groups()
    root = Page.objects.get(depth=1)
    own = Workflow.objects.create(name="Oma")
    root.workflowpage.workflow = own
    root.workflowpage.save()
    ensure_groups()
    assert Page.objects.get(depth=1).workflowpage.workflow == own


def test_a_scheduled_page_goes_out_with_the_clock_s_round(tree, client):
    page = tree.add(ContentPage(title="Huominen", slug="huominen", live=False))
    page.go_live_at = clock.now() - timedelta(minutes=1)
    revision = page.save_revision()
    revision.approved_go_live_at = page.go_live_at
    revision.save()
    assert client.get("/fi/huominen/").status_code == 404
    tick()
    assert client.get("/fi/huominen/").status_code == 200


def test_hints_tell_how_a_text_reads_and_name_empty_links(tree, noon):
    tree.about.lead = "Kunnanvaltuusto käsittelee hyvinvointisuunnitelman. " * 10
    tree.about.body = [{"type": "paragraph", "value": '<p>Katso <a href="/x/">tästä</a></p>'}]
    hints = text_hints(tree.about)
    assert hints["level"] == "heavy"
    assert hints["vague"] == ["tästä"]


@pytest.mark.parametrize(("mode", "mark"), [("", "<html lang"), ("dark", 'data-scheme="dark"')])
def test_a_page_is_previewed_by_day_and_by_night(mode, mark, tree, noon):
    answer = tree.about.make_preview_request(preview_mode=mode)
    html = answer.content.decode()
    assert mark in html
    assert ("data-scheme" in html) is bool(mode)
