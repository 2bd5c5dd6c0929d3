"""The tables that every package of the suite leans on."""

from .areas import Area, ServiceArea, Theme
from .bookkeeping import Fact, Heartbeat, Receipt, Right
from .components import Component
from .easy import EasyText
from .files import PrivateFile
from .people import Authored, AuthorKind, Person, RoleGrant
from .search import SearchTrigram, SearchWord

__all__ = [
    "Area",
    "AuthorKind",
    "Authored",
    "Component",
    "EasyText",
    "Fact",
    "Heartbeat",
    "Person",
    "PrivateFile",
    "Receipt",
    "Right",
    "RoleGrant",
    "SearchTrigram",
    "SearchWord",
    "ServiceArea",
    "Theme",
]
