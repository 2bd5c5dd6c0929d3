"""What wagtail-localize would know had an editor translated the pages sentence by sentence.

With it an editor who changes a Finnish page sees at once which sentences to translate.
"""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from wagtail.models import Locale, Page
from wagtail_localize.models import (
    OverridableSegment,
    SegmentOverride,
    StringSegment,
    StringTranslation,
    Translation,
    TranslationSource,
)
from wagtail_localize.segments import OverridableSegmentValue, StringSegmentValue
from wagtail_localize.segments.extract import extract_segments


def remember(page: Any, locales: Iterable[Locale], user: Any) -> None:
    """Make the page's translations known: its sentences, each with what stands in their place."""
    source, _created = TranslationSource.update_or_create_from_instance(page)
    strings = list(
        StringSegment.objects.filter(source=source).select_related("context").order_by("order")
    )
    free = list(OverridableSegment.objects.filter(source=source).select_related("context"))
    for locale in locales:
        shown = Page.objects.get(translation_key=page.translation_key, locale=locale).specific
        Translation.objects.get_or_create(source=source, target_locale=locale)
        segments = extract_segments(shown)
        StringTranslation.objects.bulk_create(
            _sentences(strings, segments, locale, user), ignore_conflicts=True
        )
        SegmentOverride.objects.bulk_create(_overrides(free, segments, locale, user))


def _sentences(
    strings: list[StringSegment], segments: list[Any], locale: Locale, user: Any
) -> list[StringTranslation]:
    """The sentences of each place in their order, beside those of the translation."""
    said: dict[str, list[str]] = defaultdict(list)
    for segment in sorted(
        (s for s in segments if isinstance(s, StringSegmentValue)), key=lambda s: s.order
    ):
        if not segment.is_empty():
            said[segment.path].append(segment.string.data)
    found: dict[tuple[int, int], StringTranslation] = {}
    for string in strings:
        words = said.get(string.context.path)
        if words:
            found[string.string_id, string.context_id] = StringTranslation(
                translation_of_id=string.string_id,
                context=string.context,
                locale=locale,
                data=words.pop(0),
                last_translated_by=user,
            )
    return list(found.values())


def _overrides(
    free: list[OverridableSegment], segments: list[Any], locale: Locale, user: Any
) -> list[SegmentOverride]:
    """What is not text and differs: the address of the page, its documents and pictures."""
    own = {s.path: s.data for s in segments if isinstance(s, OverridableSegmentValue)}
    return [
        SegmentOverride(
            locale=locale,
            context=segment.context,
            data_json=json.dumps(own[segment.context.path]),
            last_translated_by=user,
        )
        for segment in free
        if segment.context.path in own and own[segment.context.path] != segment.data
    ]
