"""Ideas as something that can be reported, held back, hidden and shown again."""

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
from .models import HideReason, Idea, Support, SupportRemoval
from .models.ideas import IdeaQuerySet


class ModeratedIdeas(Moderatable):
    model = Idea
    slug = "idea"
    name = _("Idea")
    voices_name = _("supports")
    outputs = (
        "page",
        "versions",
        "board",
        "map",
        "feed",
        "api list",
        "api detail",
        "api csv",
        "search",
        "suggestions",
        "similar",
        "sitemap",
        "teasers",
        "outcomes",
        "permanent address",
        "picture",
        "figures",
        "my participation",
        "follows",
        "notices",
        "mails",
        "live",
    )

    def find(self, public_id: str) -> Idea | None:
        rows = Idea.objects.select_related("component__source_page", "author", "service_area")
        return rows.filter(public_id=public_id).first()

    def visible_to(self, actor: Actor) -> IdeaQuerySet:
        return Idea.objects.visible_to(actor).select_related("component")

    def address(self, actor: Actor, thing: Idea) -> str:
        return reverse("raati_ideas_desk:idea", args=[thing.public_id])

    def hide(self, actor: Actor, thing: Idea, reason: str, note: str) -> None:
        actions.hide_idea(actor=actor, idea=thing, reason=reason, note=note)

    def restore(self, actor: Actor, thing: Idea, note: str) -> None:
        actions.restore_idea(actor=actor, idea=thing, reason=note)

    def hold(self, actor: Actor, thing: Idea) -> None:
        actions.hold_idea(actor=actor, idea=thing)

    def approve(self, actor: Actor, thing: Idea) -> None:
        actions.approve_idea(actor=actor, idea=thing)

    def redact(
        self, actor: Actor, thing: Idea, title: str, text: str, reason: str, note: str
    ) -> None:
        actions.redact_idea(
            actor=actor, idea=thing, title=title, text=text, reason=reason, note=note
        )

    def voices(self, since: datetime) -> Iterable[Voice]:
        rows = Support.objects.filter(at__gte=since).exclude(source="").order_by("at", "pk")
        found = rows.values_list(
            "idea__public_id", "person_id", "at", "source", "person__user__date_joined"
        )
        return [Voice(*row) for row in found if row[-1] is not None]

    def remove_voices(
        self, actor: Actor, thing: Idea, persons: Collection[Person], reason: str
    ) -> None:
        actions.remove_supports(actor=actor, idea=thing, persons=persons, reason=reason)

    def removals(self, since: datetime, until: datetime) -> Iterable[Removal]:
        rows = SupportRemoval.objects.filter(at__gte=since, at__lt=until)
        rows = rows.filter(idea__in=Idea.objects.visible())
        found = rows.values_list("at", "idea__component_id", "count", "reason")
        return [Removal(*row) for row in found]

    def arrivals(self, since: datetime) -> Iterable[Voice]:
        rows = Idea.objects.filter(created_at__gte=since).exclude(source="")
        found = rows.order_by("created_at", "pk").values_list(
            "public_id", "author_id", "created_at", "source", "author__user__date_joined",
            "component__public_id",
        )  # fmt: skip
        return [Voice(*row) for row in found if row[4] is not None]

    def may_moderate(self, actor: Actor, thing: Idea) -> bool:
        try:
            policies.may_hide(actor, thing)
        except Refused:
            return False
        return True

    def reasons(self) -> list[tuple[str, Any]]:
        return list(HideReason.choices)
