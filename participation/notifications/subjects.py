"""What notices of this package are about: places of participation, and one's own address."""

from collections.abc import Collection, Mapping
from uuid import UUID

from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from wagtail.models import Page

from participation.core.notices import About, Subject
from participation.core.public import public_pages


class Places(Subject):
    """A place: the live page of the reader's language, else of any language."""

    label = "raati_core.Component"

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        pages = public_pages().filter(translation_key__in=[UUID(each) for each in ids])
        found: dict[str, Page] = {}
        wanted = get_language()
        for page in pages.select_related("locale").order_by("pk"):
            key = str(page.translation_key)
            if key not in found or page.locale.language_code == wanted:
                found[key] = page
        return {key: self.about(page) for key, page in found.items()}

    def about(self, page: Page) -> About:
        return About(
            title=page.title, address=page.get_url() or "", language=page.locale.language_code
        )


class OwnAddress(Subject):
    """The person's own e-mail address; never the address itself."""

    label = "raati_core.Person"

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        title, address = _("Your e-mail address"), reverse("raati_notifications:settings")
        return {
            each: About(title=title, address=address, is_public=False, author=int(each))
            for each in ids
        }
