"""What actions say on the live channel, last of all: names of what changed, never its text."""

from participation.live.publishing import hint, publish
from participation.live.registry import Ref, remove, replace

from .models import Initiative
from .streams import element, initiative_stream, list_stream


def counted(initiative: Initiative) -> None:
    """A signature came or went; frequent, so only hinted at."""
    hint(initiative_stream(initiative.public_id), element(initiative, "count"))
    hint(list_stream(initiative.component), element(initiative, "tally"))


def changed(initiative: Initiative) -> None:
    """Its page says something else now: delivered, recorded, shown again."""
    edit = replace(element(initiative), Ref("article", initiative.public_id))
    publish(initiative_stream(initiative.public_id), [edit])


def gone(initiative: Initiative) -> None:
    """Hidden, held back or withdrawn: its text leaves every open page."""
    changed(initiative)
    publish(list_stream(initiative.component), [remove(element(initiative, "card"))])
