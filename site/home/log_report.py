"""The log of what staff did: Wagtail's own report, safe to open as a table.

Read only: no page of the administration changes or deletes an entry.
"""

from typing import Any

from wagtail.admin.views.reports.audit_logging import LogEntriesView

from participation.core.cells import safe_cell


class LogReport(LogEntriesView):
    """With filters by person, kind, act and time, and an export as CSV or XLSX."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for name in ("object_id", "label", "user_display_name"):
            self.custom_field_preprocess[name] = {
                self.FORMAT_CSV: safe_cell,
                self.FORMAT_XLSX: safe_cell,
            }
