"""Three pages get an easy-language version in every language."""

from participation.core import easy
from participation.core.models import EasyText

from .. import dates, markup
from ..content.easy import EASY
from ..site_pages import LANGUAGES
from ..world import Story, World


def tell(world: World) -> None:
    with dates.at(dates.from_today(-20, 10)):
        for slug, versions in EASY.items():
            for language in LANGUAGES:
                write(world, slug, language, *versions[language])


def write(world: World, slug: str, language: str, title: str, text: str) -> None:
    blocks = markup.body(text, lambda other: world.pages.get(other, language))
    parts = (
        f"<h2>{block['value']['text']}</h2>" if block["type"] == "heading" else block["value"]
        for block in blocks
    )
    easy.save_easy_text(
        actor=world.people["viestinta"],
        page=world.pages.get(slug, language),
        title=title,
        body="".join(parts),
        review_on=dates.from_today(200).date(),
        publish=True,
        based_on=None,
    )


STORY = Story("Easy language", EasyText.objects.exists, tell)
