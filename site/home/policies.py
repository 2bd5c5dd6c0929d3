"""Who may do what with feedback."""

from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.policies import require
from participation.core.roles import Role, has_role, is_administrator


def may_answer_feedback(actor: Actor) -> bool:
    """Communications staff and administrators."""
    return is_administrator(actor) or has_role(actor, Role.COMMUNICATIONS)


def require_guide_reader(actor: Actor) -> None:
    require(
        may_answer_feedback(actor),
        _("Only communications officers and administrators set the site up."),
    )


def require_feedback_officer(actor: Actor) -> None:
    require(
        may_answer_feedback(actor),
        _("Only communications officers and administrators handle feedback."),
    )
