"""Reading an initiative for a change."""

from ..models import Initiative


def locked(initiative: Initiative) -> Initiative:
    """The initiative as it is now, locked to the end of the transaction.

    The weaker of the two row locks: signatures' foreign keys need not wait for it.
    """
    rows = Initiative.objects.select_for_update(no_key=True, of=("self",))
    return rows.with_numbers().get(pk=initiative.pk)
