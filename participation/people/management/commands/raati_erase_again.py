"""manage.py raati_erase_again: after a restore, erase whom an older copy has brought back."""

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from participation.people.privacy import erased_list


class Command(BaseCommand):
    help = "Erase again everybody who is on the list of the erased (after restoring a copy)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", help="the list; by default RAATI_ERASED_FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        file = Path(options["file"]) if options["file"] else erased_list.path()
        try:
            lines = file.read_text().splitlines()
            number = erased_list.erase_again(lines)
        except OSError as error:
            raise CommandError(f"The list cannot be read: {error}") from None
        except erased_list.OtherKey as keys:
            raise CommandError(
                f"The list was written with another SECRET_KEY ({keys}): put that key into "
                "SECRET_KEY_FALLBACKS and run this again. Nobody was erased."
            ) from None
        except ValueError as damaged:
            raise CommandError(f"{damaged} Nobody was erased.") from None
        self.stdout.write(f"On the list: {len(lines)}. Erased again: {number}.")
