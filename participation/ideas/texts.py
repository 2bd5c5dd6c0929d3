"""Staff's texts in several languages: the core's, under the name used here."""

from participation.core.texts import Texts, clean_texts, shown

__all__ = ["Texts", "clean_texts", "shown"]
