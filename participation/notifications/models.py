"""Notices, what people want to hear, and what is still to be told to many."""

from datetime import datetime

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from participation.core.notices import Rhythm

#: What a notice is found by: the kind of thing and its primary key as text.
TYPE_LENGTH, ID_LENGTH = 80, 40


class NoticeQuerySet(models.QuerySet["Notice"]):
    def unread(self) -> "NoticeQuerySet":
        return self.filter(read_at=None)

    def about(self, subject_type: str, subject_id: str) -> "NoticeQuerySet":
        return self.filter(subject_type=subject_type, subject_id=subject_id)

    def waiting(self, rhythm: str, until: datetime) -> "NoticeQuerySet":
        """What came before `until` and waits for the mail of this rhythm."""
        return self.filter(waits_for=rhythm, at__lt=until)


class Notice(models.Model):
    """Something that happened, told to one person. Its words are drawn when it is shown."""

    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_told", db_index=False
    )
    kind = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=TYPE_LENGTH)
    subject_id = models.CharField(max_length=ID_LENGTH)
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    data = models.JSONField(default=dict)
    #: What happened: one person is told of one thing once, for whatever reasons.
    mark = models.CharField(max_length=100)
    at = models.DateTimeField(pgettext_lazy("notice", "told"))
    read_at = models.DateTimeField(pgettext_lazy("notice", "read"), null=True, blank=True)
    #: The mail that is still to tell it: a Rhythm, or "" where none is.
    waits_for = models.CharField(max_length=6, choices=Rhythm, blank=True)

    objects = NoticeQuerySet.as_manager()

    class Meta:
        verbose_name = _("notice")
        verbose_name_plural = _("notices")
        indexes = [
            models.Index(fields=["person", "-id"], name="raati_notice_list"),
            models.Index(
                fields=["waits_for", "person", "at"],
                condition=~Q(waits_for=""),
                name="raati_notice_waiting",
            ),
            models.Index(fields=["subject_type", "subject_id"], name="raati_notice_subject"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["mark", "person"], name="raati_notice_once"),
            models.CheckConstraint(
                condition=Q(waits_for__in=["", *Rhythm.values]), name="raati_notice_rhythm"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def subject(self) -> tuple[str, str]:
        return self.subject_type, self.subject_id


class Preferences(models.Model):
    """How one person wants to be told. Whoever never chose has no row."""

    person = models.OneToOneField(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_preferences"
    )
    #: Kind → Rhythm, for the kinds that the person set.
    rhythms = models.JSONField(default=dict)
    is_silent = models.BooleanField(_("no mails at all"), default=False)
    quiet_from = models.PositiveSmallIntegerField(
        _("quiet from"), validators=[MaxValueValidator(23)]
    )
    quiet_until = models.PositiveSmallIntegerField(
        _("quiet until"), validators=[MaxValueValidator(23)]
    )
    weekly_cap = models.PositiveSmallIntegerField(
        _("mails in a week at most"), validators=[MinValueValidator(1), MaxValueValidator(100)]
    )
    language = models.CharField(pgettext_lazy("mail", "language"), max_length=10, blank=True)

    class Meta:
        verbose_name = _("settings of notices")
        verbose_name_plural = _("settings of notices")

    def __str__(self) -> str:
        return f"{self.person_id}"


class Mute(models.Model):
    """One person wants to hear nothing more about one thing."""

    person = models.ForeignKey(
        "raati_core.Person", on_delete=models.CASCADE, related_name="raati_mutes", db_index=False
    )
    subject_type = models.CharField(max_length=TYPE_LENGTH)
    subject_id = models.CharField(max_length=ID_LENGTH)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("muted thing")
        verbose_name_plural = _("muted things")
        constraints = [
            models.UniqueConstraint(
                fields=["subject_type", "subject_id", "person"], name="raati_mute_once"
            )
        ]
        indexes = [models.Index(fields=["person"], name="raati_mute_person")]

    def __str__(self) -> str:
        return f"{self.subject_type} {self.subject_id}"


class Spread(models.Model):
    """Something to be told to many: told in batches, from where the last one ended."""

    mark = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=60)
    #: The name in the registry of audiences.
    audience = models.CharField(max_length=60)
    subject_type = models.CharField(max_length=TYPE_LENGTH)
    subject_id = models.CharField(max_length=ID_LENGTH)
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.CASCADE, null=True, blank=True, related_name="+"
    )
    data = models.JSONField(default=dict)
    at = models.DateTimeField()
    #: The last person who was told.
    cursor = models.BigIntegerField(default=0)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name = _("news for many")
        verbose_name_plural = _("news for many")
        indexes = [
            models.Index(
                fields=["attempts", "id"], condition=Q(done_at=None), name="raati_spread_waiting"
            )
        ]

    def __str__(self) -> str:
        return self.mark
