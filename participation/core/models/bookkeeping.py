"""Rows that keep the mechanisms honest: facts, receipts, rights used, heartbeats."""

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _


class FactQuerySet(models.QuerySet["Fact"]):
    def waiting(self, at: Any) -> "FactQuerySet":
        """Facts whose receivers have not all run and may be tried at `at`."""
        return self.filter(done_at=None, not_before__lte=at)


class Fact(models.Model):
    """What happened, told by an action in its own transaction; see facts.py."""

    name = models.CharField(max_length=60)
    at = models.DateTimeField()
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, null=True, related_name="+"
    )
    subject_type = models.CharField(max_length=80)
    subject_id = models.CharField(max_length=40)
    data = models.JSONField(default=dict)
    attempts = models.PositiveSmallIntegerField(default=0)
    not_before = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    objects = FactQuerySet.as_manager()

    class Meta:
        verbose_name = _("fact")
        verbose_name_plural = _("facts")
        indexes = [
            models.Index(
                fields=["not_before"],
                condition=models.Q(done_at=None),
                name="raati_fact_waiting",
            ),
            models.Index(fields=["done_at"], name="raati_fact_done"),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.subject_type} {self.subject_id}"


class Receipt(models.Model):
    """The first answer to an act that carried a key; see receipts.py."""

    actor = models.CharField(max_length=60)
    key = models.CharField(max_length=64)
    act = models.CharField(max_length=60)
    digest = models.CharField(max_length=64)
    result = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("receipt")
        verbose_name_plural = _("receipts")
        constraints = [
            models.UniqueConstraint(fields=["actor", "key"], name="raati_receipt_once"),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.key}"


class Right(models.Model):
    """How much of "n per person" somebody has used of one act in one component."""

    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, related_name="+"
    )
    person = models.ForeignKey("raati_core.Person", on_delete=models.PROTECT, related_name="+")
    act = models.CharField(max_length=30)
    used = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("right used")
        verbose_name_plural = _("rights used")
        constraints = [
            models.UniqueConstraint(
                fields=["component", "person", "act"], name="raati_right_one_row"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act}: {self.used}"


class Heartbeat(models.Model):
    """When a background process last finished its round."""

    name = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()

    class Meta:
        verbose_name = _("heartbeat")
        verbose_name_plural = _("heartbeats")

    def __str__(self) -> str:
        return self.name
