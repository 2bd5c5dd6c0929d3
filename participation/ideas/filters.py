"""What the desk's list can be asked for, by name; whatever else an address says is not heard."""

from urllib.parse import parse_qsl, urlencode

#: The filters in the order of the list; a test compares them with the form.
FILTERS = (
    "board",
    "state",
    "waiting",
    "owner",
    "service_area",
    "theme",
    "area",
    "due_until",
    "prepared",
    "channel",
)
#: What an address keeps besides: the words searched for, and the order.
KEPT = (*FILTERS, "q", "ordering")
LONGEST_VALUE = 100


def known_filters(query: str) -> str:
    """The query with known filters only, each once, in their order."""
    try:
        pairs = parse_qsl(query.lstrip("?"), max_num_fields=50)
    except ValueError:
        return ""
    given = {name: value.strip() for name, value in pairs}
    kept = {name: given.get(name, "") for name in KEPT}
    return urlencode({name: v for name, v in kept.items() if v and _is_storable(v)})


def _is_storable(value: str) -> bool:
    return len(value) <= LONGEST_VALUE and value.isprintable()
