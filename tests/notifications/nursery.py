"""A process with Django loaded that gives birth to mail workers, to be killed.

Started with the number of workers; prints the process id of each it makes ("-" before it when
it has died), and makes a new one whenever one dies, until its input ends.
"""

import os
import select
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def work() -> None:
    from participation.core import outbox, sending

    from .letters import KIND, write_letter

    outbox.register_kind(KIND, write_letter)
    while os.getppid() != 1:
        sending.send_waiting()
        time.sleep(0.02)


def bear() -> int:
    from django.db import connections

    child = os.fork()
    if not child:
        connections.close_all()
        work()
        os._exit(0)
    tell(child)
    return child


def tell(number: int) -> None:
    sys.stdout.write(f"{number}\n")
    sys.stdout.flush()


def main(wanted: int) -> None:
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    django.setup()
    alive = {bear() for _ in range(wanted)}
    while not select.select([sys.stdin], [], [], 0.01)[0]:
        child, _status = os.waitpid(-1, os.WNOHANG)
        if child:
            tell(-child)
            alive.remove(child)
            alive.add(bear())
    for child in alive:
        os.kill(child, 9)


if __name__ == "__main__":
    main(int(sys.argv[1]))
