"""Every kind of page of the site with some life in it, and where each is."""

from datetime import timedelta

from django.contrib.auth import get_user_model

from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.receipts import new_key
from participation.ideas.actions import send_idea, support_idea
from participation.ideas.models import Idea

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
            "idea": f"{self.board}{idea.path_name}/",
            "idea, mine": f"{self.board}{idea.public_id}/mine/",
            "idea, my part": f"{self.board}{idea.public_id}/mine/part/",
            "board, mine": f"{self.board}mine/",
            "board, my parts": f"{self.board}mine/parts/?ids={idea.public_id}",
            "new idea": f"{self.board}new/",
            "sign in": "/fi/accounts/login/",
            "sign up": "/fi/accounts/signup/",
            "my page": "/fi/accounts/",
            "menu": "/fi/accounts/menu/",
            "not here": "/fi/not-here/",
            "sitemap": "/sitemap.xml",
        }
