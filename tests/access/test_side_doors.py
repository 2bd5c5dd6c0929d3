"""Row A2: what is hidden, private, drafted or somebody's own is told by no other way out."""

import pytest

from .visiting import visit

LANGUAGES = ("fi", "sv", "en")


def _said(browser, path: str) -> tuple[str, str]:
    """The letter, and all that the answer tells, its address included."""
    letter, answer, _changed = visit(browser, "GET", path)
    body = "" if answer.streaming else answer.content.decode(errors="replace")
    return letter, body + answer.headers.get("Location", "")


@pytest.mark.parametrize("role", ["guest", "resident", "moderator"])
def test_nothing_of_a_private_or_drafted_place_is_told(things, role):
    world, browser = things.world, things.world.cast.browser(role)
    for idea in (world.secret, world.planned):
        ways = [f"/o/{idea.public_id}/", f"/fi/moderation/report/idea/{idea.public_id}/"]
        ways += [f"/api/v1/ideas/{idea.public_id}/", f"/fi/haku/?q={idea.title}", "/api/v1/ideas/"]
        ways += [f"/fi/me/{what}/{idea.component.public_id}/" for what in ("tell", "code")]
        for path in ways:
            letter, said = _said(browser, path)
            # The words that somebody looks for are in the answer's own field.
            said = said.replace(f'value="{idea.title}"', "")
            assert idea.path_name not in said, path
            assert letter == "0" or idea.public_id not in said, path
    assert _said(browser, f"/files/{world.secret_photo.public_id}/")[0] == "0"


@pytest.mark.parametrize("role", ["guest", "neighbour", "moderator", "communications"])
def test_what_is_one_persons_is_nobody_elses(things, role):
    world, browser = things.world, things.world.cast.browser(role)
    ways = {
        f"/fi/moderation/decisions/{world.decision.public_id}/": "Salainen perustelu",
        f"/fi/me/data/copy/{world.copy.public_id}/": "zip",
        f"/files/{world.copy.file.public_id}/": "zip",
        f"/fi/aloitteet/{world.own_draft.public_id}/mine/": world.own_draft.title,
        f"/admin/people/letters/{world.letter.public_id}/": "Kaivoskatu",
    }
    for path, words in ways.items():
        letter, said = _said(browser, path)
        assert letter in "0->", path
        assert words not in said, path


def test_an_answer_to_a_tag_tells_nothing_new(things):
    """A browser that asks with the tag of a page for everybody gets 304 or the page, no more."""
    world, browser = things.world, things.world.cast.browser("guest")
    for path in ("/api/v1/ideas/", "/fi/hyvinvointi/puistot/feed/"):
        first = browser.generic("GET", path)
        again = browser.generic(
            "GET", path, headers={"if-none-match": first.headers.get("ETag", "")}
        )
        assert again.status_code in (200, 304)
    gone = browser.generic(
        "GET", f"/api/v1/ideas/{world.hidden.public_id}/", headers={"if-none-match": "*"}
    )
    assert gone.status_code == 404
