"""What this package enters into the registries of the packages below it."""

from django.utils.translation import gettext_lazy as _

from participation.core import audit, open_data, outbox, personal_data
from participation.core.policies import register_bar

from .actions.cases import ANSWER_MAIL, DECISION_MAIL
from .actions.reporting import DANGER_MAIL, HIDDEN_MAIL
from .bars import refusal
from .mails import answer_mail, danger_mail, decision_mail, hidden_mail
from .personal_data import SOURCES


def enter() -> None:
    for source in SOURCES:
        personal_data.register(source)
    open_data.register("moderation", "participation.moderation.api.router")
    register_bar(refusal)
    outbox.register_kind(DANGER_MAIL, danger_mail)
    outbox.register_kind(HIDDEN_MAIL, hidden_mail)
    outbox.register_kind(DECISION_MAIL, decision_mail)
    outbox.register_kind(ANSWER_MAIL, answer_mail)
    audit.register("moderation.assign", _("Assign"), _("Assigned the case"))
    audit.register("moderation.decide", _("Decide"), _("Decided the case"))
    audit.register("moderation.decide_appeal", _("Decide anew"), _("Decided the case anew"))
    audit.register("moderation.lift_ban", _("End a ban early"), _("Ended a ban early"))
    audit.register("moderation.export", _("Export"), _("Exported the log of moderation"))
