"""The site's own pages in the editor: every kind opens, previews, is safe to fill in."""

import json

import pytest
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale
from wagtail.test.utils.form_data import rich_text

from home.blocks import ActionBlock, BodyBlock
from home.models import ContentPage, NewsPage

from .test_rounds import edit, form_of

KINDS = ["home", "about", "news", "item", "privacy", "rules", "accessibility", "process", "board"]


@pytest.mark.parametrize("name", KINDS)
def test_the_editor_of_every_kind_opens_saves_and_previews(name, tree, noon, staff):
    page = getattr(tree, name)
    if name != "home":
        assert (
            staff.get(
                f"/admin/pages/add/{page._meta.app_label}/{page._meta.model_name}/"
                f"{page.get_parent().pk}/?empty=1"
            ).status_code
            == 200
        )
    address = f"/admin/pages/{page.pk}/edit/preview/"
    data = form_of(staff, f"/admin/pages/{page.pk}/edit/")
    data["title"] = "Kesken oleva"
    assert staff.post(address, data).json()["is_valid"]
    answer = staff.get(address)
    assert answer.status_code == 200
    assert "Kesken oleva" in answer.content.decode()
    assert "s-maxage" not in answer.headers.get("Cache-Control", "")


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_can_be_sent_for_translation(name, tree, noon, staff):
    page = getattr(tree, name)
    sv = Locale.objects.get(language_code="sv")
    page.get_translation(sv).delete() if name == "home" else None
    answer = staff.post(f"/admin/localize/submit/page/{page.pk}/", {"locales": [sv.pk]})
    assert answer.status_code == 302
    assert page.get_translation(sv)


def body_of(*blocks: dict) -> list[dict]:
    return [{"id": f"0000000{n}-0000-4000-8000-000000000000", **b} for n, b in enumerate(blocks)]


@pytest.fixture
def picture(db):
    return Image.objects.create(title="Tori", file=get_test_image_file(), description="")


def test_every_block_is_drawn(tree, noon, client, picture):
    tree.about.body = body_of(
        {"type": "heading", "value": {"text": "Otsikko", "level": "h2"}},
        {"type": "paragraph", "value": "<p>Leipäteksti</p>"},
        {"type": "picture", "value": {
            "image": {"image": picture.pk, "decorative": False, "alt_text": "Tori talvella"},
            "caption": "Kuvateksti"}},
        {"type": "quote", "value": {"text": "Hyvä tori", "speaker": "Asukas"}},
        {"type": "action", "value": {"title": "", "text": "", "label": "Kerro idea",
                                     "page": tree.board.pk, "url": ""}},
        {"type": "contact", "value": {"role": "Osallisuuskoordinaattori", "name": "", "picture":
            None, "phone": "010 123 4567", "email": "osallisuus@example.org"}},
        {"type": "accordion", "value": {"items": [
            {"type": "item", "id": "a0000000-0000-4000-8000-000000000000",
             "value": {"title": "Kuka saa?", "text": "<p>Kaikki.</p>"}}]}},
    )  # fmt: skip
    tree.about.save_revision().publish()
    html = client.get("/fi/tietoa/").content.decode()
    for words in (
        "<h2>Otsikko</h2>", "Leipäteksti", 'alt="Tori talvella"', "Kuvateksti", "Hyvä tori",
        "Kerro idea", "/fi/hyvinvointi/puistot/", "Osallisuuskoordinaattori",
        'href="tel:0101234567"', "Kuka saa?", "Kaikki.",
    ):  # fmt: skip
        assert words in html, words


def test_a_picture_is_described_or_decoration(picture, tree):
    block = BodyBlock().child_blocks["picture"]
    value = block.to_python(
        {"image": {"image": picture.pk, "decorative": False, "alt_text": ""}, "caption": ""}
    )
    with pytest.raises(StructBlockValidationError):
        block.clean(value)
    value = block.to_python(
        {"image": {"image": picture.pk, "decorative": True, "alt_text": ""}, "caption": ""}
    )
    block.clean(value)


