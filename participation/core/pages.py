"""What makes a page a place of participation: settings on one page, a row, views below it."""

from datetime import datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldRowPanel, MultiFieldPanel
from wagtail.models import Page
from wagtail.url_routing import RouteResult
from wagtail_localize.fields import SynchronizedField

from . import eligibility as who
from .below import component_url, match_below
from .errors import answer_errors
from .invitations import PhaseNow
from .models import Component
from .page_forms import ComponentPageForm
from .panels import SettingPanel, WhoMayPanel
from .previews import BothSchemes
from .search.index import Searched
from .visibility import KnownToBeOpen
from .when import days_later

#: Settings that every place of participation has.
SETTINGS_OF_ALL = ("eligibility", "premoderated", "protects_minors")


class ViewsBelow(KnownToBeOpen):
    """Mix into a Page type whose addresses below it are views, named by `urlconf`."""

    urlconf: ClassVar[str]

    def route(self, request: HttpRequest, path_components: list[str]) -> Any:
        match = match_below(self.urlconf, path_components) if self.live else None
        if match is not None:
            return RouteResult(self, kwargs={"match": match})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, match: Any = None, **kwargs: Any) -> HttpResponse:
        """Call the view that the path names; refusals become pages with their reason."""
        match = match or match_below(self.urlconf, [])
        return answer_errors(match.func)(request, page=self, **match.kwargs)


class ComponentPageMixin(BothSchemes, Searched, ViewsBelow, models.Model):
    """Mix into a Page (before Page) to give it a Component shared by all its languages.

    `urlconf` names the module with the views below the page: they are called
    with `page` and what the path gives. `component_settings` lists the fields
    that are settings: edited on the source page only, copied to the component
    row at its publication, shown read-only in the other languages. `acts` lists
    what people do here, the most inviting first (see acts.py).
    """

    acts: ClassVar[tuple[str, ...]] = ()
    component_settings: ClassVar[tuple[str, ...]] = ()

    opens_at = models.DateTimeField(
        _("opens"), null=True, blank=True, help_text=_("Empty: open as soon as it is published.")
    )
    closes_at = models.DateTimeField(
        _("closes"),
        null=True,
        blank=True,
        help_text=_("From this moment on nothing more is accepted. Empty: no closing time."),
    )
    eligibility = models.JSONField(
        _("who may take part"), default=dict, blank=True, encoder=DjangoJSONEncoder
    )
    premoderated = models.BooleanField(
        _("look at everything before it is shown"),
        default=False,
        help_text=_("What people send waits for a moderator. Say in the rules how long."),
    )
    protects_minors = models.BooleanField(
        _("children and young people write here"),
        default=False,
        help_text=_(
            "Whatever anybody reports here is out of sight at once, until a moderator has looked."
            " Moderators of this place get a mail."
        ),
    )

    dates_panel = MultiFieldPanel(
        [FieldRowPanel([SettingPanel("opens_at"), SettingPanel("closes_at")])],
        heading=_("When it is open"),
    )

    moderation_panel = MultiFieldPanel(
        [SettingPanel("premoderated"), SettingPanel("protects_minors")],
        heading=_("Moderation"),
    )

    who_may_panel = WhoMayPanel("eligibility", heading=_("Who may take part"))

    base_form_class = ComponentPageForm

    class Meta:
        abstract = True

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        fixed = ("opens_at", "closes_at", *cls.settings_of_all())
        fields = [
            SynchronizedField("slug"),
            *(SynchronizedField(name, overridable=False) for name in fixed),
            *getattr(cls, "more_translatable_fields", []),
        ]
        # The last one to name a field has it: a setting may hold texts to translate.
        cls.override_translatable_fields = list({f.field_name: f for f in fields}.values())

    @classmethod
    def settings_of_all(cls) -> tuple[str, ...]:
        """The fields that are settings, those of every place of participation included."""
        return (*SETTINGS_OF_ALL, *cls.component_settings)

    @property
    def component_key(self) -> Any:
        """The translation key; an alias in the same language shares its original's."""
        original = self.alias_of if self.alias_of_id else None
        return original.translation_key if original else self.translation_key

    @cached_property
    def component(self) -> Component:
        """This page's row. For a page never saved (preview), an unsaved row of its own fields."""
        row = None
        if self.pk:
            row = Component.objects.filter(key=self.component_key).first()
        return row or Component(
            key=self.translation_key, kind=component_kind(type(self)), **component_values(self)
        )

    def component_setting(self, name: str) -> Any:
        """The JSON value of one setting field, as the row stores it."""
        return self._meta.get_field(name).value_from_object(self)

    @property
    def is_source(self) -> bool:
        """Whether the settings are edited on this very page."""
        return not self.pk or self.component.source_page_id in (None, self.pk)

    @cached_property
    def source_page(self) -> Any:
        """The page, in whatever language, on which the settings are edited."""
        if self.is_source:
            return self
        source = type(self).objects.filter(pk=self.component.source_page_id).first()
        return source or self

    @classmethod
    def shared_fields(cls) -> list[str]:
        """The fields that only the source page edits."""
        fields = [f for f in cls.override_translatable_fields if isinstance(f, SynchronizedField)]
        return [field.field_name for field in fields if not field.overridable]

    def clean(self) -> None:
        super().clean()
        if self.opens_at and self.closes_at and self.opens_at >= self.closes_at:
            raise ValidationError({"closes_at": _("The closing time must be after the opening.")})
        if self.is_source:
            self._check_who_may()

    def _check_who_may(self) -> None:
        try:
            who.check(self.eligibility)
        except ValidationError as error:
            raise ValidationError({who.SETTING: error.messages}) from None

    def first_moment(self) -> datetime | None:
        """When it began or begins, as far as its own dates tell."""
        return self.opens_at or self.closes_at

    def for_new_round(self, days: int | None) -> dict[str, Any]:
        """What a copy for a new round has instead of this page's own: dates moved or left out."""
        names = ("opens_at", "closes_at")
        return {name: days_later(getattr(self, name), days) for name in names}

    def phase_now(self, at: datetime) -> PhaseNow | None:
        """The phase that `at` falls into, where the page has phases."""
        return None

    def phases_ahead(self, at: datetime) -> list[PhaseNow]:
        """The phases that begin after `at`, where the page has phases."""
        return []

    def view_url(self, name: str = "", *args: Any) -> str:
        """The address of a view below this page."""
        return component_url(self, name, *args)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The page as it would be with its unpublished settings."""
        preview = Component(
            key=self.component.key,
            public_id=self.component.public_id,
            kind=self.component.kind,
            source_page_id=self.component.source_page_id,
            **component_values(self),
        )
        preview.is_preview = True
        self.__dict__["component"] = preview
        return self.serve(request)


def component_kind(model: type[Page]) -> str:
    """How a component row names its kind: the page model's label, in lower case."""
    return model._meta.label_lower


def component_values(page: ComponentPageMixin) -> dict[str, Any]:
    """The row's columns as the page's own fields say them."""
    own = {name: page.component_setting(name) for name in page.settings_of_all()}
    return {"opens_at": page.opens_at, "closes_at": page.closes_at, "settings": own}
