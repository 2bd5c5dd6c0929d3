"""What the core enters into its own registries."""

from django.utils.translation import gettext_lazy as _

from . import audit, open_data, personal_data
from .models import Person, PrivateFile, Right, RoleGrant, ServiceArea
from .personal_data import LEGAL_OBLIGATION, PUBLIC_TASK, OnErasure, Source
from .search.kinds import register as register_kind
from .search.page_kinds import page_kind

audit.register("core.grant_role", _("Give a role"), _("Gave the role"))
audit.register("core.revoke_role", _("Take a role away"), _("Took the role away"))
audit.register("core.start_new_round", _("Start a new round"), _("Started a new round"))
audit.register("core.close_now", _("Close early"), _("Closed the round early"))
audit.register("core.archive", _("Archive"), _("Archived"))
audit.register("core.save_easy_text", _("Easy language"), _("Wrote the easy-language version"))
audit.register(
    "core.withdraw_easy_text", _("Easy language"), _("Took the easy-language version off the site")
)
audit.register("core.check_easy_text", _("Easy language"), _("Compared the easy-language version"))

personal_data.register(
    Source(
        model=Person,
        person_fields=("pk",),
        what=_("The name you chose to show"),
        purpose=_("to show who wrote, and to let each person take part once"),
        legal_basis=PUBLIC_TASK,
        retention=_("until you ask us to erase you"),
        on_erasure=OnErasure.UNLINKED,
    )
)
personal_data.register(
    Source(
        model=RoleGrant,
        person_fields=("person", "granted_by"),
        what=_("Roles of staff: who gave which role to whom, and when"),
        purpose=_("to let staff do their work and to check afterwards who could do what"),
        legal_basis=LEGAL_OBLIGATION,
        retention=_("as long as the service is in use"),
        on_erasure=OnErasure.KEPT,
    )
)
personal_data.register(
    Source(
        model=ServiceArea,
        person_fields=("owner", "deputy"),
        what=_("Which official answers for a service area, and who stands in"),
        purpose=_("to give what residents send to somebody who answers it"),
        legal_basis=PUBLIC_TASK,
        retention=_("until somebody else is named"),
        on_erasure=OnErasure.UNLINKED,
    )
)
personal_data.register(
    Source(
        model=Right,
        person_fields=("person",),
        what=_("How many of your supports and ideas you have used in each round"),
        purpose=_("to keep the limits that are the same for everyone"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as the results of the round are public"),
        on_erasure=OnErasure.UNLINKED,
    )
)
personal_data.register(
    Source(
        model=PrivateFile,
        person_fields=("owner",),
        what=_("Pictures you added, without the place and device data of the camera"),
        purpose=_("to show what you mean"),
        legal_basis=PUBLIC_TASK,
        retention=_("as long as what you added it to"),
        on_erasure=OnErasure.DELETED,
    )
)

register_kind(page_kind("pages", _("Pages")))
open_data.register("places", "participation.core.open_data.places.router")
