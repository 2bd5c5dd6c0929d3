"""Puts text that tries to run into every field of a loaded demo that anybody writes.

    python -m tests.nasty.poison        (DATABASE_URL and settings as the site's)

Straight into the database, past every form that would have refused it: what is shown must
hold by itself. Only formatted text goes through the filter that stores it, as it is HTML on
purpose. Prints the addresses at which that text is seen, and by whom.
"""

import itertools
import json
import sys
from collections.abc import Iterator
from typing import Any

import django

django.setup()

from django.apps import apps
from django.db import models, transaction
from django.test import override_settings
from i18nfield.fields import I18nCharField, I18nTextField
from i18nfield.strings import LazyI18nString
from wagtail import blocks
from wagtail.admin.rich_text.converters.contentstate import ContentstateConverter
from wagtail.contrib.typed_table_block.blocks import TypedTableBlock
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Page

from participation.core.blocks import I18nCharBlock
from participation.core.models import Component
from participation.core.pages import component_values

from .crawling import Map, Seen, walk
from .limits import NO_LIMITS
from .people import everybody
from .values import MARK, RUNS

OURS = ("raati_", "home", "wagtailimages", "wagtaildocs", "wagtailcore", "taggit")
#: Made by the server or chosen from a list; nobody writes there.
NOT_WRITTEN = {
    "path", "slug", "url_path", "password", "language", "language_code", "code", "kind", "mark",
    "source", "digest", "code_digest", "file_hash", "key_hash", "prefix", "actor", "key", "act",
    "result", "subject_type", "subject_id", "object_id", "object_kind", "element", "session",
    "evidence_id", "action", "fate", "status", "role", "icon", "stage", "outcome", "filter_spec",
    "focal_point_key", "hostname", "query", "folded", "letters", "audience", "purpose", "step",
    "content_type", "content_path", "contentpath", "model_path", "position", "postcode",
    "redirect_page_route_path", "old_path", "eligibility", "themes", "areas", "provider",
    "school_role", "class_level", "outline", "rhythms", "object_str",
}  # fmt: skip
NOT_OURS = {
    "raati_core.SearchWord", "raati_core.SearchTrigram", "raati_core.Component",
    "raati_live.Stream", "raati_live.Change", "raati_core.Fact", "raati_core.Receipt",
    "wagtailcore.Locale", "wagtailcore.Revision", "wagtailcore.ReferenceIndex",
}  # fmt: skip
turn = itertools.cycle(RUNS.values())
number = itertools.count(1)


def run(longest: int | None = None) -> str:
    """The next string, told from all others, as long as there is room for."""
    text = f"{next(number)} {next(turn)}"
    return text[:longest] if longest else text


def rich() -> str:
    """What the editor's filter leaves of a formatted text that tries everything."""
    block = {
        "key": "aaaaa",
        "text": run(),
        "type": "unstyled",
        "depth": 0,
        "inlineStyleRanges": [],
        "entityRanges": [{"key": 0, "offset": 0, "length": 3}],
    }
    link = {"type": "LINK", "mutability": "MUTABLE", "data": {"url": RUNS["address"]}}
    content = json.dumps({"blocks": [block], "entityMap": {"0": link}})
    return ContentstateConverter(features=["bold", "link", "ol"]).to_database_format(content)


def in_block(block: blocks.Block, value: Any) -> Any:
    """A stored value of the block with every text in it replaced."""
    if isinstance(block, TypedTableBlock) and value:
        heads = [{**column, "heading": run()} for column in value["columns"]]
        kinds = [block.child_blocks[column["type"]] for column in value["columns"]]
        rows = [
            {"values": [in_block(k, v) for k, v in zip(kinds, row["values"], strict=True)]}
            for row in value["rows"]
        ]
        return {**value, "columns": heads, "rows": rows}
    if isinstance(block, blocks.StreamBlock):
        return [
            {**child, "value": in_block(block.child_blocks[child["type"]], child["value"])}
            for child in value or []
        ]
    if isinstance(block, blocks.ListBlock):
        inner = block.child_block
        return [{**each, "value": in_block(inner, each["value"])} for each in value or []]
    if isinstance(block, blocks.StructBlock):
        return {
            name: in_block(block.child_blocks[name], each) if name in block.child_blocks else each
            for name, each in (value or {}).items()
        }
    if isinstance(block, I18nCharBlock):
        return {code: run(60) for code in ("fi", "sv", "en")}
    if isinstance(block, blocks.URLBlock):
        return RUNS["address"]
    if isinstance(block, blocks.RichTextBlock):
        return rich()
    if isinstance(block, blocks.CharBlock | blocks.TextBlock) and isinstance(value, str):
        return run(getattr(block.field, "max_length", None))
    return value


