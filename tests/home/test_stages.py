"""A board's own words for states in the real editor: filled in, kept, published, not forked."""

from wagtail.models import Locale

from participation.core.models import Component
from participation.ideas.models import IdeaBoardPage

from .test_rounds import edit, form_of


def stage(number: int, meaning: str, **labels: str) -> dict[str, str]:
    base = f"stages-{number}"
    words = {f"{base}-value-label_{n}": labels.get(c, "") for n, c in enumerate(("fi", "sv", "en"))}
    return {
        f"{base}-type": "stage",
        f"{base}-id": "",
        f"{base}-deleted": "",
        f"{base}-order": str(number),
        f"{base}-value-meaning": meaning,
        **words,
    }


def stages_of(board: IdeaBoardPage) -> list[dict]:
    return Component.objects.get(key=board.translation_key).settings["stages"]


def test_own_words_are_filled_in_reopened_and_published(tree, noon, staff):
    board = tree.board
    given = {
        "stages-count": "2",
        **stage(0, "received", fi="Laatikossa", sv="I lådan"),
        **stage(1, "considering", fi="Pöydällä"),
    }
    edit(staff, board, publish=False, **given)
    assert not stages_of(board)
    page = staff.get(f"/admin/pages/{board.pk}/edit/").content.decode()
    for word in ("Laatikossa", "I l\\u00e5dan"):
        assert word in page
    draft = IdeaBoardPage.objects.get(pk=board.pk).get_latest_revision_as_object()
    kept = {"stages-count": "2"}
    for number, block in enumerate(draft.stages):
        labels = block.value["label"].data
        kept |= {**stage(number, block.value["meaning"], **labels), f"stages-{number}-id": block.id}
    edit(staff, board, **kept)
    published = stages_of(board)
    assert [(each["label"], each["meaning"]) for each in published] == [
        ({"fi": "Laatikossa", "sv": "I lådan"}, "received"),
        ({"fi": "Pöydällä"}, "considering"),
    ]
    assert [each["id"] for each in published] == [block.id for block in draft.stages]


def test_a_word_is_needed_in_at_least_one_language(tree, noon, staff):
    address = f"/admin/pages/{tree.board.pk}/edit/"
    data = {**form_of(staff, address), "stages-count": "1", **stage(0, "received")}
    answer = staff.post(address, {**data, "action-publish": "1"})
    assert answer.status_code == 200
    assert not stages_of(tree.board)


def test_a_translation_shows_the_words_and_cannot_fork_them(tree, noon, staff):
    board = tree.board
    edit(staff, board, **{"stages-count": "1"}, **stage(0, "received", fi="Laatikossa"))
    before = stages_of(board)
    assert before
    sv = Locale.objects.get(language_code="sv")
    assert staff.post(f"/admin/localize/submit/page/{board.pk}/", {"locales": [sv.pk]})
    swedish = board.get_translation(sv).specific
    swedish.stages = []
    swedish.save_revision().publish()
    assert stages_of(board) == before
    page = staff.get(f"/admin/pages/{swedish.pk}/edit/")
    assert page.status_code == 200
