"""What one's own data enters into the registries of the core."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from participation.core import audit, outbox, personal_data
from participation.core.jobs import every_tick
from participation.core.slots import fill

from .. import follow_links
from . import admin_views, exporting, holding, inactivity, late
from . import erased_list as erased_list  # its receiver
from .actions import JOB
from .sources import SOURCES


def enter() -> None:
    for source in SOURCES:
        personal_data.register(source)
    personal_data.register_before_erasure("identity", holding.hold_while_open)
    outbox.register_kind("people.unused", inactivity.write_warning)
    every_tick(JOB)(exporting.make_copies)
    every_tick("people.forget_copies")(exporting.forget_copies)
    every_tick("people.erase_late")(late.erase_what_came_late)
    every_tick("people.unused")(inactivity.look_after_unused)
    follow_links.enter()
    hooks.register("register_admin_urls", admin_views.urls)
    fill("people.desk_person")(admin_views.link)
    audit.register("people.erase", _("Erase"), _("Erased a person at their own request"))
