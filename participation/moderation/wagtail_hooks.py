"""What this package adds to the Wagtail admin, and to other packages' pages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import NoReverseMatch, include, path, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from participation.core import moderatable
from participation.core.actors import actor_for
from participation.core.slots import fill

from .desk import panel
from .desk.queue import waiting
from .models import Decision
from .policies import works_here


class ModerationMenuItem(MenuItem):
    """Its label tells how much waits."""

    def is_shown(self, request: HttpRequest) -> bool:
        return works_here(actor_for(request))

    def render_component(self, request: HttpRequest) -> Any:
        component = super().render_component(request)
        counts = waiting(actor_for(request))
        number = counts["open"] + counts["danger"] + counts["again"]
        if number:
            component.label = f"{component.label} ({number})"
        return component


@hooks.register("register_admin_urls")
def admin_urls() -> list:
    return [path("moderation/", include("participation.moderation.desk.urls"))]


@hooks.register("register_admin_menu_item")
def menu_item() -> MenuItem:
    return ModerationMenuItem(
        _("Moderation"),
        reverse("raati_moderation_desk:queue"),
        name="moderation",
        icon_name="warning",
        order=205,
    )


@hooks.register("insert_global_admin_css")
def admin_css() -> SafeString:
    return format_html('<link rel="stylesheet" href="{}">', static("raati_moderation/desk.css"))


panel.enter()


def _kind(thing: Any) -> moderatable.Moderatable | None:
    return moderatable.kind_of(thing._meta.label)


@fill("idea.below", order=90)
@fill("initiative.below", order=90)
def report_link(context: Any, thing: Any) -> SafeString | str:
    """Two clicks from here to a report; the link knows nobody, so the page stays everyone's."""
    kind = _kind(thing)
    if kind is None:
        return ""
    try:
        href = reverse("raati_moderation:report", args=[kind.slug, thing.public_id])
    except NoReverseMatch:
        # A site may leave the pages out.
        return ""
    return render_to_string("raati_moderation/report_link.html", {"href": href})


@fill("idea.mine")
@fill("initiative.mine")
def own_decisions(context: Any, thing: Any) -> SafeString | str:
    """For the author: what was decided about this, each with its page."""
    kind = _kind(thing)
    person = actor_for(context["request"]).person
    # By the key: whoever else looks at the page costs no question.
    if kind is None or person is None or thing.author_id != person.pk:
        return ""
    decisions = Decision.objects.filter(case__kind=kind.label, case__subject_id=thing.public_id)
    found = [each for each in decisions.select_related("appeal").order_by("-at") if _is_told(each)]
    if not found:
        return ""
    return render_to_string("raati_moderation/own_decisions.html", {"decisions": found})


def _is_told(decision: Decision) -> bool:
    """Whether it did something that its author notices; that somebody reported in vain does not."""
    return decision.is_restricting or decision.what in ("restore", "approve")
