"""Everything that changes cases, decisions and bans."""

from .asking import ask_again, decide_again
from .assigning import assign_case
from .banning import lift_ban
from .deciding import approve_case, decide_case
from .exporting import record_export
from .opening import close_gone, flag_thing, open_held, record_elsewhere
from .reporting import report_thing

__all__ = [
    "approve_case",
    "ask_again",
    "assign_case",
    "close_gone",
    "decide_again",
    "decide_case",
    "flag_thing",
    "lift_ban",
    "open_held",
    "record_elsewhere",
    "record_export",
    "report_thing",
]
