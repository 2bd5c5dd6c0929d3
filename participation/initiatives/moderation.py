"""Initiatives as something that can be reported, held back, hidden and shown again."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participation.core.actors import Actor
from participation.core.models import Person
from participation.core.moderatable import Moderatable, Removal, Voice
from participation.core.policies import Refused

from . import actions, policies
from .models import HideReason, Initiative, Signature, SignatureRemoval, State
from .models.initiatives import InitiativeQuerySet


class ModeratedInitiatives(Moderatable):
    model = Initiative
    slug = "initiative"
    name = _("Initiative")
    voices_name = _("signatures")
    outputs = (
        "page",
        "list",
        "sign",
        "mine",
        "signers' list",
        "my participation",
        "follows",
        "permanent address",
        "notices",
        "digests",
        "live",
    )

    def find(self, public_id: str) -> Initiative | None:
        rows = Initiative.objects.with_numbers().select_related("component__source_page", "author")
        return rows.filter(public_id=public_id).first()

    def visible_to(self, actor: Actor) -> InitiativeQuerySet:
        """Not drafts: nobody but their maker knows of them."""
        rows = Initiative.objects.visible_to(actor).exclude(state=State.DRAFT)
        return rows.select_related("component")

    def address(self, actor: Actor, thing: Initiative) -> str:
        """The registry's desk, for who works there; for others its page, while there is one."""
        if policies.keeps_register(actor, thing.component):
            return reverse("raati_initiatives_desk:initiative", args=[thing.public_id])
        return thing.component.url("initiative", thing.path_name) if thing.is_visible else ""

    def hide(self, actor: Actor, thing: Initiative, reason: str, note: str) -> None:
        actions.hide_initiative(actor=actor, initiative=thing, reason=reason, note=note)

    def restore(self, actor: Actor, thing: Initiative, note: str) -> None:
        actions.restore_initiative(actor=actor, initiative=thing, reason=note)

    def hold(self, actor: Actor, thing: Initiative) -> None:
        actions.hold_initiative(actor=actor, initiative=thing)

    def approve(self, actor: Actor, thing: Initiative) -> None:
        actions.approve_initiative(actor=actor, initiative=thing)

    def redact(
        self, actor: Actor, thing: Initiative, title: str, text: str, reason: str, note: str
    ) -> None:
        actions.redact_initiative(
            actor=actor, initiative=thing, title=title, text=text, reason=reason, note=note
        )

    def voices(self, since: datetime) -> Iterable[Voice]:
        rows = Signature.objects.filter(at__gte=since).exclude(source="").order_by("at", "pk")
        found = rows.values_list(
            "initiative__public_id", "person_id", "at", "source", "person__user__date_joined"
        )
        return [Voice(*row) for row in found if row[-1] is not None]

    def remove_voices(
        self, actor: Actor, thing: Initiative, persons: Collection[Person], reason: str
    ) -> None:
        actions.remove_signatures(actor=actor, initiative=thing, persons=persons, reason=reason)

    def removals(self, since: datetime, until: datetime) -> Iterable[Removal]:
        rows = SignatureRemoval.objects.filter(at__gte=since, at__lt=until)
        rows = rows.filter(initiative__in=Initiative.objects.visible())
        found = rows.values_list("at", "initiative__component_id", "count", "reason")
        return [Removal(*row) for row in found]

    def may_moderate(self, actor: Actor, thing: Initiative) -> bool:
        try:
            policies.may_hide(actor, thing)
        except Refused:
            return False
        return True

    def reasons(self) -> list[tuple[str, Any]]:
        return list(HideReason.choices)
