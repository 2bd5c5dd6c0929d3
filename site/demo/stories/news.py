"""What has been in the news."""

from typing import Any

from django.utils import timezone

from home.models import NewsIndexPage, NewsPage

from .. import dates, pictures
from ..content.news import NEWS
from ..site_pages import Pages
from ..world import Story, World

SLUG = "uutiset"
TITLE = {"fi": "Uutiset", "sv": "Nyheter", "en": "News"}
LEAD = {
    "fi": "Mitä on kysytty, mitä on päätetty ja mitä siitä seurasi.",
    "sv": "Vad vi har frågat, vad som har beslutats och vad det ledde till.",
    "en": "What was asked, what was decided and what came of it.",
}


def tell(world: World) -> None:
    index = NewsIndexPage(slug=SLUG, show_in_menus=True)
    world.pages.add("", index, TITLE, lambda code: {"lead": LEAD[code]}, dates.from_today(-90, 8))
    for told in sorted(NEWS, key=lambda each: -each["days_ago"]):
        add(world.pages, told)


def add(pages: Pages, told: dict[str, Any]) -> None:
    published = dates.workday(-told["days_ago"], 10)
    page = NewsPage(slug=told["slug"], date=timezone.localdate(published), lead=told["lead"]["fi"])

    def fields(language: str) -> dict[str, Any]:
        return {
            "lead": told["lead"][language],
            "about": pages.get(told["about"], language) if "about" in told else None,
            "picture": _picture(told, language),
            "body": pages.body(told["body"][language], language),
        }

    pages.add(SLUG, page, told["title"], fields, published)


def _picture(told: dict[str, Any], language: str) -> Any:
    blocks = []
    if "picture" in told:
        image = pictures.described(told["picture"], told["alt"], language)
        blocks = [{"type": "picture", "value": {"image": image, "caption": ""}}]
    return NewsPage._meta.get_field("picture").to_python(blocks)


STORY = Story("News", NewsIndexPage.objects.filter(slug=SLUG).exists, tell)
