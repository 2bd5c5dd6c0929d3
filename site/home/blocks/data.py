"""Tables, files, figures, dated steps, people to turn to."""

from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail import blocks
from wagtail.contrib.typed_table_block.blocks import (
    TypedTable,
    TypedTableBlock,
    TypedTableBlockValidationError,
)
from wagtail.documents import get_document_model
from wagtail_localize.segments import StringSegmentValue

from participation.core.blocks import ContactBlock, DocumentBlock
from participation.core.when import day_text


class TableBlock(TypedTableBlock):
    """A table that can be heard: a caption, headed columns, a first column that names its row."""

    text = blocks.CharBlock(label=_("words"), required=False, max_length=400)
    number = blocks.CharBlock(label=_("number"), required=False, max_length=40)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        wrong = []
        if not cleaned.caption.strip():
            wrong.append(ValidationError(_("Give the table a caption: what it shows.")))
        if not all(column["heading"].strip() for column in cleaned.columns):
            wrong.append(ValidationError(_("Give every column a heading.")))
        if not cleaned.row_data:
            wrong.append(ValidationError(_("Add at least one row.")))
        if wrong:
            raise TypedTableBlockValidationError(non_block_errors=wrong)
        return cleaned

    def get_preview_value(self) -> Any:
        columns = [
            ("text", gettext("Year")),
            ("number", gettext("Ideas")),
            ("number", gettext("Answered")),
        ]
        return self.to_python(
            {
                "caption": gettext("Ideas and answers"),
                "columns": [{"type": kind, "heading": text} for kind, text in columns],
                "rows": [
                    {"values": ["2024", "96", "96"]},
                    {"values": ["2025", "118", "117"]},
                ],
            }
        )

    def get_translatable_segments(self, value: TypedTable) -> list[StringSegmentValue]:
        """What translators see of a table: its caption, its headings, its words; no numbers."""
        texts = {"caption": value.caption}
        for place, column in enumerate(value.columns):
            texts[f"heading-{place}"] = column["heading"]
            if column["block"].name == "text":
                for number, row in enumerate(value.row_data):
                    texts[f"cell-{number}-{place}"] = row["values"][place]
        return [StringSegmentValue(path, text) for path, text in texts.items() if text]

    def restore_translated_segments(self, value: TypedTable, segments: Any) -> TypedTable:
        for segment in segments:
            kind, *place = segment.path.split("-")
            text = segment.render_text()
            if kind == "caption":
                value.caption = text
            elif kind == "heading":
                value.columns[int(place[0])]["heading"] = text
            else:
                value.row_data[int(place[0])]["values"][int(place[1])] = text
        return value

    class Meta:
        icon = "table"
        label = _("table")
        description = _("Rows and columns with headings. The first column names its row.")
        template = "home/blocks/table.html"


class AttachmentsBlock(blocks.StructBlock):
    """Files to download, each with its type and size."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    files = blocks.ListBlock(DocumentBlock(), label=_("files"), min_num=1)

    class Meta:
        icon = "doc-full"
        label = _("files to download")
        description = _("Documents with their type and size. What matters also stands on the page.")
        template = "home/blocks/attachments.html"

    def get_preview_value(self) -> Any:
        newest = get_document_model().objects.order_by("-pk").first()
        files = [{"document": newest.pk, "title": ""}] if newest else []
        return self.to_python({"title": gettext("Files"), "files": files})


class ContactsBlock(blocks.StructBlock):
    """The people to turn to, by role."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    people = blocks.ListBlock(ContactBlock(), label=_("people"), min_num=1)

    class Meta:
        icon = "group"
        label = _("contact people")
        description = _("Several people side by side, the role first.")
        template = "home/blocks/contacts.html"

    def get_preview_value(self) -> Any:
        roles = (gettext("Participation coordinator"), gettext("Youth worker"))
        people = [{"role": role, "phone": "000 123 4501"} for role in roles]
        return self.to_python({"title": "", "people": people})


class FigureBlock(blocks.StructBlock):
    """One number and what it means."""

    number = blocks.CharBlock(label=_("number"), max_length=20)
    unit = blocks.CharBlock(label=_("unit"), required=False, max_length=20)
    label = blocks.CharBlock(label=_("what it counts"), max_length=120)
    note = blocks.CharBlock(label=_("note"), required=False, max_length=160)

    class Meta:
        icon = "order"
        label = _("figure")
        label_format = "{number} {label}"


class FiguresBlock(blocks.StructBlock):
    """Big numbers, and where they come from."""

    figures = blocks.ListBlock(FigureBlock(), label=_("figures"), min_num=1, max_num=6)
    source = blocks.CharBlock(
        label=_("where they come from"),
        max_length=200,
        help_text=_("For example: the participation report 2025."),
    )
    url = blocks.URLBlock(label=_("address of the source"), required=False)

    class Meta:
        icon = "order"
        label = _("figures")
        description = _("Up to six big numbers with what they count and where they come from.")
        template = "home/blocks/figures.html"

    def get_preview_value(self) -> Any:
        figures = [
            {"number": "118", "label": gettext("Ideas")},
            {"number": "99", "unit": "%", "label": gettext("Answered")},
        ]
        source = gettext("The participation report 2025")
        return self.to_python({"figures": figures, "source": source, "url": ""})


class StepBlock(blocks.StructBlock):
    """Something that happened or will happen on a day."""

    date = blocks.DateBlock(label=_("date"), help_text=_("Decides what lies behind and ahead."))
    when = blocks.CharBlock(
        label=_("the date in words"),
        required=False,
        max_length=60,
        help_text=_("Shown instead of the date, for example: autumn 2027."),
    )
    title = blocks.CharBlock(label=_("what happens"), max_length=120)
    text = blocks.TextBlock(label=_("one sentence about it"), required=False)

    class Meta:
        icon = "date"
        label = _("dated step")
        label_format = "{title}"


class TimelineBlock(blocks.StructBlock):
    """Dated steps; which lie behind and which ahead follows from the day."""

    steps = blocks.ListBlock(StepBlock(), label=_("steps"), min_num=2)

    def get_context(self, value: Any, parent_context: Any = None) -> dict[str, Any]:
        context = super().get_context(value, parent_context)
        context["steps"] = dated(value["steps"], timezone.localdate())
        return context

    class Meta:
        icon = "history"
        label = _("timeline")
        description = _("Dated steps: what has happened and what comes next.")
        template = "home/blocks/timeline.html"

    def get_preview_value(self) -> Any:
        steps = [
            {"date": "2020-01-15", "title": gettext("Ideas are collected")},
            {"date": "2020-03-01", "title": gettext("The city answers")},
            {
                "date": "2999-09-01",
                "when": gettext("next autumn"),
                "title": gettext("Building begins"),
            },
        ]
        return self.to_python({"steps": steps})


def dated(steps: Any, today: date) -> list[dict[str, Any]]:
    """The steps in the order of their days, as the element `steps` draws them."""
    ordered = sorted(steps, key=lambda step: step["date"])
    behind = [step for step in ordered if step["date"] <= today]
    return [
        {
            "title": step["title"],
            "text": step["text"],
            "date": step["when"] or day_text(step["date"], weekday=False),
            "state": ("here" if step is behind[-1] else "done") if step in behind else "coming",
            "icon": "check" if step in behind else "calendar-days",
        }
        for step in ordered
    ]
