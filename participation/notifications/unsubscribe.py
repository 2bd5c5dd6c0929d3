"""Links in mails that end something without signing in: signed, for one person, for good."""

from dataclasses import dataclass

from django.core import signing
from django.urls import reverse

SALT = "raati.notifications.stop"
KIND, SUBJECT, ALL = "kind", "subject", "all"


@dataclass(frozen=True)
class Wish:
    """What somebody does not want any more: mails of a kind, a thing, or all mails."""

    person: str
    what: str
    names: tuple[str, ...] = ()


def token(wish: Wish) -> str:
    return signing.dumps([wish.person, wish.what, *wish.names], salt=SALT, compress=True)


def read(text: str) -> Wish | None:
    """The wish, or None for what we did not sign."""
    try:
        person, what, *names = signing.loads(text, salt=SALT)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    return Wish(person, what, tuple(names))


def path(wish: Wish) -> str:
    """The address of the page that asks once and does it."""
    return reverse("raati_notifications:stop", args=[token(wish)])
