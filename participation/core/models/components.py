"""Components: one row for a place of participation, whatever languages its page has."""

import uuid
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from ..ids import PublicIdField


class Component(models.Model):
    """A place of participation, shared by all translations and aliases of its page.

    The key is the pages' translation key. Settings are edited on ONE page, the
    source page, and copied here when it is published; rules and locks read only
    this row. Rows of activity point here and protect it.
    """

    key = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    public_id = PublicIdField()
    kind = models.CharField(max_length=80)
    source_page = models.ForeignKey(
        "wagtailcore.Page", on_delete=models.SET_NULL, null=True, related_name="+"
    )
    opens_at = models.DateTimeField(null=True)
    closes_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)
    settings = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    previous_round = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="next_rounds"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("place of participation")
        verbose_name_plural = _("places of participation")

    #: Set on the unsaved row that stands for a page's draft settings in a preview.
    is_preview = False

    #: This row and those it stands in, where they were read together (openness.py).
    known_lineage: list["Component"] | None = None

    def __str__(self) -> str:
        return f"{self.kind} {self.public_id}"

    def kept_key(self) -> tuple[str, ...]:
        """What pieces that are kept may show of it (kept.py); when it is open is not in it."""
        return str(self.key), self.public_id, str(self.settings)

    def page_in(self, language: str | None = None) -> Page | None:
        """The live page in `language` (default: the active one), else the source page.

        None when the source page is gone or not live and there is no translation.
        """
        wanted = language or get_language()
        pages = Page.objects.filter(translation_key=self.key, live=True)
        found = {page.locale.language_code: page for page in pages.select_related("locale")}
        source = next((p for p in found.values() if p.pk == self.source_page_id), None)
        return found.get(wanted or "") or source

    def url(self, name: str = "", *args: Any, language: str | None = None) -> str:
        """The address of a view of this component's page; "" when there is no live page."""
        from ..routing import component_url

        page = self.page_in(language)
        return component_url(page.specific, name, *args) if page else ""
