"""The translations as an editor's tool knows them: last, when every page has its texts."""

from django.conf import settings
from wagtail.models import Locale, Page, Site
from wagtail_localize.models import TranslationSource

from .. import dates
from ..site_pages import LANGUAGES
from ..translating import remember
from ..world import Story, World


def _originals() -> list[Page]:
    root = Site.objects.get(is_default_site=True).root_page
    return list(Page.objects.descendant_of(root, inclusive=True).specific())


def tell(world: World) -> None:
    locales = [Locale.objects.get(language_code=code) for code in LANGUAGES[1:]]
    with dates.at(dates.clock.now()):
        for page in _originals():
            remember(page, locales, world.pages.editor)


def is_told() -> bool:
    site = Site.objects.filter(is_default_site=True).first()
    if site is None or site.root_page.locale.language_code != settings.LANGUAGE_CODE:
        return False
    return TranslationSource.objects.count() >= len(_originals())


STORY = Story("The translations", is_told, tell)
