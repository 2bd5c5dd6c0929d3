"""A worker that is killed loses no mail, and two at once send none twice."""

import pytest

from . import killing
from .conftest import make_receiver


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_ten_kills_lose_no_mail():
    """A mail comes twice only where the kill fell between the server's yes and the mark."""
    done = killing.run(make_receiver(), mails=120, kills=10)
    assert (done.lost, done.unfinished) == (0, 0)
    assert done.twice <= done.kills


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_workers_at_once_send_each_mail_once():
    done = killing.run(make_receiver(), mails=120, kills=0)
    assert (done.lost, done.twice, done.unfinished) == (0, 0, 0)
