"""A small site in three languages, built in code as an editor would build it."""

from datetime import UTC, datetime

from wagtail.models import Locale, Page, Site

from home.models import (
    AccessibilityPage,
    ContentPage,
    HomePage,
    NewsIndexPage,
    NewsPage,
    PrivacyPage,
    RulesPage,
)
from participation.ideas.models import IdeaBoardPage
from participation.processes.models import ProcessPage

NOON = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)
OPENS = datetime(2026, 11, 1, 8, 0, tzinfo=UTC)
CLOSES = datetime(2026, 12, 1, 8, 0, tzinfo=UTC)


def phases(*rows: dict) -> list[dict]:
    """Phase blocks with ids, as the editor stores them."""
    return [
        {
            "type": "phase",
            "id": f"00000000-0000-4000-8000-00000000000{number}",
            "value": {
                "title": "",
                "description": "",
                "opens": None,
                "closes": None,
                "allows": [],
                "results": "",
                **row,
            },
        }
        for number, row in enumerate(rows)
    ]


PHASES = phases(
    {"title": "Ilmiöt", "closes": "2026-11-01T08:00:00Z", "results": "<p>Kolme ilmiötä.</p>"},
    {
        "title": "Ideat",
        "closes": "2026-12-01T08:00:00Z",
        "allows": ["ideas.submit", "ideas.support"],
        "description": "<p>Kerro, mitä toivot.</p>",
    },
    {"title": "Päätös"},
)


def translated(page: Page, code: str, **fields: object) -> Page:
    """A published translation of the page, with these texts."""
    copy = page.copy_for_translation(Locale.objects.get(language_code=code)).specific
    for name, value in fields.items():
        setattr(copy, name, value)
    copy.save_revision().publish()
    return type(copy).objects.get(pk=copy.pk)


class Tree:
    """The pages by name; `sv` and `en` hold the translations that there are."""

    def __init__(self, root: Page) -> None:
        fi = Locale.objects.get(language_code="fi")
        self.home = root.add_child(
            instance=HomePage(
                title="Kuparila osallistuu",
                slug="kuparila",
                locale=fi,
                lead="Kerro, mitä toivot.",
                contact="<p>Soita 010 123 4567.</p>",
                other_ways="<p>Tule kirjastoon.</p>",
            )
        )
        self.site = Site.objects.create(
            hostname="localhost", root_page=self.home, is_default_site=True, site_name="Kuparila"
        )
        self.about = self.add(ContentPage(title="Tietoa", slug="tietoa", show_in_menus=True))
        self.news = self.add(NewsIndexPage(title="Uutiset", slug="uutiset", show_in_menus=True))
        self.item = self.news.add_child(
            instance=NewsPage(title="Kioski avattiin", slug="kioski", lead="Tori sai kioskin.")
        )
        self.privacy = self.add(PrivacyPage(title="Tietosuoja", slug="tietosuoja"))
        self.rules = self.add(RulesPage(title="Keskustelun säännöt", slug="saannot"))
        self.accessibility = self.add(
            AccessibilityPage(title="Saavutettavuus", slug="saavutettavuus")
        )
        self.process = self.add(
            ProcessPage(title="Hyvinvointisuunnitelma", slug="hyvinvointi", phases=PHASES)
        )
        self.board = self.process.add_child(
            instance=IdeaBoardPage(title="Puistot", slug="puistot", intro="<p>Mitä puistoihin?</p>")
        )
        self.sv = {"home": translated(self.home, "sv", title="Kopparla deltar")}
        self.en = {"home": translated(self.home, "en", title="Kuparila takes part")}

    def add(self, page: Page) -> Page:
        return self.home.add_child(instance=page)

    def in_swedish(self, name: str, **fields: object) -> Page:
        self.sv[name] = translated(getattr(self, name), "sv", **fields)
        return self.sv[name]

    def pages(self) -> list[Page]:
        return [
            *(self.home, self.about, self.news, self.item, self.privacy, self.rules),
            *(self.accessibility, self.process, self.board),
        ]
