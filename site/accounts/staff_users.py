"""Users in the administration: an address, groups and a switch; no names, no passwords."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel
from wagtail.users import forms as wagtail_forms
from wagtail.users.views.users import IndexView, UserViewSet

from .addresses import clean_email
from .models import User


class StaffUserCreationForm(wagtail_forms.UserCreationForm):
    """The person sets the password, by a code to the address: nobody else ever knows it."""

    first_name = None
    last_name = None
    email = forms.CharField(
        label=_("E-mail address"),
        help_text=_("The person signs in with a code that is sent there."),
        widget=forms.EmailInput,
    )

    class Meta:
        model = User
        fields = {"email", "is_superuser", "groups"}
        widgets = {"groups": forms.CheckboxSelectMultiple}

    error_messages = wagtail_forms.UserForm.error_messages | {
        "duplicate_username": _("There is already an account with this address."),
    }

    def clean_email(self) -> str:
        return clean_email(self.cleaned_data["email"])

    def save(self, commit: bool = True) -> User:
        self.instance.set_unusable_password()
        user = super().save(commit)
        if commit:
            EmailAddress.objects.create(user=user, email=user.email, primary=True)
        return user


class StaffUserEditForm(wagtail_forms.UserEditForm):
    """Roles and the switch; the address belongs to the person.

    Whoever could change it could also take the account over.
    """

    first_name = None
    last_name = None
    email = forms.CharField(
        label=_("E-mail address"),
        disabled=True,
        required=False,
        help_text=_("Only the person can change it, on the page of their own account."),
    )

    class Meta:
        model = User
        fields = {"email", "is_active", "is_superuser", "groups"}
        widgets = {"groups": forms.CheckboxSelectMultiple}


class StaffUserIndexView(IndexView):
    @cached_property
    def columns(self) -> list[Any]:
        """Without the column that would repeat the address as a user name."""
        return [each for each in super().columns if each.name != User.USERNAME_FIELD]


class StaffUserViewSet(UserViewSet):
    index_view_class = StaffUserIndexView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return StaffUserEditForm if for_update else StaffUserCreationForm


class StaffAccountView(AccountView):
    """The administration's own account page without names and address."""

    def get_panels(self) -> list[Any]:
        panels = super().get_panels()
        return [each for each in panels if not isinstance(each, NameEmailSettingsPanel)]
