"""What editors see of a page before others do: in both colour schemes, checked for access."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.userbar import ContentCheckerItem

SCHEMES = ("light", "dark")


class BothSchemes:
    """Mix into a Page type (before Page): its preview can be looked at by day and by night."""

    @property
    def preview_modes(self) -> list[tuple[str, Any]]:
        return [
            ("", _("As the reader's device says")),
            ("light", _("Light")),
            ("dark", _("Dark")),
        ]


def forced_scheme(request: Any) -> str:
    """The scheme that a preview asks for; "" on every other page."""
    mode = getattr(request, "preview_mode", "")
    return mode if getattr(request, "is_preview", False) and mode in SCHEMES else ""


class Checker(ContentCheckerItem):
    """Wagtail's accessibility checker with what an editor can put right."""

    axe_run_only = [
        *ContentCheckerItem.axe_run_only,
        "duplicate-id-aria",
        "identical-links-same-purpose",
        "image-alt",
        "image-redundant-alt",
        "link-in-text-block",
        "list",
        "page-has-heading-one",
        "table-duplicate-name",
        "table-fake-caption",
        "td-has-header",
        "th-has-data-cells",
        "valid-lang",
        "video-caption",
    ]
    axe_custom_checks = [
        # A file's name, or a word that only says that it is a picture.
        {
            "id": "check-image-alt-text",
            "options": {
                "pattern": r"\.(avif|gif|jpg|jpeg|png|svg|webp)$|_"
                r"|^\s*([Kk]uva|[Bb]ild|[Pp]icture|[Ii]mage|[Pp]hoto|[Vv]alokuva|[Ff]oto)\s*\d*\s*$"
            },
        },
        {"id": "check-empty-meta-description"},
    ]
