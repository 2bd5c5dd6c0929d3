"""Every kind of page of the site with some life in it, and where each is."""

from datetime import date, timedelta

from django.contrib.auth import get_user_model

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import EasyText, Person
from participation.core.receipts import new_key
from participation.ideas.actions import send_idea, support_idea
from participation.ideas.models import Idea
from participation.initiatives.actions import draft_initiative, gather_signatures
from participation.initiatives.models import Initiative, InitiativesPage, Maker
from tests.initiatives.conftest import CONTACT

from .trees import Tree


def person(name: str) -> Person:
    user = get_user_model().objects.create_verified(f"{name}@example.org", "osallistu-2026")
    return Person.objects.create(user=user, display_name=name)


class Town:
    """The tree with ideas by one person, each supported by another."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.author, self.reader = person("aino"), person("onni")
        self.component = tree.board.component
        self.ideas: list[Idea] = []
        self.initiatives = tree.add(
            InitiativesPage(
                title="Aloitteet",
                slug="aloitteet",
                municipality="Kuparila",
                residents=6_679,
                residents_on=date(2025, 12, 31),
                residents_source="Tilastokeskus",
                registry="Kirjaamo",
                registry_email="kirjaamo@example.org",
            )
        )
        self.initiative = self._gathering()
        EasyText.objects.create(
            page=tree.about,
            title="Tietoa selkokielellä",
            body="<p>Täällä voit vaikuttaa.</p>",
            live=True,
        )

    def _gathering(self) -> Initiative:
        maker = Actor.member(self.author)
        draft = draft_initiative(
            actor=maker,
            component=self.initiatives.component,
            key=new_key(),
            title="Valot latupohjalle",
            text="Talvella on pimeää jo neljältä.",
            language="fi",
            maker_kind=Maker.RESIDENT,
            contact=CONTACT,
        )
        return gather_signatures(actor=maker, initiative=draft)

    def fill(self, count: int) -> None:
        """Up to `count` ideas, a minute apart."""
        for number in range(len(self.ideas), count):
            with clock.frozen(clock.now() + timedelta(minutes=number + 1)):
                idea = send_idea(
                    actor=Actor.member(self.author),
                    component=self.component,
                    key=new_key(),
                    title=f"Penkki rantaan {number + 1}",
                    text="Rannalla ei ole paikkaa istua.",
                    language="fi",
                )
                support_idea(actor=Actor.member(self.reader), idea=idea)
            self.ideas.append(idea)

    @property
    def board(self) -> str:
        return "/fi/hyvinvointi/puistot/"

    def places(self) -> dict[str, str]:
        """Kind of page → address of one of it. Every new kind of page belongs here."""
        idea = self.ideas[0]
        return {
            "home": "/fi/",
            "home in Swedish": "/sv/",
            "content": "/fi/tietoa/",
            "news": "/fi/uutiset/",
            "news item": "/fi/uutiset/kioski/",
            "privacy": "/fi/tietosuoja/",
            "rules": "/fi/saannot/",
            "accessibility": "/fi/saavutettavuus/",
            "process": "/fi/hyvinvointi/",
            "board": self.board,
            "board by supports": f"{self.board}?sort=supported",
            "board of one state": f"{self.board}?state=received",
            "board as a list": f"{self.board}?view=list",
            "board as a map": f"{self.board}?view=map",
            "board's feed": f"{self.board}feed/",
            "similar ideas": f"{self.board}similar/?q=penkki",
            "idea": f"{self.board}{idea.path_name}/",
            "idea, earlier versions": f"{self.board}{idea.public_id}/versions/",
            "initiatives": "/fi/aloitteet/",
            "initiative": f"/fi/aloitteet/{self.initiative.path_name}/",
            "initiative, my part": f"/fi/aloitteet/{self.initiative.public_id}/mine/part/",
            "new initiative": "/fi/aloitteet/new/",
            "easy language": "/fi/tietoa/selko/",
            "search": "/fi/haku/?q=penkki",
            "search for nothing": "/fi/haku/",
            "open data": "/fi/avoin-data/",
            "api, ideas": "/api/v1/ideas/",
            "api, idea": f"/api/v1/ideas/{idea.public_id}/",
            "api, ideas as csv": "/api/v1/ideas/?format=csv",
            "api, boards": "/api/v1/boards/",
            "api, figures": "/api/v1/figures/",
            "api, processes": "/api/v1/processes/",
            "api, areas": "/api/v1/areas/",
            "api, schema": "/api/v1/openapi.json",
            "idea, mine": f"{self.board}{idea.public_id}/mine/",
            "idea, my part": f"{self.board}{idea.public_id}/mine/part/",
            "board, mine": f"{self.board}mine/",
            "board, my parts": f"{self.board}mine/parts/?ids={idea.public_id}",
            "new idea": f"{self.board}new/",
            "report": f"/fi/moderation/report/idea/{idea.public_id}/",
            "moderation in figures": "/fi/moderation/figures/",
            "sign in": "/fi/accounts/login/",
            "sign up": "/fi/accounts/signup/",
            "my page": "/fi/accounts/",
            "menu": "/fi/accounts/menu/",
            "not here": "/fi/not-here/",
            "sitemap": "/sitemap.xml",
        }
