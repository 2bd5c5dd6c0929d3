"""Facts: what happened, told once, reacted to at least once.

An action tells a fact in its own transaction. After commit the signal of that
name runs its receivers at once; the clock command runs again whatever is not
marked done. Receivers are short and idempotent: they may see a fact twice.
"""

import logging
from datetime import datetime, timedelta
from typing import Any

from django.db import models, transaction
from django.dispatch import Signal

from . import clock, conf
from .models import Component, Fact

logger = logging.getLogger(__name__)
MAX_ATTEMPTS = 12

#: Every fact by its name, for delivery, documentation and tests.
registry: dict[str, "FactSignal"] = {}


class FactSignal(Signal):
    """The signal of one kind of fact, named in the past tense ("idea_supported")."""

    def __init__(self, name: str) -> None:
        super().__init__()
        if name in registry:
            raise ValueError(f"Two facts are called {name}.")
        self.name = name
        registry[name] = self

    def tell(
        self,
        *,
        subject: models.Model,
        component: Component | None = None,
        at: datetime | None = None,
        **data: Any,
    ) -> Fact:
        """Write the fact in the action's transaction; receivers run after its commit.

        `data` holds plain JSON values; `at` is the instant, where the action has just asked
        the clock. A fact that nobody listens to is done when it is told. RuntimeError
        outside a transaction.
        """
        if not transaction.get_connection().in_atomic_block:
            raise RuntimeError("A fact is told inside the transaction of its action.")
        now = at or clock.now()
        is_heard = self.has_listeners(FactSignal)
        fact = Fact.objects.create(
            name=self.name,
            at=now,
            component=component,
            subject_type=subject._meta.label,
            subject_id=str(subject.pk),
            data=data,
            not_before=now + timedelta(seconds=conf.get("FACT_RETRY_SECONDS")),
            done_at=None if is_heard else now,
        )
        if is_heard:
            transaction.on_commit(lambda: deliver(fact), robust=True)
        return fact


def deliver(fact: Fact) -> bool:
    """Run the fact's receivers; mark it done when none failed. Never raises for them."""
    signal = registry.get(fact.name)
    failures = []
    if signal is not None:
        for receiver, answer in signal.send_robust(sender=FactSignal, fact=fact):
            if isinstance(answer, Exception):
                failures.append(f"{getattr(receiver, '__qualname__', receiver)}: {answer!r}")
    if failures:
        logger.error("Receivers of fact %s %s failed: %s", fact.pk, fact.name, "; ".join(failures))
        Fact.objects.filter(pk=fact.pk).update(error="\n".join(failures))
        return False
    Fact.objects.filter(pk=fact.pk).update(done_at=clock.now(), error="")
    return True


def deliver_waiting(limit: int = 500) -> int:
    """Run what a crash or a failing receiver left behind; returns how many got done.

    Each try claims its fact first and doubles the wait, so two workers never
    run one at once and a broken receiver does not spin.
    """
    done = 0
    now = clock.now()
    waiting = Fact.objects.waiting(now).filter(attempts__lt=MAX_ATTEMPTS).order_by("pk")[:limit]
    for fact in waiting:
        wait = timedelta(seconds=conf.get("FACT_RETRY_SECONDS") * 2**fact.attempts)
        claimed = Fact.objects.filter(
            pk=fact.pk, done_at=None, attempts=fact.attempts, not_before__lte=now
        ).update(attempts=fact.attempts + 1, not_before=now + wait)
        if claimed:
            done += deliver(fact)
    return done


def forget_done() -> int:
    """Delete finished facts older than RAATI_KEEP_DAYS; returns how many."""
    limit = clock.now() - timedelta(days=conf.get("KEEP_DAYS"))
    return Fact.objects.filter(done_at__lt=limit).delete()[0]
