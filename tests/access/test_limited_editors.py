"""Row A5: who keeps one place does nothing to other pages by id, and is not told their names."""

import pytest
from wagtail.models import Page

from .visiting import taken_back, visit

#: Wagtail's own acts on a page by id, and the translation tool's.
ACTS = (
    *("edit/", "delete/", "unpublish/", "copy/", "move/", "move/{home}/confirm/", "history/"),
    *("usage/", "view_draft/", "convert_alias/", "privacy/", "set_position/", "workflow_history/"),
    *("lock/", "unlock/", "add_subpage/", "revisions/compare/earliest...latest/", "edit/preview/"),
    *("revisions/{version}/view/", "revisions/{version}/revert/", "history/results/"),
)
OTHERS = (
    *("/admin/localize/submit/page/{page}/", "/admin/localize/page/{page}/convert_to_alias/"),
    *("/admin/choose-page/{page}/", "/admin/api/main/pages/{page}/", "/admin/raati/easy/{page}/"),
    *("/admin/api/main/pages/{page}/action/copy/", "/admin/raati/easy/{page}/preview/"),
    *("/admin/raati/opening/{page}/", "/admin/localize/reports/translations/"),
    *("/admin/pages/search/?q=salainen", "/admin/choose-page/search/?q=salainen"),
    *("/admin/reports/aging-pages/", "/admin/reports/site-history/"),
    *("/admin/reports/aging-pages/?export=csv", "/admin/reports/locked/?export=xlsx"),
)
BULK = ("delete", "move", "publish", "unpublish")
ROLES = ("limited", "service_area", "moderator", "safeguarding", "service_desk")


@pytest.fixture(params=["draft", "private"])
def page(request, things):
    return Page.objects.get(pk=things.pages[request.param].pk)


@pytest.mark.parametrize("role", ROLES)
def test_what_one_may_not_edit_is_refused_and_not_named(things, page, role):
    browser, home = things.world.cast.browser(role), things.pages["home"].pk
    given = {"page": page.pk, "home": home, "version": page.latest_revision_id}
    paths = [f"/admin/pages/{page.pk}/{act}".format(**given) for act in ACTS]
    paths += [each.format(**given) for each in OTHERS]
    for path in paths:
        for method in ("GET", "POST"):
            letter, answer, changed = visit(browser, method, path)
            assert letter not in "+X", (method, path)
            assert page.title not in _text(answer), (method, path)
            assert not {t for t in changed if t.startswith("wagtailcore_page")}, (method, path)


@pytest.mark.parametrize("act", BULK)
def test_many_at_once_are_refused_and_nothing_is_done(things, page, act):
    browser = things.world.cast.browser("limited")
    board = Page.objects.get(pk=things.pages["board"].pk)
    path = f"/admin/bulk/wagtailcore/page/{act}/?id={page.pk}"
    for method in ("GET", "POST"):
        with taken_back():
            browser.generic(method, path)
            same = Page.objects.get(pk=page.pk)
            assert (same.live, same.path) == (page.live, page.path)
            assert Page.objects.filter(pk=board.pk).exists()


def _text(answer) -> str:
    return "" if answer.streaming else answer.content.decode(errors="replace")
