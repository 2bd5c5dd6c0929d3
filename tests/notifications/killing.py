"""Mail workers killed at random moments while a real mail server listens."""

import os
import random
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from typing import Self

from django.db import connection, transaction

from participation.core import outbox
from participation.core.models import Fate, OutgoingMail
from tests import databases

from .letters import KIND
from .sink import Sink


class Nursery:
    """Two workers that are born again whenever they are killed."""

    def __init__(self, port: int, workers: int = 2) -> None:
        config = connection.settings_dict
        self.environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "tests.notifications.worker_settings",
            "DATABASE_URL": databases.server(config).url(str(config["NAME"])),
            "MAIL_PORT": str(port),
        }
        self.command = [sys.executable, "-m", "tests.notifications.nursery", str(workers)]
        self.alive: set[int] = set()
        self.workers = workers

    def __enter__(self) -> Self:
        self.process = subprocess.Popen(
            self.command,
            cwd=databases.ROOT,
            env=self.environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        threading.Thread(target=self._listen, daemon=True).start()
        wait_for(lambda: len(self.alive) == self.workers, 60)
        return self

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            number = int(line)
            self.alive.add(number) if number > 0 else self.alive.discard(-number)

    def kill_one(self) -> None:
        victim = random.choice(sorted(self.alive))
        os.kill(victim, signal.SIGKILL)
        wait_for(lambda: victim not in self.alive and len(self.alive) == self.workers, 10)

    def __exit__(self, *_error: object) -> None:
        self.process.communicate(timeout=10)


def wait_for(happened, seconds: float) -> None:
    ends = time.monotonic() + seconds
    while not happened():
        if time.monotonic() > ends:
            raise TimeoutError("It did not happen.")
        time.sleep(0.01)


@dataclass
class Outcome:
    posted: int
    kills: int
    ids: Counter[str]
    unfinished: int

    @property
    def lost(self) -> int:
        return self.posted - len(self.ids)

    @property
    def twice(self) -> int:
        return sum(self.ids.values()) - len(self.ids)


def post_many(count: int, person) -> None:
    for start in range(0, count, 50):
        rows = [
            outbox.row_for(person, mark=f"kill:{n}", kind=KIND, data={"n": n})
            for n in range(start, min(start + 50, count))
        ]
        with transaction.atomic():
            outbox.post_many(rows)


def run(person, *, mails: int, kills: int, pause: float = 0.08) -> Outcome:
    """Post mails while two workers send them, and kill one of the two now and then."""
    with Sink(seconds=0.02) as sink, Nursery(sink.port) as nursery:
        posting = threading.Thread(target=post_many, args=(mails, person))
        posting.start()
        for _ in range(kills):
            time.sleep(random.uniform(0, 2 * pause))
            nursery.kill_one()
        posting.join()
        waiting = OutgoingMail.objects.filter(fate=Fate.WAITING)
        wait_for(lambda: not waiting.exists(), 90)
        return Outcome(mails, kills, Counter(sink.ids), waiting.count())
