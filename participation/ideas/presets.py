"""What a round asks for, in words: headings, prompts, examples and buttons follow the preset."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from participation.core.models import Component

from .models.pages import Preset


@dataclass(frozen=True)
class Words:
    """The texts of one preset."""

    #: The heading of the list.
    heading: Any
    #: The button that leads to the form, and the form's heading.
    send: Any
    invitation: Any
    #: The form: what the title and the text are to say.
    title_label: Any
    title_help: Any
    text_label: Any
    text_help: Any
    examples: tuple[Any, ...]
    thanks: Any


WORDS = {
    Preset.IDEAS: Words(
        heading=_("Ideas"),
        send=_("Send an idea"),
        invitation=_("Send an idea of your own. You can write before you sign in."),
        title_label=_("Title"),
        title_help=_("What do you suggest, in a few words?"),
        text_label=_("Your idea"),
        text_help=_(
            "What should be done, where and why? A few sentences are enough. If you want a list, "
            "begin each line with a hyphen."
        ),
        examples=(
            _("A bench halfway up the hill to the health centre"),
            _("Longer opening hours for the library on Thursdays"),
        ),
        thanks=_("Thank you! Your idea is on the board"),
    ),
    Preset.WISHES: Words(
        heading=_("Wishes"),
        send=_("Send a wish"),
        invitation=_("Tell us what you wish for. You can write before you sign in."),
        title_label=_("What do you wish for?"),
        title_help=_("One wish at a time, in a few words."),
        text_label=_("Tell more about it"),
        text_help=_("What would it be like, and who would be glad of it? It need not be sensible."),
        examples=(
            _("An ice-cream kiosk on the square"),
            _("A swing that is big enough for grown-ups"),
        ),
        thanks=_("Thank you! Your wish is on the board"),
    ),
    Preset.OBSTACLES: Words(
        heading=_("Obstacles"),
        send=_("Tell about an obstacle"),
        invitation=_("Tell us what is in the way. You can write before you sign in."),
        title_label=_("What is in the way?"),
        title_help=_("The obstacle in a few words: a step, a rule, a form, a missing bus."),
        text_label=_("How does it get in the way, and of whom?"),
        text_help=_(
            "Tell where and when it happens, and what would help. You need not know the solution."
        ),
        examples=(
            _("The gym cannot be booked without an association"),
            _("The door of the town hall is too heavy to open from a wheelchair"),
        ),
        thanks=_("Thank you! Your obstacle is on the board"),
    ),
    Preset.CLUBS: Words(
        heading=_("Clubs"),
        send=_("Suggest a club"),
        invitation=_(
            "Suggest a club that you would join or lead. You can write before you sign in."
        ),
        title_label=_("Which club?"),
        title_help=_("For instance: chess for beginners, cooking together, band practice."),
        text_label=_("Who is it for, and what happens there?"),
        text_help=_("Tell when it would suit you, and whether you could lead it or lend a hand."),
        examples=(
            _("Animation club on Tuesdays after school"),
            _("Repair café for bicycles, once a month"),
        ),
        thanks=_("Thank you! Your club is on the board"),
    ),
}


def of(component: Component) -> Words:
    """The words of this board; a preset that is no more counts as ideas."""
    return WORDS.get(component.settings.get("preset"), WORDS[Preset.IDEAS])
