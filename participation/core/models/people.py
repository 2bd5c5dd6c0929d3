"""Persons, what they may do, and how an author is written down."""

from typing import Any

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ..ids import PublicIdField
from ..names import validate_display_name


class PersonQuerySet(models.QuerySet["Person"]):
    def for_user(self, user: Any) -> "Person | None":
        """The person behind a signed-in user, or None before the first act.

        No query where the user was read together with its person.
        """
        known = user._state.fields_cache.get("raati_person")
        return known or self.filter(user=user).first()


class Person(models.Model):
    """One natural person who has done something here.

    Made at the first act of a user, not at sign-up. After erasure the row stays
    as a tombstone without user or name, so that counts and threads hold.
    """

    public_id = PublicIdField()
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="raati_person",
    )
    display_name = models.CharField(
        _("name shown to others"),
        max_length=60,
        blank=True,
        validators=[validate_display_name],
    )
    created_at = models.DateTimeField(auto_now_add=True)
    erased_at = models.DateTimeField(null=True, blank=True)
    #: Until when the person may write nothing; set by moderation, here so that nobody asks twice.
    barred_until = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PersonQuerySet.as_manager()

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")

    def __str__(self) -> str:
        return self.display_name or self.public_id


class AuthorKind(models.TextChoices):
    MEMBER = "member", _("person with an account")
    GUEST = "guest", _("visitor without an account")
    ON_BEHALF = "on_behalf", _("entered by staff on someone's behalf")
    KIOSK = "kiosk", _("shared device")
    SYSTEM = "system", _("the service itself")


class Authored(models.Model):
    """What somebody wrote: the person (if any), how they acted, the name then shown."""

    author = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    author_kind = models.CharField(max_length=10, choices=AuthorKind, default=AuthorKind.MEMBER)
    author_name = models.CharField(max_length=60, blank=True)

    class Meta:
        abstract = True

    @property
    def author_text(self) -> str:
        """The name as pages show it; "" where none was given. Asks only where there is none."""
        if self.author_name or self.author_id is None:
            return self.author_name
        return gettext("Deleted user") if self.author.erased_at is not None else ""


class RoleGrantQuerySet(models.QuerySet["RoleGrant"]):
    def in_force(self, at: Any) -> "RoleGrantQuerySet":
        """Grants that hold at the instant `at`."""
        started = self.filter(granted_at__lte=at, revoked_at=None)
        return started.filter(models.Q(ends_at=None) | models.Q(ends_at__gt=at))


class RoleGrant(models.Model):
    """A role of a person: everywhere, in one component's subtree, or for a service area."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="role_grants")
    role = models.CharField(max_length=20)
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    service_area = models.ForeignKey(
        "raati_core.ServiceArea", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_by = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    granted_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = RoleGrantQuerySet.as_manager()

    class Meta:
        verbose_name = _("role")
        verbose_name_plural = _("roles")
        indexes = [models.Index(fields=["person", "role"])]

    def __str__(self) -> str:
        return f"{self.person}: {self.role}"


class Follow(models.Model):
    """One person wants to hear what becomes of a thing, or of a whole place ("" as subject)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="raati_follows")
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    subject_type = models.CharField(max_length=80, blank=True)
    subject_id = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("followed thing")
        verbose_name_plural = _("followed things")
        constraints = [
            models.UniqueConstraint(
                fields=["component", "subject_type", "subject_id", "person"],
                name="raati_follow_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"
