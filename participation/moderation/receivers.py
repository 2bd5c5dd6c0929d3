"""Reactions to this package's facts."""

from typing import Any

from django.dispatch import receiver

from participation.core.models import Fact
from participation.live.publishing import end_sessions_of

from . import signals
from .models import Ban


@receiver(signals.person_barred, dispatch_uid="raati_moderation:end_sockets")
def end_sockets(fact: Fact, **_given: Any) -> None:
    """Open pages of who was stopped lose their live connection, and ask anew who they are."""
    ban = Ban.objects.select_related("person__user").filter(pk=fact.subject_id).first()
    if ban is not None and ban.person.user is not None:
        end_sessions_of(ban.person.user)