def test_an_action_leads_to_one_place(tree):
    block = ActionBlock()
    for given in ({"page": None, "url": ""}, {"page": tree.about.pk, "url": "https://example.org"}):
        value = block.to_python({"title": "", "text": "", "label": "Avaa", **given})
        with pytest.raises(StructBlockValidationError):
            block.clean(value)


def test_no_block_takes_raw_html_or_an_embed():
    names = {type(block).__name__ for block in every_block(BodyBlock())}
    assert not {"RawHTMLBlock", "EmbedBlock"} & names


def every_block(block):
    yield block
    for child in getattr(block, "child_blocks", {}).values():
        yield from every_block(child)
    if hasattr(block, "child_block"):
        yield from every_block(block.child_block)


NASTY = [
    "<svg/onload=alert(1)>", '"><img src=x onerror=alert(1)>', "{{7*7}}{% debug %}",
    "</script><!--", "\u202eevil", "a\u0301" * 50,
]  # fmt: skip


@pytest.mark.parametrize("text", NASTY)
def test_what_an_editor_types_is_shown_and_never_run(text, tree, noon, staff):
    tree.item.title, tree.item.lead = f"x {text}", f"y {text}"
    tree.item.body = body_of({"type": "quote", "value": {"text": text, "speaker": text}})
    tree.item.save_revision().publish()
    for address in (
        "/fi/uutiset/kioski/",
        "/fi/uutiset/",
        "/fi/",
        f"/admin/pages/{tree.item.pk}/edit/",
    ):
        html = staff.get(address).content.decode()
        assert "<svg/onload" not in html
        assert "<img src=x" not in html
        assert "49" not in html.split("<main")[-1].split("r-quote")[-1][:200]


def test_rich_text_from_an_editor_loses_scripts(tree, noon, staff):
    """The editor sends its own JSON; what it may hold decides, not what the browser showed."""
    text = '<p onclick="x()">Soita <script>alert(1)</script><a href="javascript:x()">tänne</a></p>'
    content = json.loads(rich_text(text))
    content["entityMap"] = {
        "0": {"type": "LINK", "mutability": "MUTABLE", "data": {"url": "javascript:x()"}},
        "1": {"type": "EMBED", "mutability": "IMMUTABLE", "data": {"url": "https://evil.example"}},
    }
    content["blocks"][0]["entityRanges"] = [{"key": 0, "offset": 0, "length": 5}]
    data = {"other_ways": json.dumps(content), "body-count": "0"}
    assert edit(staff, tree.home, **data).status_code == 302
    html = staff.get("/fi/").content.decode()
    assert "Soita" in html
    for danger in ("<script>alert", "onclick", "javascript:x", "evil.example"):
        assert danger not in html


def test_a_news_page_has_the_day_it_was_written(tree, noon, staff):
    html = staff.get(f"/admin/pages/add/home/newspage/{tree.news.pk}/").content.decode()
    assert 'value="2026-11-21"' in html


def test_the_news_list_is_cut_into_pages_and_survives_odd_numbers(tree, noon, client):
    for number in range(25):
        tree.news.add_child(
            instance=NewsPage(title=f"Uutinen {number}", slug=f"u{number}", lead="Lyhyesti.")
        )
    assert client.get("/fi/uutiset/").content.decode().count("r-card__title") == 20
    assert client.get("/fi/uutiset/?page=2").content.decode().count("r-card__title") == 6
    for odd in ("-1", "0", "1e9", "x", "９", "<svg>", "9" * 5000):
        assert client.get("/fi/uutiset/", {"page": odd}).status_code == 200


def test_a_draft_is_nowhere_public(tree, noon, client):
    tree.news.add_child(
        instance=NewsPage(title="Salainen", slug="salainen", lead="Ei vielä.", live=False)
    )
    for address in ("/fi/", "/fi/uutiset/", "/sitemap.xml"):
        assert "Salainen" not in client.get(address).content.decode()
    assert client.get("/fi/uutiset/salainen/").status_code == 404


def test_an_edited_title_is_published_through_the_admin(tree, noon, staff):
    data = {"title": "Tietoa meistä", "body-count": "0"}
    assert edit(staff, tree.about, **data).status_code == 302
    assert ContentPage.objects.get(pk=tree.about.pk).title == "Tietoa meistä"
