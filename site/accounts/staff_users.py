"""Users in the administration: an address, groups and a switch; no names, no passwords."""

from typing import Any

from allauth.account.models import EmailAddress
from django import forms
from django.contrib.auth.models import Group
from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.functional import Promise, cached_property
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin import messages
from wagtail.admin.views.account import AccountView, NameEmailSettingsPanel
from wagtail.users import forms as wagtail_forms
from wagtail.users.views.groups import DeleteView, GroupViewSet
from wagtail.users.views.users import IndexView, UserViewSet

from participation.core.actors import Actor
from participation.core.fresh import require_fresh
from participation.core.role_groups import PREFIX, is_ours
from participation.core.roles import Role, administrators, has_role

from .addresses import clean_email
from .models import User


def other_groups() -> QuerySet[Group]:
    """Groups that somebody may be put into by hand: those of the roles follow the roles."""
    return Group.objects.exclude(name__startswith=PREFIX)


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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = other_groups()

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

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].queryset = other_groups()
        self.fields["groups"].help_text = _("Roles are given under Settings → Roles.")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        self._keep_the_groups_of_roles(cleaned)
        lost = [name for name in ("is_active", "is_superuser") if cleaned.get(name) is False]
        left = administrators() if lost else set()
        if left == {self.instance.pk} and self._no_longer_hands_out_roles(lost):
            self.add_error(lost[0], _("This is the last administrator."))
        return cleaned

    def _keep_the_groups_of_roles(self, cleaned: dict[str, Any]) -> None:
        held = self.instance.groups.filter(name__startswith=PREFIX)
        chosen = cleaned.get("groups", Group.objects.none())
        cleaned["groups"] = Group.objects.filter(Q(pk__in=chosen) | Q(pk__in=held)).distinct()

    def _no_longer_hands_out_roles(self, lost: list[str]) -> bool:
        return "is_active" in lost or not has_role(
            Actor.signed_in(self.instance), Role.ADMINISTRATOR
        )


class StaffUserIndexView(IndexView):
    @cached_property
    def columns(self) -> list[Any]:
        """Without the column that would repeat the address as a user name."""
        return [each for each in super().columns if each.name != User.USERNAME_FIELD]


class StaffUserViewSet(UserViewSet):
    index_view_class = StaffUserIndexView

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return StaffUserEditForm if for_update else StaffUserCreationForm


class StaffGroupDeleteView(DeleteView):
    """The groups that carry roles stay: whoever holds the role could do nothing without."""

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_ours(self.get_object()):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)


class StaffGroupViewSet(GroupViewSet):
    delete_view_class = StaffGroupDeleteView


@hooks.register("before_create_user")
def ask_again_before_an_account(request: HttpRequest) -> HttpResponse | None:
    return require_fresh(request)


@hooks.register("before_edit_user")
def ask_again_before_rights(request: HttpRequest, user: User) -> HttpResponse | None:
    return require_fresh(request)


@hooks.register("before_delete_user")
def erase_instead(request: HttpRequest, user: User) -> HttpResponse:
    """An account goes with all that is known of its person, or its name would stay behind."""
    return HttpResponseRedirect(reverse("raati_people_erase", args=[user.pk]))


@hooks.register("before_bulk_action")
def guard_many_accounts(
    request: HttpRequest, action_type: str, objects: Any, action: Any
) -> HttpResponse | None:
    """Of accounts only what is safe for many at once: to switch off, and back on."""
    if action.model is not User:
        return None
    refused: str | Promise = ""
    if action_type == "delete":
        refused = _("Erase one account at a time: what is known of the person goes with it.")
    elif action_type == "assign_role" and is_ours(action.cleaned_form.cleaned_data["role"]):
        refused = _("Roles are given under Settings → Roles.")
    elif administrators(locked=True) <= {user.pk for user in objects}:
        refused = _("This is the last administrator.")
    if not refused:
        return require_fresh(request)
    messages.error(request, refused)
    return HttpResponseRedirect(reverse("wagtailusers_users:index"))


class StaffAccountView(AccountView):
    """The administration's own account page without names and address."""

    def get_panels(self) -> list[Any]:
        panels = super().get_panels()
        return [each for each in panels if not isinstance(each, NameEmailSettingsPanel)]
