"""A setting that is a choice among the municipality's themes or areas."""

from typing import Any

from django import forms
from django.apps import apps
from django.db import models


class SlugChoicesField(models.JSONField):
    """A list of slugs of the rows of `of` ("raati_core.Theme"), ticked in the editor.

    An empty list leaves the choice open. Slugs, not keys: the value is copied to
    the component's row as JSON and survives an export to another installation.
    """

    def __init__(self, *args: Any, of: str = "", **kwargs: Any) -> None:
        self.of = of
        super().__init__(*args, **{"default": list, "blank": True, **kwargs})

    def deconstruct(self) -> Any:
        name, path, args, kwargs = super().deconstruct()
        return name, path, args, {**kwargs, "of": self.of}

    def slug_choices(self) -> list[tuple[str, str]]:
        return [(row.slug, str(row)) for row in apps.get_model(self.of).objects.all()]

    def formfield(self, **kwargs: Any) -> forms.Field:
        return forms.MultipleChoiceField(
            choices=self.slug_choices,
            required=False,
            label=kwargs.get("label", self.verbose_name),
            help_text=self.help_text,
            widget=forms.CheckboxSelectMultiple,
        )
