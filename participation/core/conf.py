"""Deployers' settings, read late so that tests and sites may override them."""

from pathlib import Path
from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Seconds that a shared page may sit in the proxy's micro-cache.
    "SHARED_SECONDS": 2,
    # Seconds for which a process remembers what shared pages are drawn from; 0: not at all.
    "MOMENT_SECONDS": 1,
    # Seconds after which an unfinished fact is taken up by the clock command.
    "FACT_RETRY_SECONDS": 30,
    # Days that receipts and finished facts are kept.
    "KEEP_DAYS": 30,
    # Days that the log of what staff did is kept.
    "LOG_DAYS": 5 * 365,
    # Seconds after which a proof of who somebody is has to be given anew for what matters.
    "FRESH_SECONDS": 600,
    # Largest side of a stored photo in pixels, and largest upload in bytes.
    "PHOTO_SIDE": 1600,
    "PHOTO_BYTES": 10 * 1024 * 1024,
    # Seconds without a round of the clock command after which /healthz/ready fails.
    "HEARTBEAT_SECONDS": 300,
    # Whose public holidays are no working days (an ISO country code, "" for nobody's).
    "HOLIDAYS": "FI",
    # Months in which no answer falls due: July, when offices in Finland are empty.
    "QUIET_MONTHS": (7,),
    # Working days after a due date on which the deputy is told that nothing was answered, and
    # on which the head of the service area and communications are.
    "DEPUTY_DAYS": 3,
    "HEAD_DAYS": 10,
    # Minutes after which the words of visible content are collected anew for suggestions.
    "SEARCH_WORDS_MINUTES": 60,
    # The queue of the task worker that does at once what the clock would do later; "": the clock.
    "SOON_QUEUE": "",
    # Seconds for which a mail that is being sent is left alone; longer than a server may take.
    "MAIL_LEASE_SECONDS": 120,
    # Days that mails which are done are remembered, without their address and text.
    "MAIL_DAYS": 90,
    # Where mails come back to that could not be delivered; the server must take name+…@host
    # there and hand them to `raati_returned`. "": to the sender, for people to read.
    "RETURN_ADDRESS": "",
    # Acts of one kind in an hour: of one person, of one visitor without an account, of all
    # such visitors and of all people at one network address (a school has two hundred pupils).
    "PERSON_HOURLY": 200,
    "GUEST_HOURLY": 10,
    "GUESTS_HOURLY": 400,
    "SOURCE_HOURLY": 20_000,
    # Forms without a proof of work (no scripts) taken from one network address in an hour.
    "SLOW_HOURLY": 30,
    # Days for which a coded trace of the network address stands beside what people sent.
    "SOURCE_DAYS": 30,
    # How long an account is new, in hours, and how many acts it has until then; 0 hours: never.
    "NEW_ACCOUNT_HOURS": 24,
    "NEW_ACCOUNT_ACTS": 60,
    # Numbers among which a visitor's browser looks for the right one: about a second's work.
    "PROOF_WORK": 20_000,
    # The site shows demonstration material: banner, no indexing.
    "DEMO": False,
}


def get(name: str) -> Any:
    """The value of RAATI_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_{name}", DEFAULTS[name])


def private_root() -> Path:
    """RAATI_PRIVATE_ROOT, or a folder `private` beside MEDIA_ROOT."""
    root = getattr(settings, "RAATI_PRIVATE_ROOT", None)
    return Path(root) if root else Path(settings.MEDIA_ROOT or "media").parent / "private"
