"""What somebody typed survives sign-in, an expired session and a failed send.

Drafts live in the session: signing in keeps them, signing out drops them. A
draft remembers whose form it was, so the next user of a shared browser does
not see it.
"""

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.crypto import salted_hmac

_KEY = "raati_drafts"
MAX_DRAFTS = 5
MAX_LENGTH = 20_000


def owner_ref(request: HttpRequest) -> str:
    """Who the form is shown to, for its hidden field: a keyed hash of the user, or "".

    Of the user, not the person: somebody who never acted has typed, too.
    """
    user = request.user
    if not user.is_authenticated:
        return ""
    return salted_hmac("raati.drafts", str(user.pk)).hexdigest()[:24]


def keep(request: HttpRequest, name: str, fields: Mapping[str, str], owner: str = "") -> None:
    """Put the typed text aside under `name`; the oldest of many drafts goes."""
    drafts = request.session.get(_KEY, {})
    drafts.pop(name, None)
    values = {key: str(value)[:MAX_LENGTH] for key, value in fields.items()}
    drafts[name] = {"owner": owner, "fields": values}
    for old in list(drafts)[:-MAX_DRAFTS]:
        del drafts[old]
    request.session[_KEY] = drafts


def kept(request: HttpRequest, name: str) -> dict[str, str]:
    """The typed text under `name`, or {} when there is none or it was somebody else's."""
    draft = request.session.get(_KEY, {}).get(name)
    if not draft or draft["owner"] not in ("", owner_ref(request)):
        return {}
    return draft["fields"]


def drop(request: HttpRequest, name: str) -> None:
    """Forget the draft, after it was sent or thrown away."""
    drafts = request.session.get(_KEY, {})
    if drafts.pop(name, None) is not None:
        request.session[_KEY] = drafts
