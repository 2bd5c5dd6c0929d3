"""What an account keeps, for the privacy notice."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.utils.translation import gettext_lazy as _

from participation.core import personal_data
from participation.core.personal_data import PUBLIC_TASK, OnErasure, Source

from .models import User

WITH_THE_ACCOUNT = _("as long as you have the account")

personal_data.register(
    Source(
        model=User,
        person_fields=("pk",),
        what=_("Your e-mail address, and your password in a form that nobody can read"),
        purpose=_("so that you can sign in, and each person takes part once"),
        legal_basis=PUBLIC_TASK,
        retention=WITH_THE_ACCOUNT,
        on_erasure=OnErasure.DELETED,
    )
)
personal_data.register(
    Source(
        model=EmailAddress,
        person_fields=("user",),
        what=_("Whether your e-mail address has been confirmed"),
        purpose=_("so that mail about your account reaches you and nobody else"),
        legal_basis=PUBLIC_TASK,
        retention=WITH_THE_ACCOUNT,
        on_erasure=OnErasure.DELETED,
    )
)
personal_data.register(
    Source(
        model=Authenticator,
        person_fields=("user",),
        what=_("Passkeys, authenticator apps and recovery codes that you have added"),
        purpose=_("to prove that it is you"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you remove them"),
        on_erasure=OnErasure.DELETED,
    )
)
personal_data.register(
    Source(
        model=UserSession,
        person_fields=("user",),
        what=_("Devices where you are signed in: network address, browser and time"),
        purpose=_("so that you can see them and sign them out"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you sign out there"),
        on_erasure=OnErasure.DELETED,
    )
)
