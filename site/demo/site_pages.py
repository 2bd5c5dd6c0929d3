"""Building pages in three languages: Finnish first, real translations beside it."""

import datetime as dt
from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.utils.text import slugify
from wagtail.fields import StreamField
from wagtail.models import Locale, Page, Site

from home.models import HomePage

from . import dates, markup
from .block_ids import same_in_every_language
from .content import front

#: The source language first: a component's settings live on its page.
LANGUAGES = ("fi", "sv", "en")


#: Addresses are short enough to be read out.
LONGEST = 48


def address(title: str) -> str:
    """A page's slug from its title in the page's own language, cut between words."""
    slug = slugify(title)
    return slug if len(slug) <= LONGEST else slug[: LONGEST + 1].rpartition("-")[0]


class Pages:
    """The site's pages by slug and language. `editor` is the user who publishes them."""

    def __init__(self, editor: Any) -> None:
        self.editor = editor

    def get(self, slug: str, language: str = "fi") -> Any:
        """A page below the front page by its Finnish slug, or the front page itself ("")."""
        page = Site.objects.get(is_default_site=True).root_page
        if slug:
            below = Page.objects.filter(depth__gt=page.depth, locale__language_code=LANGUAGES[0])
            page = below.get(slug=slug)
        if language == LANGUAGES[0]:
            return page.specific
        translations = Page.objects.filter(translation_key=page.translation_key)
        return translations.get(locale__language_code=language).specific

    def add(
        self,
        parent: str,
        page: Page,
        titles: dict[str, str],
        texts: Callable[[str], dict[str, Any]],
        published: dt.datetime,
    ) -> Page:
        """Publish `page` below `parent` in every language; returns the source page.

        `texts` gives the fields of one language. It is called when the page is
        there in all of them, so texts may link to it.
        """
        page.locale = Locale.objects.get(language_code="fi")
        page.title = titles["fi"]
        page.live = False
        with dates.at(published):
            self.get(parent).add_child(instance=page)
            for language in LANGUAGES[1:]:
                page.copy_for_translation(Locale.objects.get(language_code=language))
            for language in LANGUAGES:
                shown = self.get(page.slug, language)
                if language != LANGUAGES[0]:
                    shown.slug = address(titles[language])
                self._publish(shown, titles[language], texts(language))
        return self.get(page.slug)

    def rewrite(
        self, slug: str, texts: Callable[[str], dict[str, Any]], published: dt.datetime
    ) -> None:
        """Publish other texts on a page that is there, in every language."""
        with dates.at(published):
            for language in LANGUAGES:
                page = self.get(slug, language)
                self._publish(page, page.title, texts(language))

    def rewrite_front(self, published: dt.datetime) -> None:
        """The texts of the front page, when the pages they link to are there."""
        with dates.at(published):
            for language in LANGUAGES:
                page = self.get("", language)
                self._publish(page, front.TITLE[language], self._front(language))

    def _front(self, language: str) -> dict[str, Any]:
        return {
            "headline": front.HEADLINE[language],
            "lead": front.LEAD[language],
            "body": self.body(front.BODY[language], language),
            "other_ways": self.rich(front.OTHER_WAYS[language], language),
            "about": front.ABOUT[language],
            "contact": self.rich(front.CONTACT[language], language),
        }

    def _publish(self, page: Any, title: str, fields: dict[str, Any]) -> None:
        page.title = page.draft_title = title
        page.search_description = fields.get("lead", "")
        for name, value in fields.items():
            field = page._meta.get_field(name)
            is_stream = isinstance(field, StreamField)
            setattr(page, name, same_in_every_language(field, value) if is_stream else value)
        page.full_clean()
        page.save_revision(user=self.editor).publish(user=self.editor)

    def rich(self, text: str, language: str) -> str:
        return markup.rich_text(text, lambda slug: self.get(slug, language))

    def body(self, text: str, language: str, *more: markup.Block) -> Any:
        """The value of a page's text field: the text, then other blocks."""
        blocks = [*markup.body(text, lambda slug: self.get(slug, language)), *more]
        return HomePage._meta.get_field("body").to_python(blocks)

    def make_front(self, published: dt.datetime) -> None:
        """The front page in every language instead of Wagtail's welcome page."""
        for code, _name in settings.LANGUAGES:
            Locale.objects.get_or_create(language_code=code)
        root = Page.objects.get(depth=1)
        with dates.at(published):
            home = self._first_home(root)
            site, _created = Site.objects.get_or_create(
                is_default_site=True, defaults={"hostname": "localhost", "root_page": home}
            )
            site.site_name, site.root_page = front.SITE_NAME, home
            site.save()
            for language in LANGUAGES[1:]:
                home.copy_for_translation(Locale.objects.get(language_code=language))
            for language in LANGUAGES:
                self._publish(self.get("", language), front.TITLE[language], {})

    def _first_home(self, root: Page) -> HomePage:
        old = list(root.get_children().specific())
        home = HomePage(
            title=front.TITLE["fi"],
            slug="kuparila",
            live=False,
            locale=Locale.objects.get(language_code="fi"),
        )
        root.add_child(instance=home)
        Site.objects.filter(root_page__in=old).update(root_page=home)
        for page in old:
            page.delete()
        return home
