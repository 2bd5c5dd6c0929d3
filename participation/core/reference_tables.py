"""Areas, themes and service areas in the Wagtail admin.

They are edited by Wagtail's own views, which check the model's permission and
write Wagtail's log; no rule of participation hangs on them.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from .models import Area, ServiceArea, Theme


class AreaViewSet(ModelViewSet):
    model = Area
    name = "raati_areas"
    icon = "site"
    menu_label = _("Areas")
    list_display = ["name", "slug", "parent", "population"]
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel(
            "slug", help_text=_("Stands in addresses: small letters and hyphens; do not change.")
        ),
        FieldPanel("parent", help_text=_("Empty for the municipality itself.")),
        FieldRowPanel([FieldPanel("population"), FieldPanel("population_date")]),
        FieldPanel("position"),
    ]


class ThemeViewSet(ModelViewSet):
    model = Theme
    name = "raati_themes"
    icon = "tag"
    menu_label = _("Themes")
    list_display = ["name", "slug"]
    copy_view_enabled = False
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("icon"), FieldPanel("position")]


class ServiceAreaViewSet(ModelViewSet):
    model = ServiceArea
    name = "raati_service_areas"
    icon = "group"
    menu_label = _("Service areas")
    list_display = ["name", "slug"]
    copy_view_enabled = False
    panels = [
        FieldPanel("name"),
        FieldPanel("slug"),
        FieldPanel("contact"),
        FieldPanel("position"),
    ]


class ReferenceTables(ModelViewSetGroup):
    """One place in the menu for what the places of participation refer to."""

    menu_label = _("Areas and themes")
    menu_icon = "globe"
    menu_order = 600
    items = (AreaViewSet, ThemeViewSet, ServiceAreaViewSet)
