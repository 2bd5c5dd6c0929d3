"""For each pattern of an address: what stands for its parameters, in their order.

A pair is a named thing and its value, a plain word stands for itself. The first rule whose
expression is found in the pattern holds.
"""

from typing import TYPE_CHECKING, Any

from django.contrib.auth.models import Group
from wagtail.contrib.settings.registry import registry as settings_registry
from wagtail.models import Collection, Locale, Task, Workflow

from participation.core import desk
from participation.core.roles import Role, group_name
from participation.moderation import outcomes
from participation.notifications import unsubscribe

if TYPE_CHECKING:
    from .things import Things

#: The limited editor's own page, and one that is not theirs.
PAGES = ("board", "draft")
#: Where it matters whether everybody may read the page.
MANY_PAGES = ("board", "about", "draft", "private")
BULK = ("delete", "move", "publish", "unpublish")
Rule = tuple[str, list[Any]]


def rules(things: "Things") -> list[Rule]:
    return [*_public(things), *_desks(things), *_of_pages(things), *_of_wagtail(things)]


def _ids(**found: Any) -> list[Any]:
    return [(name.replace("_", " "), thing.public_id) for name, thing in found.items()]


def _keys(**found: Any) -> list[Any]:
    return [(name.replace("_", " "), thing.pk) for name, thing in found.items()]


def _ideas(world: Any) -> list[Any]:
    return _ids(
        own=world.own,
        others=world.others,
        elsewhere=world.elsewhere,
        hidden=world.hidden,
        held=world.held,
        withdrawn=world.withdrawn,
        merged=world.merged,
        secret=world.secret,
        planned=world.planned,
    )


def _public(things: "Things") -> list[Rule]:
    world = things.world
    reported = [["idea", each] for each in _ideas(world)]
    board, secret = world.tree.board.component, world.private_board.component
    report = ("report", world.sent.public_id)
    real = outcomes.address_of(world.sent).rstrip("/").rpartition("-")[2]
    files = _ids(photo=world.photo, hidden=world.hidden_photo, secret=world.secret_photo)
    files += _ids(copy=world.copy.file)
    wish = unsubscribe.Wish(world.cast["resident"].person.pk, "digest")
    documents = {"document": world.document, "secret_document": world.secret_document}
    restriction = ("restriction", world.restriction.pk)
    places = _ids(board=board, private_board=secret, draft_board=world.draft_board.component)
    initiatives = _ids(
        gathering=world.gathering, own_draft=world.own_draft, their_draft=world.their_draft
    )
    return [
        (r"^/media/", ["nothing.png"]),
        (r"^/o/", [*_ideas(world), *initiatives, *_ids(buried=world.buried)]),
        (
            r"^/files/",
            _ids(
                photo=world.photo,
                hidden=world.hidden_photo,
                secret=world.secret_photo,
                copy=world.copy.file,
            ),
        ),
        (r"^/sitemap-", [["pages", "1"]]),
        (r"^/api/v1/ideas/", _ideas(world)),
        (r"^/documents/authenticate", [("sealed", world.restriction.pk)]),
        (
            r"^/documents/",
            # By the names that their files got: another name is no address.
            [[*_keys(**{name: row}), ("file", row.filename)] for name, row in documents.items()],
        ),
        (r"/webauthn/keys/", [("nobody's", 4711)]),
        (r"/moderation/report/", reported),
        (r"/moderation/reported/", [[report, proof] for proof in (("proof", real), "0" * 32)]),
        (r"/moderation/decisions/", _ids(decision=world.decision, ban=world.ban)),
        (r"/moderation/figures/", ["2026"]),
        (r"/notices/stop/", [("token", unsubscribe.token(wish))]),
        (r"/me/follow/", _ids(board=board)),
        (r"/me/(child|guardian)/", ["made-up"]),
        (r"/me/data/copy/", _ids(copy=world.copy)),
        (r"/me/(tell|code)/", places),
        (r"/_util/authenticate", [[restriction, ("sealed", world.sealed.pk)]]),
    ]


def _desks(things: "Things") -> list[Rule]:
    world = things.world
    cases = _ids(
        case=world.case, danger=world.danger, far_case=world.far_case, decided=world.decided
    )
    people = [
        (name, world.cast[name].user.pk) for name in ("resident", "administrator", "operator")
    ]
    initiatives = _ids(gathering=world.gathering, own_draft=world.own_draft, hidden=world.buried)
    boards = _keys(board=world.tree.board, foreign_board=world.foreign_board)
    return [
        (r"/admin/desk/away/", _ids(absence=things.absence)),
        (r"/admin/desk/", sorted(desk._panels)),
        (r"/admin/people/letters/", _ids(letter=world.letter)),
        (r"/admin/people/", people),
        (r"/admin/accessibility-feedback/", _ids(feedback=world.feedback)),
        (r"/admin/ideas/bulk/", ["none"]),
        (
            r"/admin/ideas/enter/",
            [
                ("board", world.tree.board.component.key),
                ("foreign board", world.foreign_board.component.key),
            ],
        ),
        (
            r"/admin/ideas/.*/realised/%\(milestone",
            [[("own", world.own.public_id), ("milestone", world.milestone.public_id)]],
        ),
        (r"/admin/ideas/", _ideas(world)),
        (r"/admin/initiatives/", initiatives),
        (r"/admin/moderation/", cases),
        (r"/admin/mails/", _keys(mail=things.mail)),
        (r"/raati/processes/", _keys(home=world.tree.home, process=world.tree.process)),
        (r"/raati/who/", boards),
        (r"/raati/rounds/", boards),
    ]


