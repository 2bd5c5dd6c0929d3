"""What the core itself keeps of people: its entries in the table of personal data."""

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import ProtectedError
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry

from . import clock
from .models import (
    Absence,
    Follow,
    OutgoingMail,
    Person,
    PrivateFile,
    Right,
    RoleGrant,
    ServiceArea,
)
from .personal_data import LEGAL_OBLIGATION, PUBLIC_TASK, Forget, OnErasure, Source


def bury(person: Person) -> None:
    """What stays of a person: a row without a name, so that counts and threads hold."""
    person.display_name, person.barred_until = "", None
    person.erased_at = person.erased_at or clock.now()
    person.save(update_fields=["display_name", "erased_at", "barred_until"])


def delete_files(person: Person) -> None:
    """The person's files and their bytes; what the municipality still shows loses its owner."""
    for file in PrivateFile.objects.filter(owner=person):
        delete_file(file)


def delete_file(file: PrivateFile) -> None:
    """Delete the row now and the bytes after the commit; only unlink what something shows."""
    try:
        with transaction.atomic():
            file.delete()
    except ProtectedError:
        PrivateFile.objects.filter(pk=file.pk).update(owner=None)
        return
    name, storage = file.file.name, file.file.storage
    if name:
        transaction.on_commit(lambda: storage.delete(name), robust=True)


def take_names_out_of_the_log(person: Person) -> None:
    """Entries about the person, their account and their roles keep no name or address."""
    about: list[tuple[type, list[int]]] = [
        (Person, [person.pk]),
        (RoleGrant, list(person.role_grants.values_list("pk", flat=True))),
    ]
    if person.user is not None:
        about.append((type(person.user), [person.user.pk]))
    for model, keys in about:
        ModelLogEntry.objects.filter(
            content_type=ContentType.objects.get_for_model(model),
            object_id__in=[str(key) for key in keys],
        ).update(label=person.public_id)


LOG = _("What you did in the administration, and when")
LOG_PURPOSE = _("to check afterwards who did what in office")
LOG_RETENTION = _("five years, unless the municipality has set another period")

SOURCES = (
    Source(
        model=Person,
        person_fields=("pk",),
        what=_("The name you chose to show"),
        purpose=_("to show who wrote, and to let each person take part once"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you ask us to erase you, or three years without signing in"),
        on_erasure=OnErasure.UNLINKED,
        untold=("user", "erased_at"),
        labels={"barred_until": _("stopped from taking part until")},
        erase=bury,
        stays=("public_id",),
    ),
    Source(
        model=RoleGrant,
        person_fields=("person", "granted_by"),
        own=("person",),
        what=_("Roles of staff: who gave which role to whom, and when"),
        purpose=_("to let staff do their work and to check afterwards who could do what"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("as long as the service is in use"),
        on_erasure=OnErasure.KEPT,
        labels={
            "granted_at": _("from"),
            "ends_at": _("until"),
            "revoked_at": _("taken away"),
            "service_area": _("service area"),
        },
        stays=("role",),
    ),
    Source(
        model=Absence,
        person_fields=("person", "deputy", "named_by"),
        own=("person",),
        what=_("The days on which a member of staff was away, and who stood in"),
        purpose=_("to bring what is due to somebody who is at work"),
        legal_basis=PUBLIC_TASK,
        retention=_("two years"),
        on_erasure=OnErasure.DELETED,
        labels={"named_at": _("named"), "ended_at": _("ended")},
        forget=Forget(after="named_at", days=2 * 365),
    ),
    Source(
        model=ServiceArea,
        person_fields=("owner", "deputy"),
        what=_("Which official answers for a service area, and who stands in"),
        purpose=_("to give what residents send to somebody who answers it"),
        legal_basis=PUBLIC_TASK,
        retention=_("until somebody else is named"),
        on_erasure=OnErasure.UNLINKED,
        cleared=("owner", "deputy"),
        stays=("slug", "name", "contact"),
    ),
    Source(
        model=Right,
        person_fields=("person",),
        what=_("How many of your supports and ideas you have used in each round"),
        purpose=_("to keep the limits that are the same for everyone"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the results of the round are public"),
        on_erasure=OnErasure.UNLINKED,
        labels={"act": _("act"), "used": _("used")},
        stays=("act",),
    ),
    Source(
        model=PrivateFile,
        person_fields=("owner",),
        what=_("Pictures you added, without the place and device data of the camera"),
        purpose=_("to show what you mean"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as what you added it to"),
        on_erasure=OnErasure.DELETED,
        labels={
            "purpose": _("what for"),
            "file": _("the file is in this copy"),
            "content_type": _("kind of file"),
            "width": _("width"),
            "height": _("height"),
        },
        erase=delete_files,
    ),
    Source(
        model=Follow,
        person_fields=("person",),
        what=_("What you follow"),
        purpose=_("to tell you what becomes of it"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you stop following it"),
        on_erasure=OnErasure.DELETED,
        labels={"subject_type": _("kind"), "subject_id": _("mark")},
    ),
    Source(
        model=OutgoingMail,
        person_fields=("person",),
        what=_("Which mails were sent to you, and when; not their text"),
        purpose=_("to send each mail once and to see whether it arrived"),
        legal_basis=PUBLIC_TASK,
        retention=_("three months after it was sent"),
        on_erasure=OnErasure.DELETED,
        untold=("mark", "data", "address", "digest", "not_before", "attempts", "error"),
        labels={"fate": _("what became of it")},
    ),
    Source(
        model=ModelLogEntry,
        person_fields=("user",),
        what=LOG,
        purpose=LOG_PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=LOG_RETENTION,
        on_erasure=OnErasure.KEPT,
        # What an entry is about may be somebody else.
        untold=("content_type", "label", "data", "uuid", "object_id", "revision"),
        labels={
            "action": _("act"),
            "timestamp": _("when"),
            "content_changed": _("something was changed"),
            "deleted": _("something was deleted"),
        },
        stays=("action", "label", "data", "object_id"),
        erase=take_names_out_of_the_log,
        forget=Forget("timestamp", "LOG_DAYS"),
    ),
    Source(
        model=PageLogEntry,
        person_fields=("user",),
        what=_("Which pages you edited and published, and when"),
        purpose=LOG_PURPOSE,
        legal_basis=LEGAL_OBLIGATION,
        retention=LOG_RETENTION,
        on_erasure=OnErasure.KEPT,
        untold=("content_type", "data", "uuid", "page", "revision"),
        labels={
            "action": _("act"),
            "timestamp": _("when"),
            "label": _("page"),
            "content_changed": _("something was changed"),
            "deleted": _("something was deleted"),
        },
        stays=("action", "label", "data"),
        forget=Forget("timestamp", "LOG_DAYS"),
    ),
)
