"""What the people of Kuparila were told: the older of it read, the newest not yet."""

from participation.notifications import actions, spreading
from participation.notifications.models import Notice, Preferences

from ..world import Story, World

READER = "asukas"
UNREAD = 3


def tell(world: World) -> None:
    while spreading.spread_waiting():
        pass
    actor = world.people[READER]
    newest = Notice.objects.filter(person=actor.person).order_by("-at")
    unread = list(newest.values_list("pk", flat=True)[:UNREAD])
    last = newest.order_by("-pk").first()
    if last is not None:
        actions.read_all(actor=actor, until=last.pk)
        Notice.objects.filter(pk__in=unread).update(read_at=None)
    # Has chosen how to be told, which also says that this story was.
    actions.set_preferences(
        actor=actor,
        rhythms={},
        is_silent=False,
        quiet_from=21,
        quiet_until=8,
        weekly_cap=7,
        language="fi",
    )


STORY = Story("Notices", Preferences.objects.exists, tell)
