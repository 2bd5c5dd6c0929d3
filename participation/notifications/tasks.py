"""What the clock command does for notices."""

from datetime import timedelta

from participation.core import clock
from participation.core.jobs import every_tick

from . import conf, digests, places, spreading, telling
from .models import Notice, Spread

AT_ONCE = 2000

every_tick(telling.JOB)(spreading.spread_waiting)
every_tick("places that open and close")(places.look)
every_tick("digests")(digests.build)


@every_tick("forget notices")
def forget_old() -> int:
    """Delete notices older than RAATI_NOTICE_DAYS, and news that many were told by then."""
    limit = clock.now() - timedelta(days=conf.get("NOTICE_DAYS"))
    Spread.objects.filter(at__lt=limit).delete()
    # The first rows are the oldest ones, near enough: no index has to be kept for this.
    first = Notice.objects.order_by("pk").values_list("pk", "at")[:AT_ONCE]
    return Notice.objects.filter(pk__in=[pk for pk, at in first if at < limit]).delete()[0]
