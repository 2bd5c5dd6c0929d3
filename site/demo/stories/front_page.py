"""The front page: first empty, to hold the others; at last with its texts."""

from home.models import HomePage

from .. import dates
from ..site_pages import LANGUAGES
from ..world import Story, World


def open_site(world: World) -> None:
    world.pages.make_front(dates.from_today(-800))


def welcome(world: World) -> None:
    world.pages.rewrite_front(dates.from_today(-85, 10))


def has_texts() -> bool:
    return HomePage.objects.filter(live=True).exclude(lead="").count() == len(LANGUAGES)


OPENING = Story("The site", HomePage.objects.filter(slug="kuparila").exists, open_site)
WELCOME = Story("The front page", has_texts, welcome)
