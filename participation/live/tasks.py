"""What the clock command and the health page do for the live updates."""

from datetime import timedelta

from participation.core import clock, jobs
from participation.core.health import register_check

from . import conf, layer
from .models import Change


@jobs.every_tick("forget live changes")
def forget_old_changes() -> int:
    """Delete changes older than RAATI_LIVE_KEEP_HOURS; who is that far behind loads anew."""
    limit = clock.now() - timedelta(hours=conf.get("KEEP_HOURS"))
    return Change.objects.filter(at__lt=limit).delete()[0]


register_check("channel layer", layer.check)
