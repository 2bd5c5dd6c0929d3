"""Authors read in their list what moderators decided, and one mail about it is enough."""

import pytest

from participation.core import notices
from participation.core.models import OutgoingMail
from participation.moderation.actions import decide_case
from participation.moderation.models import What
from participation.notifications.models import Notice
from participation.notifications.showing import shown
from tests.moderation.conftest import author, case, idea, ideas, report  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_decision_stands_in_its_author_s_list_with_the_reason(
    case,  # noqa: F811
    author,  # noqa: F811
    staff,
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        decide_case(actor=staff["moderator"], case=case, what=What.HIDE, reason="rules")
    items = shown(Notice.objects.filter(person=author.person).order_by("pk"))
    decided = next(item for item in items if item.kind.name == "moderation.decided")
    assert "/moderation/decisions/" in decided.address
    assert decided.quote is not None
    assert decided.about.title == case.title
    assert not decided.kind.may_read(decided.about, staff["moderator"].person.pk)
    kinds = OutgoingMail.objects.filter(person=author.person).values_list("kind", flat=True)
    assert list(kinds) == ["moderation.decision"]


def test_what_is_left_as_it_is_is_told_to_nobody(
    case,  # noqa: F811
    author,  # noqa: F811
    staff,
    django_capture_on_commit_callbacks,
):
    with django_capture_on_commit_callbacks(execute=True):
        decide_case(actor=staff["moderator"], case=case, what=What.LEAVE, reason="")
    assert not Notice.objects.filter(person=author.person).exists()
    assert not notices.load("raati_moderation.Decision", {"nobody"})