def _of_pages(things: "Things") -> list[Rule]:
    pages = [(name, things.pages[name].pk) for name in PAGES]
    many = [(name, things.pages[name].pk) for name in MANY_PAGES]
    versions = [[page, ("its version", things.version(page[0]))] for page in pages]
    review = ("review", things.task_state.pk)
    parents = [("process", things.pages["process"].pk), ("home", things.pages["home"].pk)]
    new = [["home", "contentpage", each] for each in parents]
    return [
        (r"/pages/%\(pk\)s/action/", [[each, "copy"] for each in pages]),
        (r"/pages/add/", new),
        (r"/pages/(usage|create)/%\(", [["home", "contentpage"]]),
        (r"/move/%\(", [[each, ("home", things.pages["home"].pk)] for each in pages]),
        (r"/pages/workflow/preview/", [[pages[1], ("task", things.task_state.task_id)]]),
        (r"/pages/workflow/confirm", [pages[1]]),
        (r"/pages/workflow/", [[pages[1], "approve", review]]),
        (r"/workflow_history/detail/", [[pages[1], ("workflow state", things.review.pk)]]),
        (r"/revisions/compare/", [[each, "earliest", "latest"] for each in pages]),
        (r"/revisions/%\(", versions),
        (r"/admin/api/main/pages/|/admin/choose-page/|page_id\)s/copy/", many),
        (r"/admin/pages/", pages),
        (r"/admin/localize/(submit/)?page/", pages),
        (r"/admin/raati/(easy|opening)/", pages),
    ]


def _of_wagtail(things: "Things") -> list[Rule]:
    world = things.world
    vault = ("vault", Collection.objects.get(name="Holvi").pk)
    workflow, task = ("workflow", Workflow.objects.first().pk), ("task", Task.objects.first().pk)
    home, locale = things.pages["home"], Locale.objects.get(language_code="sv")
    translation = ("translation", things.translation.pk)
    settings = [[m._meta.app_label, m._meta.model_name] for m in settings_registry]
    site = ("site", world.tree.site.pk)
    documents = _keys(document=world.document, secret_document=world.secret_document)
    group = Group.objects.get(name=group_name(Role.ADMINISTRATOR))
    users = [(name, world.cast[name].user.pk) for name in ("resident", "operator")]
    return [
        (
            r"/admin/bulk/",
            [["wagtailcore", "page", each] for each in ("delete", "move", "publish")],
        ),
        (r"/admin/tag-autocomplete/", [["taggit", "tag"]]),
        (r"/admin/collections/", [vault]),
        (r"/workflows/remove/%\(page_pk\)s/%\(", [[("home", home.pk), workflow]]),
        (r"/workflows/remove/", [("home", home.pk)]),
        (r"/workflows/tasks/add/", [["wagtailcore", "groupapprovaltask"]]),
        (r"/workflows/task", [task]),
        (r"/admin/workflows/", [workflow]),
        (r"/editing-sessions/ping/", [["home", "contentpage", ("draft", world.draft.pk), "1"]]),
        (r"/editing-sessions/release/", ["1"]),
        (r"/localize/submit/snippet/", [["raati_core", "theme", ("theme", world.theme.pk)]]),
        (r"/localize/api/snippets/.*pk", [["raati_core", "theme", ("theme", world.theme.pk)]]),
        (r"/localize/api/snippets/", [["raati_core", "theme"]]),
        (r"/localize/update/", [("source", things.source.pk)]),
        (r"/localize/translate/.*/strings/", [[translation, ("string", things.segment.pk)]]),
        (r"/localize/translate/.*/overrides/", [[translation, "1"]]),
        (r"/localize/translate/.*mode", [[translation, "form"]]),
        (r"/localize/translate/", [translation]),
        (r"/admin/redirects/", [("redirect", things.redirect.pk)]),
        (r"/admin/settings/.*pk", [[*each, site] for each in settings]),
        (r"/admin/settings/", settings),
        (r"uploaded_file_id|delete_upload", ["1"]),
        (r"/admin/(api/main/)?documents/", documents),
        (r"/admin/images/.*filter_spec", [[("image", world.image.pk), "width-4"]]),
        (r"/admin/(api/main/)?images/", [("image", world.image.pk)]),
        (r"/admin/locales/", [("Swedish", locale.pk)]),
        (r"/admin/sites/", [site]),
        (r"/admin/users/", users),
        (r"/admin/groups/", [("administrators", group.pk)]),
        (r"/admin/raati_areas/", _keys(area=world.areas[0])),
        (r"/admin/raati_themes/", _keys(theme=world.theme)),
        (r"/admin/raati_service_areas/", _keys(service=world.services[0])),
        (r"/password_reset/confirm/", [["Mg", "set-password"]]),
    ]
