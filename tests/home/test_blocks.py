"""The blocks of a page: they draw, refuse what would shut somebody out, and cost little."""

import pytest
from django.core.files.base import ContentFile
from django.utils.translation import override
from wagtail.blocks.struct_block import StructBlockValidationError
from wagtail.contrib.typed_table_block.blocks import TypedTableBlockValidationError
from wagtail.documents import get_document_model
from wagtail.images.models import Image
from wagtail.images.tests.utils import get_test_image_file

from home.blocks import BodyBlock
from home.blocks.data import TableBlock, dated
from home.blocks.pictures import VideoBlock
from home.models import ContentPage

BODY = BodyBlock()


@pytest.fixture
def film(db):
    return get_document_model().objects.create(
        title="Tori", file=ContentFile(b"film", name="tori.mp4")
    )


@pytest.fixture
def text_track(db):
    return get_document_model().objects.create(
        title="Tekstitys", file=ContentFile(b"WEBVTT", name="tori.vtt")
    )


def video(**given):
    value = {
        "title": "Tori",
        "file": None,
        "address": "",
        "poster": None,
        "captions": None,
        "transcript": "<p>Tori herää.</p>",
        **given,
    }
    return VideoBlock().to_python({key: getattr(each, "pk", each) for key, each in value.items()})


def shows(tree, client, kind: str, value) -> str:
    tree.about.body = [
        {"type": kind, "value": value, "id": "0" * 8 + "-0000-4000-8000-" + "0" * 12}
    ]
    tree.about.save_revision().publish()
    return client.get("/fi/tietoa/").content.decode()


def test_a_video_of_our_own_is_played_with_its_words(tree, noon, client, film, text_track):
    value = VideoBlock().get_prep_value(video(file=film, captions=text_track))
    html = shows(tree, client, "video", value)
    assert film.file.url in html
    assert 'kind="captions"' in html
    assert "Tori herää." in html


def test_a_video_needs_a_file_or_an_address_and_not_both(film):
    for given in ({}, {"file": film, "address": "/media/x.mp4"}):
        with pytest.raises(StructBlockValidationError):
            VideoBlock().clean(video(**given))


@pytest.mark.parametrize(
    "address",
    ["https://evil.example/x.mp4", "//evil.example/x.mp4", "/\\evil.example/x.mp4", "x.mp4",
     "javascript:x.mp4", "/media/x.mp4?y", "/media/x.exe", "/media/\u202ex.mp4"],
)  # fmt: skip
def test_a_video_comes_from_this_site_only(address):
    with pytest.raises(StructBlockValidationError):
        VideoBlock().clean(video(address=address))


def test_a_video_without_captions_or_words_is_refused():
    with pytest.raises(StructBlockValidationError) as refused:
        VideoBlock().clean(video(address="/media/x.mp4", transcript=""))
    assert set(refused.value.block_errors) == {"captions"}


def table(caption="Ideat", heading="Vuosi", rows=("2025",)):
    columns = [{"type": "text", "heading": heading}]
    return TableBlock().to_python(
        {"caption": caption, "columns": columns, "rows": [{"values": [row]} for row in rows]}
    )


@pytest.mark.parametrize("given", [{"caption": " "}, {"heading": ""}, {"rows": ()}])
def test_a_table_needs_a_caption_headings_and_rows(given):
    with pytest.raises(TypedTableBlockValidationError):
        TableBlock().clean(table(**given))


def test_a_table_is_drawn_with_headed_columns_and_rows(tree, noon, client):
    html = shows(tree, client, "table", TableBlock().get_prep_value(table()))
    assert "<caption>Ideat</caption>" in html
    assert '<th scope="col">Vuosi</th>' in html
    assert '<th scope="row">2025</th>' in html


def test_a_table_s_words_are_sent_for_translation_and_come_back():
    block, value = TableBlock(), table(rows=("yksi", "kaksi"))
    segments = block.get_translatable_segments(value)
    assert {each.path for each in segments} == {"caption", "heading-0", "cell-0-0", "cell-1-0"}
    for each in segments:
        each.string = type(each.string).from_plaintext(f"sv {each.render_text()}")
    back = block.restore_translated_segments(table(rows=("yksi", "kaksi")), segments)
    assert back.caption == "sv Ideat"
    assert back.row_data[1]["values"] == ["sv kaksi"]


def test_dated_steps_stand_in_order_and_tell_where_we_are(noon):
    from datetime import date

    def step(day, title):
        return {"date": day, "when": "", "title": title, "text": ""}

    steps = [step(date(2027, 1, 1), "c"), step(date(2025, 1, 1), "a"), step(date(2026, 1, 1), "b")]
    found = dated(steps, date(2026, 6, 1))
    assert [(each["title"], each["state"]) for each in found] == [
        ("a", "done"), ("b", "here"), ("c", "coming"),
    ]  # fmt: skip


@pytest.mark.parametrize("name", BODY.child_blocks)
def test_every_block_has_an_icon_a_group_words_and_a_preview(name, tree, noon, staff):
    block = BODY.child_blocks[name]
    with override("fi"):
        assert block.meta.group
        assert str(block.get_description())
        assert block.is_previewable
    Image.objects.create(title="Tori", file=get_test_image_file(), description="")
    block = ContentPage.body.field.stream_block.child_blocks[name]
    answer = staff.get("/admin/block-preview/", {"id": block.definition_prefix})
    assert answer.status_code == 200
