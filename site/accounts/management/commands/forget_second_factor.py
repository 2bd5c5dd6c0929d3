"""`manage.py forget_second_factor someone@example.org`: for a lost phone and lost codes."""

from argparse import ArgumentParser
from typing import Any

from allauth.mfa.models import Authenticator
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from ...models import User


class Command(BaseCommand):
    help = (
        "Removes every second factor of one user and signs them out everywhere. First make "
        "sure, by meeting or calling them, that it is they who ask."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")

    @transaction.atomic
    def handle(self, *args: Any, email: str, **options: Any) -> None:
        user = User.objects.filter(email=email).first()
        if user is None:
            raise CommandError(f"Nobody has the address {email}.")
        number, _by_model = Authenticator.objects.filter(user=user).delete()
        # A password that may be known to whoever found the phone ends here too,
        # and with it every open session.
        user.set_unusable_password()
        user.save(update_fields=["password"])
        self.stdout.write(
            f"{user}: removed {number} (passkeys, app, recovery codes) and the password. "
            "They sign in with a code by e-mail and set up a new second factor."
        )
