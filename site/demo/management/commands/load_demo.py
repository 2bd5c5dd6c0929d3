"""`manage.py load_demo`: the demo municipality, once."""

import time
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from participation.ideas.models import Idea, Support

from ... import loading


class Command(BaseCommand):
    help = "Loads the demo municipality Kuparila; does nothing where it is loaded already."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.RAATI_DEMO:
            raise CommandError(
                "The demo is loaded with demo settings only: its passwords are known."
            )
        started = time.monotonic()
        if not loading.load(lambda line: self.stdout.write(f"  {line}")):
            self.stdout.write("  Kuparila is loaded already.")
            return
        self.stdout.write(
            f"  {Idea.objects.count()} ideas, {Support.objects.count()} supports"
            f" in {time.monotonic() - started:.0f} seconds."
        )
