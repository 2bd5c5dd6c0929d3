"""The tables that every package of the suite leans on."""

from .areas import Area, ServiceArea, Theme
from .bookkeeping import Fact, Heartbeat, Receipt, Right
from .components import Component
from .files import PrivateFile
from .people import Authored, AuthorKind, Person, RoleGrant

__all__ = [
    "Area",
    "AuthorKind",
    "Authored",
    "Component",
    "Fact",
    "Heartbeat",
    "Person",
    "PrivateFile",
    "Receipt",
    "Right",
    "RoleGrant",
    "ServiceArea",
    "Theme",
]
