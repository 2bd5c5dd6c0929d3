"""Staff's texts in several languages, cleaned before they are stored."""

from collections.abc import Mapping
from typing import TypeAlias

from django.conf import settings
from django.utils.translation import get_language
from i18nfield.strings import LazyI18nString

from .text import clean_text, has_content

Texts: TypeAlias = Mapping[str, str] | LazyI18nString | str


def clean_texts(value: Texts) -> dict[str, str]:
    """The texts by language of the site, without empty ones.

    A bare string counts as the default language's. ValidationError
    for text that cannot be stored.
    """
    data = value.data if isinstance(value, LazyI18nString) else value
    if not isinstance(data, Mapping):
        data = {settings.LANGUAGE_CODE: str(data or "")}
    cleaned = {code: clean_text(str(data.get(code) or "")) for code, _name in settings.LANGUAGES}
    return {code: text for code, text in cleaned.items() if has_content(text)}


def shown(value: Texts) -> tuple[str, str]:
    """The text in the active language or the nearest, and its language if that is another."""
    data = value.data if isinstance(value, LazyI18nString) else value
    text = str(value or "")
    if not text or not isinstance(data, Mapping):
        return text, ""
    own = (get_language() or settings.LANGUAGE_CODE).split("-")[0]
    code = next((code for code, words in data.items() if words == text), "")
    return text, "" if code.split("-")[0] == own else code
