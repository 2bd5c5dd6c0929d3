"""The pages and tables of the ready-made site."""

from .content import ContentPage, NewsIndexPage, NewsPage
from .feedback import AccessibilityFeedback
from .front import HomePage
from .legal import AccessibilityPage, PrivacyPage, RulesPage
from .options import SiteOptions

__all__ = [
    "AccessibilityFeedback",
    "AccessibilityPage",
    "ContentPage",
    "HomePage",
    "NewsIndexPage",
    "NewsPage",
    "PrivacyPage",
    "RulesPage",
    "SiteOptions",
]
