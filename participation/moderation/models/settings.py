"""What editors choose for moderation: who stands in, and where help is."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from i18nfield.fields import I18nTextField
from i18nfield.strings import LazyI18nString
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

from participation.core.i18n_forms import LanguageTextareas
from participation.core.models import RoleGrant

HELP = {
    "fi": (
        "Hätätilanteessa soita 112. Poliisi, ambulanssi ja pelastuslaitos tulevat avuksi.\n"
        "Lasten ja nuorten puhelin ja chat: 116 111, maksuton.\n"
        "Sekasin-chat 12–29-vuotiaille: sekasin.fi.\n"
        "Kriisipuhelin (MIELI ry), kaikenikäisille, vuorokauden ympäri: 09 2525 0111.\n"
        "Nollalinja, kun koet väkivaltaa tai pelkäät sitä: 080 005 005, joka päivä, maksuton."
    ),
    "sv": (
        "Ring 112 i en nödsituation. Polis, ambulans och räddningsverk kommer till hjälp.\n"
        "Barn- och ungdomstelefonen och chatten: 116 111, gratis.\n"
        "Chatten Sekasin för 12–29-åringar, på finska: sekasin.fi.\n"
        "Kristelefonen (MIELI rf) på svenska: 09 2525 0112.\n"
        "Kristelefonen på finska, dygnet runt: 09 2525 0111.\n"
        "Nollinjen, om du upplever våld eller är rädd för våld: 080 005 005, varje dag, gratis."
    ),
    "en": (
        "In an emergency call 112. The police, an ambulance or the fire brigade will come.\n"
        "Phone and chat for children and young people: 116 111, free.\n"
        "The chat Sekasin for people from 12 to 29, in Finnish: sekasin.fi.\n"
        "Crisis helpline (MIELI), for all ages, day and night: 09 2525 0111.\n"
        "Nollalinja, if you meet violence or fear it: 080 005 005, every day, free."
    ),
}


def known_help() -> LazyI18nString:
    return LazyI18nString(HELP)


def people_with_a_role() -> models.Q:
    """Nobody who merely has an account is offered as a stand-in."""
    return models.Q(pk__in=RoleGrant.objects.filter(revoked_at=None).values("person"))


@register_setting(icon="warning")
class ModerationSettings(BaseSiteSetting):
    """Who stands in for a second moderator, and where somebody in danger finds help."""

    stand_in = models.ForeignKey(
        "raati_core.Person",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        limit_choices_to=people_with_a_role,
        verbose_name=_("stand-in"),
        help_text=_(
            "Decides anew when an author asks for it and there is no second moderator. Needs"
            " a role that opens the administration."
        ),
    )
    help_text: Any = I18nTextField(
        _("where to get help at once"),
        default=known_help,
        help_text=_(
            "Shown before somebody reports a danger. One line for each place. Check the numbers"
            " once a year."
        ),
    )

    panels = [FieldPanel("stand_in"), FieldPanel("help_text", widget=LanguageTextareas)]

    def help_lines(self) -> list[str]:
        """Where somebody in danger finds help in the reader's language, a line for each place."""
        return [line.strip() for line in str(self.help_text).splitlines() if line.strip()]

    class Meta:
        verbose_name = _("moderation")
