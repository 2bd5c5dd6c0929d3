"""Finds the user by the address, however it is typed."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from .addresses import fold_email
from .models import User


class AddressBackend(AuthenticationBackend):
    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> User | None:
        for name in ("email", "username"):
            if isinstance(credentials.get(name), str):
                credentials[name] = fold_email(credentials[name])
        return super().authenticate(request, **credentials)

    def get_user(self, user_id: Any) -> User | None:
        """The user with their person beside them: whoever acts needs both."""
        user = User.objects.select_related("raati_person").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
