"""A person's own ideas on their account page, where the site has one."""

from typing import Any

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from participation.core.actors import actor_for

from .models import Idea

MOST = 10


def draw_own_ideas(context: Any) -> SafeString | str:
    """The slot `account.sections`: the latest ideas and what became of each."""
    person = actor_for(context["request"]).person
    if person is None:
        return ""
    own = list(Idea.objects.filter(author=person).select_related("component").newest()[:MOST])
    return render_to_string("raati_ideas/own.html", {"own": own}) if own else ""
