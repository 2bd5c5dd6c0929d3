"""Blocks that several packages offer to editors."""

from importlib import import_module
from typing import Any

from django.apps import apps
from django.utils.translation import gettext_lazy as _
from i18nfield.forms import I18nFormField
from i18nfield.strings import LazyI18nString
from wagtail import blocks
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageBlock

from .i18n_forms import LanguageInputs

#: What rich text may hold on public pages: nothing that could carry a script or a look.
TEXT_FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


def page_blocks(**meta: Any) -> list[tuple[str, blocks.Block]]:
    """What installed packages offer for the text of pages: `PAGE_BLOCKS` of the module that
    their AppConfig names as `page_blocks`.

    Asked while models are loading, so that module imports no models; its templates
    ask for what they show by template tags.
    """
    names = (getattr(app, "page_blocks", "") for app in apps.get_app_configs())
    modules = [import_module(name) for name in names if name]
    return [
        (name, block(**meta)) for module in modules for name, block in module.PAGE_BLOCKS.items()
    ]


class ContactBlock(blocks.StructBlock):
    """A person to turn to: the role first, because people change."""

    role = blocks.CharBlock(
        label=_("role"), help_text=_("For example: participation coordinator."), max_length=120
    )
    name = blocks.CharBlock(label=_("name"), required=False, max_length=120)
    picture = ImageBlock(
        label=_("picture"),
        required=False,
        help_text=_("A face makes it easier to call. Ask the person first."),
    )
    phone = blocks.CharBlock(label=_("phone"), required=False, max_length=40)
    email = blocks.EmailBlock(label=_("e-mail"), required=False)

    class Meta:
        icon = "user"
        label = _("contact person")
        description = _("One person to turn to: the role first, because people change.")
        template = "raati_core/blocks/contact.html"
        preview_value = {
            "role": _("Participation coordinator"),
            "name": "",
            "picture": None,
            "phone": "000 123 4501",
            "email": "",
        }


class DocumentBlock(blocks.StructBlock):
    """A file to download, with the name that readers see."""

    document = DocumentChooserBlock(label=_("document"))
    title = blocks.CharBlock(
        label=_("name shown to readers"),
        required=False,
        max_length=160,
        help_text=_("Empty: the document's own title. Say the language if it is another one."),
    )

    class Meta:
        icon = "doc-full"
        label = _("document")
        template = "raati_core/blocks/document.html"


class I18nCharBlock(blocks.FieldBlock):
    """A short text in every language of the site, stored as {language: text}."""

    def __init__(
        self, *, required: bool = True, help_text: Any = None, max_length: int = 60, **kwargs: Any
    ) -> None:
        self.field = I18nFormField(
            required=required, help_text=help_text, widget=LanguageInputs, max_length=max_length
        )
        super().__init__(**kwargs)

    def to_python(self, value: Any) -> LazyI18nString:
        return LazyI18nString(value or "")

    def get_prep_value(self, value: Any) -> Any:
        words = getattr(value, "data", value) or ""
        if isinstance(words, dict):
            return {code: text for code, text in words.items() if text} or ""
        return words

    def value_from_form(self, value: Any) -> Any:
        return value

    def get_form_state(self, value: Any) -> list[str]:
        """The texts in the order of the inputs."""
        return [text or "" for text in self.field.widget.decompress(value)]

    class Meta:
        icon = "title"
