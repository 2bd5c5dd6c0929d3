"""The list of mails: what about, to whom in outline, what became of it."""

from typing import Any

import django_filters
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic.base import BaseListingView
from wagtail.admin.widgets.button import HeaderButton

from participation.core import outbox
from participation.core.actors import actor_for
from participation.core.mail_care import may_look
from participation.core.models import Fate, OutgoingMail
from participation.core.when import moment_text


def outline(mail: OutgoingMail) -> str:
    """Enough of the address to recognise it in a question, not enough to write to it."""
    address = outbox.address_of(mail)
    name, _at, domain = address.rpartition("@")
    return f"{name[:1]}…@{domain}" if name else str(_("not kept"))


class MailFilters(WagtailFilterSet):
    fate = django_filters.ChoiceFilter(label=_("What became of it"), choices=Fate.choices)
    kind = django_filters.ChoiceFilter(
        label=pgettext_lazy("mail", "About"),
        choices=lambda: [(name, name) for name in outbox.kinds()],
    )

    class Meta:
        model = OutgoingMail
        fields: list[str] = []


class MailList(BaseListingView):
    """Mails of the last three months; their texts are kept nowhere."""

    model = OutgoingMail
    page_title = _("Mails that were sent")
    header_icon = "mail"
    paginate_by = 50
    default_ordering = "-pk"
    index_url_name = "raati_mails_desk:index"
    index_results_url_name = "raati_mails_desk:results"
    filterset_class = MailFilters

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_look(actor_for(request)):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)

    def get_base_queryset(self) -> Any:
        return OutgoingMail.objects.select_related("person__user")

    @property
    def columns(self) -> list[Column]:
        return [
            TitleColumn(
                "kind",
                label=pgettext_lazy("mail", "About"),
                get_url=lambda mail: reverse("raati_mails_desk:mail", args=[mail.pk]),
            ),
            Column("to", label=pgettext_lazy("mail", "To"), accessor=outline),
            Column(
                "created",
                label=pgettext_lazy("mail", "Written"),
                accessor=lambda m: moment_text(m.created_at),
            ),
            Column("fate", label=_("What became of it"), accessor=lambda m: m.get_fate_display()),
            Column("attempts", label=_("Tries"), accessor="attempts"),
        ]

    @property
    def header_buttons(self) -> list[HeaderButton]:
        address = reverse("raati_mails_desk:days")
        return [HeaderButton(label=_("Numbers by day"), url=address, icon_name="calendar")]
