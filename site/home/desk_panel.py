"""On the staff desk: feedback on accessibility, which the law wants answered in 14 days."""

from django.db.models import QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from participation.core import clock, desk
from participation.core.actors import Actor
from participation.core.desk import Item, Panel
from participation.core.text import plain
from participation.core.when import day_text

from .models import AccessibilityFeedback
from .policies import may_answer_feedback

TITLE_LENGTH = 100


def _rows(actor: Actor) -> QuerySet[AccessibilityFeedback]:
    return AccessibilityFeedback.objects.waiting()


def _items(actor: Actor, rows: list[AccessibilityFeedback]) -> list[Item]:
    return [_item(row) for row in rows]


def _item(row: AccessibilityFeedback) -> Item:
    is_late = row.due_on < timezone.localdate(clock.glance())
    by = _("answer by %(day)s") % {"day": day_text(row.due_on)}
    return Item(
        title=plain(row.message, TITLE_LENGTH),
        href=reverse("home_feedback_answer", args=[row.public_id]),
        notes=("" if is_late else by, row.page_address),
        late=_("overdue: %(text)s") % {"text": by} if is_late else "",
        language=row.language,
    )


def enter() -> None:
    desk.register_panel(
        Panel(
            name="accessibility-feedback",
            order=100,
            heading=gettext_lazy("Accessibility feedback"),
            done=gettext_lazy("All feedback on accessibility is answered."),
            icon="comment",
            is_for=may_answer_feedback,
            rows=_rows,
            items=_items,
            everything=lambda: reverse("home_feedback"),
            help=gettext_lazy("The law gives 14 days for an answer."),
        )
    )
