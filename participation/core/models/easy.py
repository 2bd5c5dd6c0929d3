"""The easy-language version of a page: simpler words, with a life of its own."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.fields import RichTextField
from wagtail.models import DraftStateMixin, RevisionMixin

#: Short texts with sub-headings, lists and links.
EASY_FEATURES = ["h2", "h3", "bold", "ol", "ul", "link", "document-link"]


class EasyTextQuerySet(models.QuerySet["EasyText"]):
    def published(self) -> "EasyTextQuerySet":
        """Those that everybody may read who may read the page."""
        return self.filter(live=True, page__live=True)


class EasyText(DraftStateMixin, RevisionMixin, models.Model):
    """What one page says, in easy language; a page in each language has its own."""

    page = models.OneToOneField(
        "wagtailcore.Page", on_delete=models.CASCADE, related_name="easy_text"
    )
    title = models.CharField(_("title"), max_length=120)
    body = RichTextField(_("text"), features=EASY_FEATURES)
    review_on = models.DateField(
        _("read through again by"),
        null=True,
        blank=True,
        help_text=_("The list of easy-language versions reminds of it from this day on."),
    )
    checked_at = models.DateTimeField(
        _("compared with the page"),
        null=True,
        blank=True,
        help_text=_("When somebody last saw that it says the same as the page."),
    )
    objects = EasyTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("easy-language version")
        verbose_name_plural = _("easy-language versions")

    def __str__(self) -> str:
        return self.title

    @property
    def is_outdated(self) -> bool:
        """Whether the page was published since somebody compared the two."""
        changed: Any = self.page.last_published_at
        return bool(changed and (self.checked_at is None or changed > self.checked_at))
