"""Reads one mail that came back from standard input, as a mail server's pipe hands it over."""

import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from participation.core import returned

#: A report quotes the mail it is about; what is longer than this is none.
MOST_BYTES = 1024 * 1024


class Command(BaseCommand):
    help = "Take a delivery report (a mail that came back) from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--recipient", default="", help="The envelope's recipient.")

    def handle(self, *args: Any, **options: Any) -> None:
        # Whatever it was, the mail server is done with it: a failure would bounce the bounce.
        was_ours = returned.take(sys.stdin.buffer.read(MOST_BYTES), options["recipient"])
        self.stdout.write("Noted." if was_ours else "Not a mail of ours that was lost.")
