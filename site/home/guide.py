"""The first steps of a new site: each ticks itself off from what is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale, Page, Site
from wagtail.users.models import UserProfile

from participation.core.actions import action
from participation.core.actors import Actor
from participation.core.models import Area, Component, RoleGrant, Theme
from participation.core.page_text import lines_of

from .models import AccessibilityPage, HomePage, PrivacyPage, RulesPage, SiteOptions
from .policies import require_guide_reader

AWAY = "raati-first-steps"
#: Addresses and numbers that only examples have: whoever publishes them has not replaced them.
EXAMPLES = ("example.org", "example.com", "000 123")
LEGAL: tuple[type[Page], ...] = (PrivacyPage, RulesPage, AccessibilityPage)


@dataclass(frozen=True)
class Step:
    """One step: what to do, whether it is done, and where."""

    text: str | Promise
    done: bool
    href: str = ""


def steps() -> list[Step]:
    """All steps in their order, read from the database as it is now."""
    site = Site.objects.filter(is_default_site=True).select_related("root_page").first()
    homes = list(HomePage.objects.filter(live=True).select_related("locale"))
    options = SiteOptions.for_site(site) if site else None
    return [
        Step(
            _("Give the site its name, and the front page its contact details"),
            bool(site and site.site_name and homes and all(_is_own(h.contact) for h in homes)),
            reverse("wagtailadmin_explore_root"),
        ),
        Step(
            _("Publish a front page in every language of the site"),
            {home.locale.language_code for home in homes} >= set(_codes()),
            reverse("wagtailadmin_explore_root"),
        ),
        Step(
            _("Put your own words into the privacy notice, the rules and the statement"),
            all(_legal_is_own(model) for model in LEGAL),
            reverse("wagtailadmin_explore_root"),
        ),
        Step(
            _("Name the areas and themes of your municipality"),
            Area.objects.exists() and Theme.objects.exists(),
            reverse("raati_areas:index"),
        ),
        Step(_("Give your colleagues their roles"), RoleGrant.objects.count() > 1),
        Step(
            _("Publish the first place where people can take part"),
            Component.objects.filter(source_page__live=True).exists(),
            reverse("wagtailadmin_explore_root"),
        ),
        Step(
            _("Try the backup: bring the site back from it once, and note the day"),
            bool(options and options.backup_tried_on),
            reverse("wagtailsettings:edit", args=["home", "siteoptions"]),
        ),
    ]


def _codes() -> Iterable[str]:
    used = set(Locale.objects.values_list("language_code", flat=True))
    return (code for code, _name in settings.WAGTAIL_CONTENT_LANGUAGES if code in used)


def _is_own(text: str) -> bool:
    return bool(text.strip()) and not any(example in text for example in EXAMPLES)


def _legal_is_own(model: type[Page]) -> bool:
    """Published, with a text, and none of the example addresses left in it."""
    pages = list(model.objects.filter(live=True, alias_of=None))
    return bool(pages) and all(_is_own(lines_of(page)) for page in pages)


def is_away(user: Any) -> bool:
    profile = UserProfile.objects.filter(user=user).first()
    return bool(profile and profile.dismissibles.get(AWAY))


@action("home.put_guide_away")
def put_guide_away(*, actor: Actor) -> None:
    """Do not show me the first steps any more; others still see them."""
    require_guide_reader(actor)
    profile, _created = UserProfile.objects.select_for_update().get_or_create(user=actor.user)
    profile.dismissibles[AWAY] = True
    profile.save(update_fields=["dismissibles"])
