"""A person's own initiatives on the account page."""

from types import SimpleNamespace

from participation.initiatives.own import draw_own_initiatives


def drawn(user) -> str:
    request = SimpleNamespace(user=user, session={})
    return str(draw_own_initiatives({"request": request}))


def test_the_account_page_lists_ones_own_drafts_too(town, django_assert_max_num_queries):
    drafts = [town.draft() for _each in range(3)]
    town.gathering(town.resident("Eino"), title="Einon aloite")
    # The first one fills what is remembered for a while.
    drawn(town.resident().user)
    with django_assert_max_num_queries(6):
        page = drawn(town.resident().user)
    assert all(f"/fi/aloitteet/{row.public_id}/mine/" in page for row in drafts)
    assert "Einon" not in page
    assert drawn(town.resident("Helmi").user) == ""
