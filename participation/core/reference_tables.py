"""Areas, themes and service areas in the Wagtail admin.

They are edited by Wagtail's own views, which check the model's permission and
write Wagtail's log; no rule of participation hangs on them.
"""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db.models import ProtectedError
from django.forms import BaseForm
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin import messages
from wagtail.admin.forms.models import WagtailAdminModelForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.admin.views.generic import DeleteView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from .models import Area, ServiceArea, Theme
from .roles import role_holders, staff_label


class ServiceAreaForm(WagtailAdminModelForm):
    """The people are chosen among those who hold a role: others could not answer."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        people = role_holders([self.instance.owner_id, self.instance.deputy_id])
        for name in ("owner", "deputy"):
            field = self.fields[name]
            field.queryset = people
            field.label_from_instance = staff_label

    def clean(self) -> dict[str, Any]:
        given = super().clean() or self.cleaned_data
        if given.get("deputy") and given["deputy"] == given.get("owner"):
            self.add_error("deputy", _("The deputy must be somebody else."))
        return given


class KeepWhatIsUsed(DeleteView):
    """Says so where ideas, people or other rows still point at what would be deleted."""

    def form_valid(self, form: BaseForm) -> HttpResponse:
        try:
            return super().form_valid(form)
        except (ProtectedError, PermissionDenied):
            # The second is Wagtail's word for what its own index knows to be in use.
            said = _("“%(name)s” is in use, so it cannot be deleted.") % {"name": self.object}
            messages.error(self.request, said)
            return HttpResponseRedirect(self.get_success_url())


class ReferenceViewSet(ModelViewSet):
    copy_view_enabled = False
    delete_view_class = KeepWhatIsUsed


class AreaViewSet(ReferenceViewSet):
    model = Area
    name = "raati_areas"
    icon = "site"
    menu_label = _("Areas")
    list_display = ["name", "slug", "parent", "population"]
    panels = [
        FieldPanel("name"),
        FieldPanel(
            "slug", help_text=_("Stands in addresses: small letters and hyphens; do not change.")
        ),
        FieldPanel("parent", help_text=_("Empty for the municipality itself.")),
        FieldRowPanel([FieldPanel("population"), FieldPanel("population_date")]),
        FieldPanel("position"),
    ]


class ThemeViewSet(ReferenceViewSet):
    model = Theme
    name = "raati_themes"
    icon = "tag"
    menu_label = _("Themes")
    list_display = ["name", "slug"]
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("icon"),
        FieldPanel("service_area"),
        FieldPanel("position"),
    ]


class ServiceAreaViewSet(ReferenceViewSet):
    model = ServiceArea
    name = "raati_service_areas"
    icon = "group"
    menu_label = _("Service areas")
    list_display = ["name", "slug", "owner", "deputy"]
    edit_handler = ObjectList(
        [
            FieldPanel("name"),
            FieldPanel("slug"),
            FieldPanel("contact"),
            FieldRowPanel([FieldPanel("owner"), FieldPanel("deputy")]),
            FieldPanel("position"),
        ],
        base_form_class=ServiceAreaForm,
    )


class ReferenceTables(ModelViewSetGroup):
    """One place in the menu for what the places of participation refer to."""

    menu_label = _("Areas and themes")
    menu_icon = "globe"
    menu_order = 600
    items = (AreaViewSet, ThemeViewSet, ServiceAreaViewSet)
