"""The states of an idea: what rules and figures look at, whatever a board calls them."""

from django.db import models
from django.utils.translation import pgettext_lazy


class State(models.TextChoices):
    """Where an idea is on its way. Whether its author or staff took it away is told by dates."""

    RECEIVED = "received", pgettext_lazy("idea", "Received")
    CONSIDERING = "considering", pgettext_lazy("idea", "Under consideration")
    ACCEPTED = "accepted", pgettext_lazy("idea", "Will be done")
    PARTLY = "partly", pgettext_lazy("idea", "Will be done in part")
    DECLINED = "declined", pgettext_lazy("idea", "Will not be done")
    PASSED_ON = "passed_on", pgettext_lazy("idea", "Passed on")
    DONE = "done", pgettext_lazy("idea", "Done")


#: States in which the city has not decided yet.
UNDECIDED = (State.RECEIVED, State.CONSIDERING)
