"""Who hears that a phase ends, in their list; the mails about it processes send themselves."""

from collections.abc import Collection, Mapping
from typing import Any

from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from participation.core import notices
from participation.core.models import Fact
from participation.core.notices import About, NoticeKind, Reader, Subject
from participation.notifications.telling import news_of, tell
from participation.processes import signals
from participation.processes.models import ProcessPage
from participation.processes.turning import concerned, live_processes


class Processes(Subject):
    """A process, for those whose work its phases are."""

    label = ProcessPage._meta.label

    def load(self, ids: Collection[str]) -> Mapping[str, About]:
        rows = {str(row.source_page_id): row for row in live_processes()}
        found = {pk: rows[pk] for pk in ids if pk in rows}
        people = concerned(found.values())
        return {
            pk: About(
                title=row.source_page.title if row.source_page else "",
                address="",
                is_public=False,
                staff=frozenset(people[row.key]),
                desk=reverse("wagtailadmin_pages:edit", args=[pk])
                + "#panel-child-content-phases-section",
            )
            for pk, row in found.items()
        }


notices.register_subject(Processes())
notices.register_notice(
    NoticeKind(
        name="processes.phase_ending",
        label=_("a phase ends soon"),
        heading=_("Your work"),
        sentence=_("A phase of this process ends soon"),
        subject=Processes.label,
        reader=Reader.STAFF,
        is_mailed=False,
    )
)


@receiver(signals.phase_ending, dispatch_uid="raati_wiring:phase_ending")
def phase_ending(fact: Fact, **_given: Any) -> None:
    row = next((r for r in live_processes() if str(r.source_page_id) == fact.subject_id), None)
    if row is not None:
        tell(news_of(fact, "processes.phase_ending"), *concerned([row])[row.key])
