"""Having a job of the clock done at once: the row is the truth, the task only a hint.

A task that is lost costs a minute: the clock command drains whatever waits.
"""

from django.db import transaction
from django_tasks import task

from . import conf, jobs


def soon(job: str) -> None:
    """Once this transaction is committed, have the worker run the clock's job of that name.

    Does nothing where no queue is named (RAATI_SOON_QUEUE): then the clock is soon enough.
    """
    if conf.get("SOON_QUEUE"):
        transaction.on_commit(lambda: _enqueue(job), robust=True)


def _enqueue(job: str) -> None:
    run_job.using(queue_name=conf.get("SOON_QUEUE")).enqueue(job)


@task()
def run_job(name: str) -> None:
    """Run one job of the clock by its name."""
    jobs.run(name)
