"""When and how much (409). Pure: each looks at what it is given and nothing else."""

from collections.abc import Mapping
from datetime import date

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from participation.core.rules import RuleBroken

from .models import EntryKind, Initiative, Maker, State
from .models.initiatives import REMOVAL_LENGTH, TEXT_LENGTH, TITLE_LENGTH

NOT_DELIVERED = _("The initiative has not been delivered.")
#: After an end only further steps are told.
ENDS = (EntryKind.ANSWERED, EntryKind.CLOSED)


def require_content(title: str, text: str, language: str) -> None:
    if not title or not text:
        raise RuleBroken("content", _("An initiative needs a title and a text."))
    if len(title) > TITLE_LENGTH or len(text) > TEXT_LENGTH:
        raise RuleBroken("length", _("The title or the text is too long."))
    if language not in dict(settings.LANGUAGES):
        raise RuleBroken("language", _("This language is not in use here."))


def require_maker(kind: str, organisation: str, contact: Mapping[str, str], own: str) -> None:
    """Name, home municipality and a way to reach the maker; a resident lives in `own`."""
    if kind not in Maker.values:
        raise RuleBroken("maker_kind", _("Tell in which role you make the initiative."))
    if (kind == Maker.ASSOCIATION) != bool(organisation):
        raise RuleBroken("organisation", _("Name the organisation that you act for."))
    if not contact["name"] or not contact["municipality"]:
        raise RuleBroken("name", _("The law asks for the maker's name and home municipality."))
    if not (contact["email"] or contact["phone"] or contact["address"]):
        raise RuleBroken(
            "contact", _("Give an e-mail address, a telephone number or a postal address.")
        )
    if kind == Maker.RESIDENT and contact["municipality"].casefold() != own.casefold():
        raise RuleBroken(
            "municipality",
            _("A resident's home municipality is this one. Otherwise choose another role."),
        )


def require_signer(name: str, municipality: str) -> None:
    if not name or not municipality:
        raise RuleBroken("name", _("A signature needs your name and home municipality."))


def require_standing(initiative: Initiative) -> None:
    """Not taken back. Whether its page shows it is another matter: the right to it stays."""
    if initiative.withdrawn_at is not None:
        raise RuleBroken("withdrawn", _("Its maker has withdrawn this initiative."))


def require_hideable(initiative: Initiative) -> None:
    """Published, and not gone already."""
    require_standing(initiative)
    if initiative.hidden_at is not None:
        raise RuleBroken("hidden", _("This initiative has been hidden."))
    if initiative.state == State.DRAFT:
        raise RuleBroken("draft", _("Only its maker sees a draft."))


def require_visible(initiative: Initiative) -> None:
    require_standing(initiative)
    if initiative.hidden_at is not None:
        raise RuleBroken("hidden", _("This initiative has been hidden."))
    if initiative.held_at is not None:
        raise RuleBroken("held", _("This initiative waits for a moderator."))


def require_gathering(initiative: Initiative) -> None:
    """After the delivery the names are the registry's."""
    if initiative.state != State.GATHERING:
        raise RuleBroken(
            "state", _("The signatures are the registry's now. Tell the registry what you found.")
        )


def require_removal(count: int, reason: str) -> None:
    if not count:
        raise RuleBroken("none", _("Choose the signatures that are removed."))
    if not reason or len(reason) > REMOVAL_LENGTH:
        raise RuleBroken("reason", _("Tell everybody in a short sentence why they are removed."))


def require_draft(initiative: Initiative) -> None:
    """Signers sign a text: it stands as it is once others see it."""
    require_visible(initiative)
    if initiative.state != State.DRAFT:
        raise RuleBroken(
            "published", _("The initiative is public. Its text can no longer be changed.")
        )


def require_signable(initiative: Initiative) -> None:
    require_visible(initiative)
    if initiative.state != State.GATHERING:
        raise RuleBroken("state", _("Signatures are no longer gathered for this initiative."))


def require_deliverable(initiative: Initiative) -> None:
    """Also one that is hidden: the right to make initiatives does not hang on a page."""
    require_standing(initiative)
    if initiative.state not in (State.DRAFT, State.GATHERING):
        raise RuleBroken("state", _("The initiative has been delivered already."))


def require_withdrawable(initiative: Initiative) -> None:
    """Until it is delivered; after that it is the municipality's document."""
    require_standing(initiative)
    if initiative.state not in (State.DRAFT, State.GATHERING):
        raise RuleBroken(
            "state",
            _("The initiative has been delivered. Ask the registry if you want to take it back."),
        )


def require_pending_day(initiative: Initiative, day: date, today: date) -> None:
    """A day between the delivery and today, as long as there is no answer."""
    require_standing(initiative)
    if initiative.state != State.DELIVERED or initiative.delivered_at is None:
        raise RuleBroken("state", _("Only a delivered and unanswered initiative becomes pending."))
    if not timezone.localdate(initiative.delivered_at) <= day <= today:
        raise RuleBroken("day", _("The day must be between the delivery and today."))
    if initiative.taken_up_on is not None and initiative.taken_up_on < day:
        raise RuleBroken("day", _("The initiative was taken up before that day."))


def require_entry(
    initiative: Initiative,
    kind: str,
    day: date,
    today: date,
    texts: Mapping[str, str],
    role: Mapping[str, str],
) -> None:
    """Something that was done between the pending day and today, told and signed."""
    require_standing(initiative)
    if kind not in EntryKind.values:
        raise RuleBroken("kind", _("Choose what was done."))
    if initiative.pending_on is None:
        raise RuleBroken("pending", _("First record since when the initiative has been pending."))
    ended = initiative.state in (State.ANSWERED, State.CLOSED)
    if ended and kind != EntryKind.STEP:
        raise RuleBroken("state", _("The initiative has its answer. You can add further steps."))
    if kind == EntryKind.TAKEN_UP and initiative.taken_up_on is not None:
        raise RuleBroken("taken_up", _("The initiative has been taken up already."))
    if not initiative.pending_on <= day <= today:
        raise RuleBroken("day", _("The day must be between the pending day and today."))
    if not texts:
        raise RuleBroken("text", _("Tell what was done in at least one language."))
    if not role:
        raise RuleBroken("role", _("Tell in which role this is said."))
