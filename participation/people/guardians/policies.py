"""Who may say for a guardian that they have consented."""

from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.policies import require
from participation.core.roles import Role, has_role, is_administrator

from ..models import GuardianConsent


def is_facilitator(actor: Actor) -> bool:
    """Those who meet children and their guardians: youth workers and the service desk."""
    return is_administrator(actor) or has_role(actor, Role.SERVICE_DESK, Role.YOUTH_WORKER)


def require_facilitator(actor: Actor, consent: GuardianConsent | None = None) -> None:
    require(is_facilitator(actor), _("Only youth workers and the service desk can do this."))
    own = consent is not None and actor.person is not None and consent.person_id == actor.person.pk
    require(not own, _("Nobody can consent for themselves. Ask a colleague."))
