"""Routers of the packages, by dotted name: they are imported when the addresses are."""

_routers: dict[str, str] = {}


def register(name: str, router: str) -> None:
    """Put the router that `router` names below /api/v1/; called from an app's `ready()`."""
    _routers[name] = router


def routers() -> dict[str, str]:
    return dict(_routers)
