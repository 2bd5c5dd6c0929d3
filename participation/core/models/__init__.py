"""The tables that every package of the suite leans on."""

from .areas import Area, ServiceArea, Theme
from .bookkeeping import Fact, Heartbeat, Receipt, Right
from .components import Component
from .duty import Absence, Reminder
from .easy import EasyText
from .files import PrivateFile
from .outgoing import Fate, OutgoingMail
from .people import Authored, AuthorKind, Follow, Person, RoleGrant
from .search import SearchTrigram, SearchWord

__all__ = [
    "Absence",
    "Area",
    "AuthorKind",
    "Authored",
    "Component",
    "EasyText",
    "Fact",
    "Fate",
    "Follow",
    "Heartbeat",
    "OutgoingMail",
    "Person",
    "PrivateFile",
    "Receipt",
    "Reminder",
    "Right",
    "RoleGrant",
    "SearchTrigram",
    "SearchWord",
    "ServiceArea",
    "Theme",
]
