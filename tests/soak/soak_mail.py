"""A hundred kills of the mail workers in a row: none lost, few twice."""

import pytest

from tests.notifications import killing
from tests.notifications.conftest import _kind, make_receiver  # noqa: F401


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_a_hundred_kills_lose_no_mail(figures):
    done = killing.run(make_receiver(), mails=600, kills=100)
    figures.note("F-mail", "mails lost in 100 kills of the worker", done.lost, bar="0")
    figures.note("F-mail", "mails sent twice in 100 kills", done.twice, bar="10")
    assert (done.lost, done.unfinished) == (0, 0)
    assert done.twice <= 20
