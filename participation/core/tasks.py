"""What the clock command does for the core."""

from io import StringIO

from django.core.management import call_command

from . import facts, own_rows, receipts, role_groups, sending
from .health import register_check
from .jobs import every_tick
from .receivers import repair_components
from .search.vocabulary import learn_words


@every_tick("scheduled pages")
def publish_what_is_due() -> str:
    """Wagtail's own command: pages and easy-language versions go live and expire at their time."""
    told = StringIO()
    call_command("publish_scheduled", stdout=told)
    return told.getvalue().strip()


every_tick("facts")(facts.deliver_waiting)
every_tick("components")(repair_components)
every_tick("roles that ended")(role_groups.settle_all)
every_tick("forget facts")(facts.forget_done)
every_tick("forget receipts")(receipts.forget_old)
every_tick("search words")(learn_words)
every_tick("forget personal data")(own_rows.forget_old)
every_tick(sending.JOB)(sending.send_waiting)
every_tick("forget mails")(sending.forget_done)
register_check("mails", sending.check)
