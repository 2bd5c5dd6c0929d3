"""Deployers' settings of the live updates, read late."""

from typing import Any

from django.conf import settings

DEFAULTS: dict[str, Any] = {
    # Origins that may open a socket, as "https://host[:port]". Empty: the
    # origin must be the very host (and port, and scheme) that was asked.
    "LIVE_ORIGINS": [],
    # Seconds between two looks at the database; what the channel layer lost,
    # and a right or a session that ended, is noticed within this time.
    "LIVE_LOOK_SECONDS": 1.5,
    # Shortest time between two deliveries of counts in one stream.
    "LIVE_HINT_SECONDS": 0.5,
    # Seconds that one call to the channel layer may take.
    "LIVE_LAYER_SECONDS": 1.0,
    # Seconds without another try after the channel layer failed a writer.
    "LIVE_LAYER_PAUSE_SECONDS": 2.0,
    # Seconds after which a reader who takes nothing is cut off.
    "LIVE_STUCK_SECONDS": 20,
    # Seconds that a socket may stay open without reading anything.
    "LIVE_IDLE_SECONDS": 30,
    # Messages that wait for one socket before it is told to catch up.
    "LIVE_QUEUE": 64,
    # Bytes of one frame from a client, and its lasting and its shortest-time rate.
    "LIVE_FRAME_BYTES": 8192,
    "LIVE_FRAMES_PER_SECOND": 5,
    "LIVE_FRAMES_BURST": 30,
    # Streams per socket; sockets per session and per network address, in one
    # process. 0 is without limit.
    "LIVE_STREAMS_PER_SOCKET": 20,
    "LIVE_SOCKETS_PER_SESSION": 20,
    "LIVE_SOCKETS_PER_ADDRESS": 1000,
    # Hours for which a subscription token is good before it is renewed.
    "LIVE_TOKEN_HOURS": 12,
    # Most changes that one catch-up answers; further behind, the page is loaded anew.
    "LIVE_CATCH_UP_CHANGES": 200,
    # Hours for which the list of changes is kept.
    "LIVE_KEEP_HOURS": 48,
    # Threads in which one socket process reads the database.
    "LIVE_THREADS": 4,
}


def get(name: str) -> Any:
    """The value of RAATI_LIVE_<name>; KeyError for a name that is not listed above."""
    return getattr(settings, f"RAATI_LIVE_{name}", DEFAULTS[f"LIVE_{name}"])
