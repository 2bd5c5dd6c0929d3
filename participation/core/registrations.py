"""What the core enters into its own registries."""

from django.contrib.auth.signals import user_logged_in
from django.utils.translation import gettext_lazy as _

from . import absences, audit, fresh, open_data, outbox, personal_data
from .own_sources import SOURCES
from .search.kinds import register as register_kind
from .search.page_kinds import page_kind

audit.register("core.grant_role", _("Give a role"), _("Gave the role"))
audit.register("core.revoke_role", _("Take a role away"), _("Took the role away"))
audit.register("core.name_deputy", _("Name a deputy"), _("Named a deputy"))
audit.register("core.end_absence", _("End an absence"), _("Ended an absence"))
audit.register("core.start_new_round", _("Start a new round"), _("Started a new round"))
audit.register("core.close_now", _("Close early"), _("Closed the round early"))
audit.register("core.retry_mail", _("Send again"), _("Had a mail sent again"))
audit.register("core.archive", _("Archive"), _("Archived"))
audit.register("core.save_easy_text", _("Easy language"), _("Wrote the easy-language version"))
audit.register(
    "core.withdraw_easy_text", _("Easy language"), _("Took the easy-language version off the site")
)
audit.register("core.check_easy_text", _("Easy language"), _("Compared the easy-language version"))

for source in SOURCES:
    personal_data.register(source)

outbox.register_kind(absences.KIND, absences.write)
register_kind(page_kind("pages", _("Pages")))
open_data.register("places", "participation.core.open_data.places.router")
user_logged_in.connect(fresh.note_proof, dispatch_uid="raati_core:note_proof")