def in_json(value: Any) -> Any:
    """Sentences in a free structure; words without a blank are names that the code reads."""
    if isinstance(value, dict):
        return {name: in_json(each) for name, each in value.items()}
    if isinstance(value, list):
        return [in_json(each) for each in value]
    return run() if isinstance(value, str) and " " in value else value


def poisoned(field: models.Field, value: Any) -> Any:
    """Another value for the field, or the same where nobody writes in it."""
    if isinstance(field, I18nCharField | I18nTextField):
        return LazyI18nString({code: run(60) for code in ("fi", "sv", "en")}) if value else value
    if isinstance(field, StreamField):
        return in_block(field.stream_block, list(value.raw_data))
    if isinstance(field, RichTextField):
        return rich()
    if isinstance(field, models.JSONField):
        return in_json(value)
    if isinstance(field, models.URLField):
        return RUNS["address"]
    if isinstance(field, models.EmailField) or field.choices or not value:
        return value
    return run(field.max_length)


def written_fields(model: type[models.Model]) -> Iterator[models.Field]:
    for each in model._meta.concrete_fields:
        is_text = isinstance(each, models.CharField | models.TextField | models.JSONField)
        is_text = is_text or isinstance(each, StreamField | I18nCharField | I18nTextField)
        if is_text and each.name not in NOT_WRITTEN and not each.name.endswith("_id"):
            yield each


def poison(model: type[models.Model]) -> int:
    count, fields = 0, list(written_fields(model))
    for row in model._base_manager.all() if fields else []:
        for field in fields:
            setattr(row, field.name, poisoned(field, getattr(row, field.name)))
        models.Model.save_base(row, raw=True, update_fields={field.name for field in fields})
        count += 1
    return count


def poison_all() -> int:
    count = 0
    with transaction.atomic():
        for model in apps.get_models():
            label = model._meta.label
            if label.startswith(OURS) and label not in NOT_OURS and not model._meta.proxy:
                count += poison(model)
        # Editors see the draft, and rules read the component's copy of the page's settings.
        for page in Page.objects.filter(depth__gt=1).specific():
            if page.latest_revision:
                page.latest_revision.content = page.serializable_data()
                page.latest_revision.save(update_fields=["content"])
            if getattr(page, "is_source", False):
                kept = Component.objects.filter(key=page.translation_key)
                kept.update(settings=component_values(page))
    return count


def main() -> None:
    count = poison_all()
    with override_settings(**NO_LIMITS, ALLOWED_HOSTS=["*"]):
        plan, seen = Map(), Seen()
        for visitor in everybody().values():
            walk(visitor, plan, seen)
    # The frame of every page has some of it: the names of places, people and the site.
    pages = [(*each[:2], each[2].count(MARK)) for each in seen.pages.values()]
    frame = {_area(address): 10**9 for _who, address, _marks in pages}
    for _who, address, marks in pages:
        frame[_area(address)] = min(frame[_area(address)], marks)
    found: dict[str, list[str]] = {}
    for who, address, marks in pages:
        if marks > frame[_area(address)] and "/results/" not in address:
            found.setdefault(who, []).append(address)
    json.dump({"rows": count, "faults": seen.faults, "pages": found}, sys.stdout)


def _area(address: str) -> str:
    return address.split("/")[1]


if __name__ == "__main__":
    main()
