"""Private files: what residents upload and what only some may read."""

from django.core.files.storage import FileSystemStorage
from django.db import models
from django.utils.translation import gettext_lazy as _

from .. import conf
from ..ids import PublicIdField, new_public_id


def private_storage() -> FileSystemStorage:
    """Outside MEDIA_ROOT, without an address of its own: only the view hands files out."""
    return FileSystemStorage(location=conf.private_root(), base_url=None)


def random_path(instance: "PrivateFile", filename: str) -> str:
    """A path that keeps nothing of the uploaded name."""
    name = new_public_id()
    return f"{name[:2]}/{name}"


class PrivateFile(models.Model):
    """A re-encoded upload; `purpose` names the registered audience that may read it."""

    public_id = PublicIdField()
    purpose = models.CharField(max_length=40)
    component = models.ForeignKey(
        "raati_core.Component", on_delete=models.PROTECT, null=True, related_name="+"
    )
    owner = models.ForeignKey(
        "raati_core.Person", on_delete=models.PROTECT, null=True, related_name="+"
    )
    file = models.FileField(storage=private_storage, upload_to=random_path)
    content_type = models.CharField(max_length=60)
    width = models.PositiveIntegerField(null=True)
    height = models.PositiveIntegerField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        verbose_name = _("private file")
        verbose_name_plural = _("private files")

    def __str__(self) -> str:
        return self.public_id
