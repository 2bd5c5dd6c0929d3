from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self) -> None:
        from allauth.account.adapter import get_adapter

        from participation.core import guards
        from participation.people.levels import register_email_check

        from . import checks, receivers, registrations  # noqa: F401
        from .confirmed import has_confirmed_address

        register_email_check(has_confirmed_address, confirm_at="account_email")
        guards.register_address(lambda request: get_adapter(request).get_client_ip(request))
