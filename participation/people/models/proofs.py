"""Proofs of who somebody is: what was seen, by whom, until when. Never an identifier."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from participation.core.ids import PublicIdField

from .known import Status

DIGEST_LENGTH = 64


class Method(models.TextChoices):
    """How a person's identity was checked."""

    DESK = "desk", _("at a service desk")
    LETTER = "letter", _("with a code sent by post")
    PROVIDER = "provider", _("with an identity service")


class VerificationQuerySet(models.QuerySet["Verification"]):
    def in_force(self, at: Any) -> "VerificationQuerySet":
        """Proofs that hold at the instant `at`."""
        rows = self.filter(at__lte=at, revoked_at=None)
        return rows.filter(models.Q(until=None) | models.Q(until__gt=at))


class Verification(models.Model):
    """One check of a person's identity, and what it attests.

    A date of birth is never kept: `born_from` and `born_to` are the earliest and the latest
    day of birth that the proof leaves open (years apart, for "at least 15").
    """

    public_id = PublicIdField()
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_verifications"
    )
    method = models.CharField(max_length=10, choices=Method)
    #: The identity service's short name in the settings; "" for the other ways.
    provider = models.CharField(max_length=40, blank=True)
    status = models.CharField(_("status"), max_length=10, choices=Status, blank=True)
    area = models.ForeignKey(
        "raati_core.Area", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)
    #: From a school's identity service only.
    school = models.CharField(max_length=120, blank=True)
    school_role = models.CharField(max_length=40, blank=True)
    class_level = models.CharField(max_length=20, blank=True)
    at = models.DateTimeField()
    until = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = VerificationQuerySet.as_manager()

    class Meta:
        verbose_name = _("identity check")
        verbose_name_plural = _("identity checks")
        indexes = [
            models.Index(fields=["person", "-at"], name="raati_verification_person"),
            models.Index(fields=["until"], name="raati_verification_until"),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(method__in=Method.values), name="raati_verification_method"
            ),
            models.CheckConstraint(
                condition=models.Q(born_from=None)
                | models.Q(born_to=None)
                | models.Q(born_from__lte=models.F("born_to")),
                name="raati_verification_born",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.method} {self.public_id}"


class IdentityKey(models.Model):
    """One natural person verifies one account: a keyed hash of the identifier, unique.

    It stays after erasure while something the person took part in is open (`held_until`).
    """

    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    person = models.ForeignKey("raati_core.Person", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    held_until = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("identity key")
        verbose_name_plural = _("identity keys")

    def __str__(self) -> str:
        return self.digest[:8]


class Letter(models.Model):
    """A code sent by post: the address goes as soon as the letter is used, old or taken back."""

    public_id = PublicIdField()
    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, related_name="raati_letters"
    )
    name = models.CharField(_("name"), max_length=120, blank=True)
    street = models.CharField(_("street address"), max_length=160, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    town = models.CharField(_("town"), max_length=80, blank=True)
    language = models.CharField(max_length=10)
    asked_at = models.DateTimeField()
    printed_at = models.DateTimeField(null=True, blank=True)
    printed_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    code_digest = models.CharField(max_length=DIGEST_LENGTH, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    expires_at = models.DateTimeField(null=True, blank=True)
    #: Used, expired or taken back: nothing more happens with it.
    done_at = models.DateTimeField(null=True, blank=True)
    #: What the proof will attest, as the official found it in the population register.
    status = models.CharField(_("status"), max_length=10, choices=Status, blank=True)
    area = models.ForeignKey(
        "raati_core.Area", on_delete=models.SET_NULL, null=True, blank=True, related_name="+"
    )
    born_from = models.DateField(null=True, blank=True)
    born_to = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name = _("letter with a code")
        verbose_name_plural = _("letters with codes")
        constraints = [
            models.UniqueConstraint(
                fields=["person"],
                condition=models.Q(done_at=None),
                name="raati_letter_one_at_a_time",
            )
        ]

    def __str__(self) -> str:
        return self.public_id


class EntryCode(models.Model):
    """A code that lets one person take part in one place; handed out by staff."""

    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    #: For which class or meeting the batch was made.
    batch = models.CharField(_("for whom"), max_length=80, blank=True)
    made_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField()
    used_by = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("entry code")
        verbose_name_plural = _("entry codes")
        indexes = [models.Index(fields=["component", "used_by"], name="raati_entry_code_used")]

    def __str__(self) -> str:
        return self.digest[:8]


class MailboxUse(models.Model):
    """Which mailbox took part where an e-mail address is all that is asked for.

    A keyed hash of the mailbox that an address leads to: two accounts with one mailbox take
    part once.
    """

    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=DIGEST_LENGTH)
    person = models.ForeignKey("raati_core.Person", on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("mailbox that took part")
        verbose_name_plural = _("mailboxes that took part")
        constraints = [
            models.UniqueConstraint(fields=["component", "digest"], name="raati_mailbox_once")
        ]

    def __str__(self) -> str:
        return self.digest[:8]
