"""What is going on elsewhere on the site, chosen by an editor, filled in by itself."""

from django.utils.translation import gettext_lazy as _
from wagtail import blocks

MOST = 6


class OpenNowBlock(blocks.StructBlock):
    """Cards of what can be done now below a page."""

    title = blocks.CharBlock(label=_("heading"), required=False, max_length=120)
    page = blocks.PageChooserBlock(
        label=_("below which page"), required=False, help_text=_("Empty: the whole site.")
    )
    number = blocks.IntegerBlock(label=_("how many"), min_value=1, max_value=MOST, default=3)

    class Meta:
        icon = "time"
        label = _("what is open now")
        description = _("Cards of what people can do now, kept up to date by itself.")
        template = "home/blocks/open_now.html"
        preview_value = {"title": _("What you can influence now"), "page": None, "number": 3}
