"""Giving a role: to whom, which, where and till when."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.contrib.auth import get_user_model
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.widgets import AdminDateInput

from participation.core import clock
from participation.core.models import Component, ServiceArea
from participation.core.roles import Role


class RoleForm(forms.Form):
    email = forms.EmailField(
        label=_("E-mail address of the account"),
        max_length=254,
        help_text=_("The colleague makes an account first; then the role is given."),
    )
    role = forms.ChoiceField(label=_("Role"), choices=Role.choices)
    place = forms.ModelChoiceField(
        label=_("Only in"),
        required=False,
        queryset=Component.objects.none(),
        to_field_name="public_id",
        help_text=_("One place and all that is below it. Empty: everywhere."),
    )
    service_area = forms.ModelChoiceField(
        label=_("Service area"),
        required=False,
        queryset=ServiceArea.objects.none(),
        help_text=_("For who answers in one service area only."),
    )
    ends_on = forms.DateField(
        label=_("Last day"),
        required=False,
        widget=AdminDateInput,
        help_text=_("Empty: until it is taken away."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Component.objects.filter(archived_at=None, source_page__isnull=False)
        self.places = list(rows.select_related("source_page").order_by("source_page__path"))
        place, area = self.fields["place"], self.fields["service_area"]
        assert isinstance(place, forms.ModelChoiceField)
        assert isinstance(area, forms.ModelChoiceField)
        place.queryset = rows.select_related("source_page").order_by("source_page__path")
        place.label_from_instance = _page_title  # type: ignore[assignment, method-assign]
        area.queryset = ServiceArea.objects.all()

    def place_names(self) -> dict[Any, str]:
        """The places' titles by their keys."""
        return {row.key: _page_title(row) for row in self.places}

    def clean_email(self) -> str:
        user = get_user_model()
        rows = user._default_manager.filter(
            **{f"{user.get_email_field_name()}__iexact": self.cleaned_data["email"]}, is_active=True
        )
        account = rows.first()
        if account is None:
            raise forms.ValidationError(_("No account has this address."))
        self.cleaned_data["account"] = account
        return self.cleaned_data["email"]

    def clean_ends_on(self) -> Any:
        """The instant after the last day, as people here count days."""
        day = self.cleaned_data["ends_on"]
        if day is not None and day < clock.today():
            raise forms.ValidationError(_("This day is over."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("place") and cleaned.get("service_area"):
            self.add_error("service_area", _("Choose a place or a service area, not both."))
        if cleaned.get("service_area") and cleaned.get("role") != Role.SERVICE_AREA:
            self.add_error("service_area", _("Only who answers has a service area."))
        day = cleaned.get("ends_on")
        cleaned["ends_at"] = _end_of(day) if day else None
        return cleaned


def _end_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time.min))


def _page_title(row: Component) -> str:
    return row.source_page.title if row.source_page else row.public_id
