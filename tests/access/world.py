"""One town with a thing of every kind: own, somebody else's, hidden, held, private, drafted.

Every address and every stream of the product is asked about these by everybody in cast.py.
"""

import io
from datetime import date, timedelta
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.images import ImageFile
from PIL import Image as Picture
from wagtail.documents.models import Document
from wagtail.images.models import Image
from wagtail.models import Collection, CollectionViewRestriction, Page, PageViewRestriction

from home.actions import send_accessibility_feedback
from home.models import ContentPage
from participation.core import clock, moderatable
from participation.core.actors import Actor
from participation.core.files import reencode
from participation.core.jobs import HEARTBEAT
from participation.core.models import Area, EasyText, Heartbeat, ServiceArea, Theme
from participation.core.receipts import new_key
from participation.ideas import actions as ideas
from participation.ideas.models import Idea, IdeaBoardPage, Milestone
from participation.initiatives import actions as initiatives
from participation.initiatives.models import HideReason, Initiative, InitiativesPage, Maker
from participation.moderation.actions import ask_again, decide_case, report_thing
from participation.moderation.models import Case, Lane, What
from participation.people.letters import Address, ask_letter
from participation.people.privacy.actions import ask_export
from participation.people.privacy.exporting import make_copies
from tests.home.trees import Tree
from tests.initiatives.conftest import CONTACT

from .cast import Cast

HOME = Address("Aino Kuparinen", "Kaivoskatu 3 A 4", "83500", "Kuparila")


def drawing() -> io.BytesIO:
    out = io.BytesIO()
    Picture.new("RGB", (8, 8), "green").save(out, "PNG")
    out.seek(0)
    return out


