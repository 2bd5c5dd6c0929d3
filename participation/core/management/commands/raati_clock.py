"""`manage.py raati_clock`: one round of everything that happens by the clock."""

import time
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from ...jobs import tick


class Command(BaseCommand):
    help = "Delivers what is waiting, repairs, forgets by the clock; run it every minute."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--loop", type=int, metavar="SECONDS", help="stay and run a round every SECONDS"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        while True:
            answers = tick()
            if options["verbosity"] > 1 or not options["loop"]:
                for name, answer in answers.items():
                    self.stdout.write(f"{name}: {answer}")
            if not options["loop"]:
                return
            close_old_connections()
            time.sleep(options["loop"])
