"""Reading an idea for a change."""

from ..models import Idea


def locked(idea: Idea) -> Idea:
    """The idea as it is now, locked to the end of the transaction.

    The weaker of the two row locks: supporters' foreign keys need not wait for it.
    """
    rows = Idea.objects.select_for_update(no_key=True, of=("self",))
    return rows.select_related("component", "service_area").get(pk=idea.pk)
