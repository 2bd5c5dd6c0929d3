"""What copies and warnings keep of people, in the table of personal data."""

from django.utils.translation import gettext_lazy as _

from participation.core.models import Person
from participation.core.own_sources import delete_file
from participation.core.personal_data import PUBLIC_TASK, Forget, OnErasure, Source

from ..models import DataExport, RetentionNotice


def delete_copies(person: Person) -> None:
    """The rows, and the files that nothing else leads to."""
    rows = DataExport.objects.filter(person=person).select_related("file")
    files = [row.file for row in rows if row.file is not None]
    rows.delete()
    for file in files:
        delete_file(file)


SOURCES = (
    Source(
        model=DataExport,
        person_fields=("person",),
        what=_("When you asked for a copy of your data, and the copy"),
        purpose=_("to give you what you have a right to"),
        legal_basis=PUBLIC_TASK,
        retention=_("seven days"),
        on_erasure=OnErasure.DELETED,
        untold=("file",),
        labels={"ready_at": _("ready")},
        erase=delete_copies,
    ),
    Source(
        model=RetentionNotice,
        person_fields=("person",),
        what=_("When we warned you that your account would be deleted"),
        purpose=_("so that nobody loses an account unawares"),
        legal_basis=PUBLIC_TASK,
        retention=_("a year"),
        on_erasure=OnErasure.DELETED,
        labels={"told_at": _("told"), "due_on": _("day")},
        forget=Forget("told_at", 365),
    ),
)
