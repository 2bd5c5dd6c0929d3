"""What an account keeps: this site's entries in the table of personal data."""

from importlib import import_module

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.utils.translation import gettext_lazy as _
from wagtail.users.models import UserProfile

from participation.core.models import Person
from participation.core.personal_data import PUBLIC_TASK, OnErasure, Source

from .models import User

WITH_THE_ACCOUNT = _("as long as you have the account")


def goes_last(person: Person) -> None:
    """The account itself is deleted after everything else, by `close_account`."""


def end_sessions(person: Person) -> None:
    """Sign the person out everywhere: what was typed and kept in a session goes, too."""
    store = import_module(settings.SESSION_ENGINE).SessionStore
    rows = UserSession.objects.filter(user_id=person.user_id)
    for key in rows.values_list("session_key", flat=True):
        store(key).delete()
    rows.delete()


SOURCES = (
    Source(
        model=User,
        person_fields=("pk",),
        what=_("Your e-mail address, and your password in a form that nobody can read"),
        purpose=_("so that you can sign in, and each person takes part once"),
        legal_basis=PUBLIC_TASK,
        retention=WITH_THE_ACCOUNT,
        on_erasure=OnErasure.DELETED,
        untold=("password",),
        erase=goes_last,
    ),
    Source(
        model=EmailAddress,
        person_fields=("user",),
        what=_("Whether your e-mail address has been confirmed"),
        purpose=_("so that mail about your account reaches you and nobody else"),
        legal_basis=PUBLIC_TASK,
        retention=WITH_THE_ACCOUNT,
        on_erasure=OnErasure.DELETED,
    ),
    Source(
        model=Authenticator,
        person_fields=("user",),
        what=_("Passkeys, authenticator apps and recovery codes that you have added"),
        purpose=_("to prove that it is you"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you remove them"),
        on_erasure=OnErasure.DELETED,
        untold=("data",),
        labels={"type": _("kind"), "last_used_at": _("last used")},
    ),
    Source(
        model=UserSession,
        person_fields=("user",),
        what=_("Devices where you are signed in: network address, browser and time"),
        purpose=_("so that you can see them and sign them out"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you sign out there"),
        on_erasure=OnErasure.DELETED,
        untold=("session_key", "data"),
        erase=end_sessions,
        labels={
            "ip": _("network address"),
            "last_seen_at": _("last seen"),
            "user_agent": _("browser"),
        },
    ),
    Source(
        model=UserProfile,
        person_fields=("user",),
        what=_("In which language you are written to, and how the administration looks to you"),
        purpose=_("to write to you in your language"),
        legal_basis=PUBLIC_TASK,
        retention=WITH_THE_ACCOUNT,
        on_erasure=OnErasure.DELETED,
        untold=("avatar", "dismissibles"),
    ),
    Source(
        model=SocialAccount,
        person_fields=("user",),
        what=_("Which identity services you sign in with"),
        purpose=_("so that you can sign in without a password"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you disconnect them"),
        on_erasure=OnErasure.DELETED,
        untold=("uid", "extra_data"),
        labels={"provider": _("service"), "last_login": _("last used"), "date_joined": _("since")},
    ),
)
