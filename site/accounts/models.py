"""The site's user: an e-mail address and a password, no name."""

from typing import Any

from allauth.account.models import EmailAddress
from django.contrib.auth.models import AbstractBaseUser, BaseUserManager, PermissionsMixin
from django.db import models, transaction
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .addresses import MAX_LENGTH, clean_email, fold_email


class FoldedEmailField(models.EmailField):
    """Folds whatever is written to the column or compared with it."""

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return fold_email(value) if isinstance(value, str) else value

    def pre_save(self, model_instance: models.Model, add: bool) -> Any:
        value = self.get_prep_value(super().pre_save(model_instance, add))
        setattr(model_instance, self.attname, value)
        return value


class UserManager(BaseUserManager["User"]):
    use_in_migrations = True

    @transaction.atomic
    def create_user(
        self, email: str, password: str | None = None, *, verified: bool = False, **fields: Any
    ) -> "User":
        """Store a new user with its address; ValueError without one.

        Unless `verified`, the address is taken for theirs only after a code.
        """
        if not email:
            raise ValueError("A user needs an e-mail address.")
        user = self.model(email=clean_email(email), **fields)
        user.set_password(password)
        user.save(using=self._db)
        EmailAddress.objects.create(user=user, email=user.email, primary=True, verified=verified)
        return user

    def create_verified(self, email: str, password: str | None = None, **fields: Any) -> "User":
        """Store a user who can sign in at once: the caller vouches for the address."""
        return self.create_user(email, password, verified=True, **fields)

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "User":
        return self.create_verified(email, password, is_staff=True, is_superuser=True, **fields)

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=username or "")


class User(AbstractBaseUser, PermissionsMixin):
    email = FoldedEmailField(_("e-mail address"), max_length=MAX_LENGTH, unique=True)
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("staff"), default=False)
    date_joined = models.DateTimeField(_("joined"), default=timezone.now)

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: list[str] = []

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")) & ~models.Q(email=""),
                name="accounts_user_email_folded",
            )
        ]

    def __str__(self) -> str:
        return self.email

    def clean(self) -> None:
        self.email = fold_email(self.email)

    def get_full_name(self) -> str:
        return self.email

    def get_short_name(self) -> str:
        return self.email