class World:
    """`own` things are the resident's; what is `foreign` the limited editor does not keep."""

    def __init__(self, root: Page) -> None:
        self.tree = tree = Tree(root)
        self.areas = [Area.objects.create(slug="keskusta", name={"fi": "Keskusta"})]
        self.theme = Theme.objects.create(slug="puistot", name={"fi": "Puistot"})
        self.services = [
            ServiceArea.objects.create(slug=slug, name={"fi": slug}) for slug in ("kadut", "koulut")
        ]
        self.cast = Cast(process=tree.process.component, service_area=self.services[0])
        self._pages()
        self._ideas()
        self._initiatives()
        self._moderation()
        self._papers()

    def _pages(self) -> None:
        tree, home = self.tree, self.tree.home
        self.draft = home.add_child(instance=ContentPage(title="Salainen luonnos", live=False))
        self.private = tree.add(ContentPage(title="Salainen sivu", slug="salainen"))
        self.foreign_board = tree.add(IdeaBoardPage(title="Satama", slug="satama"))
        self.private_board = tree.add(IdeaBoardPage(title="Salainen taulu", slug="sala"))
        self.draft_board = tree.add(IdeaBoardPage(title="Salainen suunnitelma", slug="suunnitelma"))
        for page in (self.foreign_board, self.private_board, self.draft_board):
            page.save_revision().publish()
        # For one group of staff, whom nobody here belongs to.
        for page in (self.private, self.private_board):
            kind = PageViewRestriction.GROUPS
            PageViewRestriction.objects.create(page=page, restriction_type=kind)
        for page in (self.draft, self.private, tree.about, tree.board):
            page.save_revision()
        EasyText.objects.create(page=tree.about, title="Selkeästi", body="<p>Hei.</p>", live=True)
        self.sealed = tree.home.add_child(instance=ContentPage(title="Sinetti", slug="sinetti"))
        self.restriction = PageViewRestriction.objects.create(
            page=self.sealed, restriction_type=PageViewRestriction.PASSWORD, password="avain"
        )

    def idea(self, author: str, board: Page, **given: Any) -> Idea:
        fields = {"title": "Penkki", "text": "Rannalla ei voi istua.", "language": "fi", **given}
        return ideas.send_idea(
            actor=self.cast[author], component=board.component, key=new_key(), **fields
        )

    def _ideas(self) -> None:
        board, system = self.tree.board, Actor.system("tests")
        photo = reencode(drawing().getvalue())
        self.own = self.idea("resident", board, photo=photo, photo_alt="Ranta")
        self.others = self.idea("neighbour", board, title="Valo")
        self.elsewhere = self.idea("neighbour", self.foreign_board, title="Laituri")
        pictured = {"photo": photo, "photo_alt": "Ranta"}
        self.hidden = self.idea("resident", board, title="Salainen idea", **pictured)
        self.alarming = self.idea("neighbour", board, title="Salainen hätä")
        self.withdrawn = self.idea("neighbour", board, title="Salainen peruttu")
        self.held = self.idea("neighbour", board, title="Salainen odottava")
        self.merged = self.idea("neighbour", board, title="Toinen penkki")
        secret = {"title": "Salainen taululla", **pictured}
        self.secret = self.idea("neighbour", self.private_board, **secret)
        self.planned = self.idea("neighbour", self.draft_board, title="Salainen suunnitelmassa")
        IdeaBoardPage.objects.get(pk=self.draft_board.pk).unpublish()
        ideas.withdraw_idea(actor=self.cast["neighbour"], idea=self.withdrawn)
        ideas.hold_idea(actor=system, idea=self.held)
        ideas.merge_idea(actor=system, idea=self.merged, into=self.own)
        Idea.objects.filter(pk=self.own.pk).update(service_area=self.services[0])
        Idea.objects.filter(pk=self.elsewhere.pk).update(service_area=self.services[1])
        self.milestone = Milestone.objects.create(
            idea=self.own, on=clock.today(), title={"fi": "Tehty"}, by=self.cast["operator"].person
        )

    def _initiatives(self) -> None:
        self.page = self.tree.add(
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
        self.gathering = self._gathering("resident", "Valot latupohjalle")
        self.theirs = self._gathering("neighbour", "Kirjasto auki")
        self.own_draft = self._draft("resident", "Salainen oma aloite")
        self.their_draft = self._draft("neighbour", "Salainen luonnosaloite")
        self.buried = self._gathering("neighbour", "Salainen aloite")
        initiatives.hide_initiative(
            actor=Actor.system("tests"),
            initiative=self.buried,
            reason=HideReason.choices[0][0],
            note="x",
        )

    def _draft(self, maker: str, title: str) -> Initiative:
        return initiatives.draft_initiative(
            actor=self.cast[maker],
            component=self.page.component,
            key=new_key(),
            title=title,
            text="Talvella on pimeää.",
            language="fi",
            maker_kind=Maker.RESIDENT,
            contact=CONTACT,
        )

    def _gathering(self, maker: str, title: str) -> Initiative:
        draft = self._draft(maker, title)
        return initiatives.gather_signatures(actor=self.cast[maker], initiative=draft)

    def report(self, idea: Idea, reason: str = "abuse") -> Case:
        return report_thing(
            actor=self.cast["reporter"],
            kind=moderatable.kind_of(Idea._meta.label),
            thing=idea,
            key=new_key(),
            reason=reason,
            words="Salainen ilmoitus",
        ).case

    def _moderation(self) -> None:
        self.case, self.danger = self.report(self.others), self.report(self.alarming, "danger")
        self.far_case, self.decided = self.report(self.elsewhere), self.report(self.hidden)
        kind = moderatable.kind_of(Idea._meta.label)
        assert kind is not None
        given = {"reason": kind.reasons()[0][0], "words": "Salainen perustelu", "note": "Muistio"}
        moderator = Actor.member(self.cast["moderator"].person)
        self.decision = decide_case(actor=moderator, case=self.decided, what=What.HIDE, **given)
        bad = self.report(self.idea("banned", self.tree.board, title="Mainos"))
        until = clock.now() + timedelta(days=7)
        self.ban = decide_case(
            actor=moderator, case=bad, what=What.BAN, until=until, everywhere=True, **given
        )
        ask_again(actor=self.cast["banned"], decision=self.ban, words="Salainen pyyntö")
        self.sent = self.case.reports.get()
        self.cast.reread()
        assert self.danger.lane == Lane.DANGER

    def _papers(self) -> None:
        Heartbeat.objects.create(name=HEARTBEAT, at=clock.now())
        resident = self.cast["resident"]
        self.letter = ask_letter(actor=resident, address=HOME, language="fi")
        self.copy = ask_export(actor=resident)
        make_copies()
        self.copy.refresh_from_db()
        self.photo, self.hidden_photo = self.own.photo, self.hidden.photo
        self.secret_photo = self.secret.photo
        self.feedback = send_accessibility_feedback(
            actor=Actor.guest("abc"),
            key=new_key(),
            message="Salainen palaute",
            page_address="",
            email="aino@example.org",
            language="fi",
        )
        self.image = Image.objects.create(
            title="Ranta", file=ImageFile(drawing(), name="ranta.png"), width=8, height=8
        )
        self.document = self._document("Kartta", Collection.get_first_root_node())
        vault = Collection.get_first_root_node().add_child(name="Holvi")
        CollectionViewRestriction.objects.create(
            collection=vault, restriction_type=CollectionViewRestriction.GROUPS
        )
        self.secret_document = self._document("Salainen asiakirja", vault)

    def _document(self, title: str, collection: Collection) -> Document:
        file = ContentFile(b"%PDF-1.4", name="a.pdf")
        return Document.objects.create(title=title, file=file, collection=collection)
