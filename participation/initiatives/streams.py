"""Names on the live channel: one stream per page and per initiative, ids of what changes."""

from participation.core.models import Component

from .models import Initiative

LIST_PREFIX = "initiatives"
PREFIX = "initiative"


def list_stream(component: Component) -> str:
    return f"{LIST_PREFIX}.{component.public_id}"


def initiative_stream(public_id: str) -> str:
    return f"{PREFIX}.{public_id}"


def element(initiative: Initiative, part: str = "") -> str:
    """The id of an initiative's element: the article itself, or its `part`.

    Parts: "count" (on its page), "tally" (on a card), "mine".
    """
    own = f"initiative-{initiative.public_id}"
    return f"{own}-{part}" if part else own
