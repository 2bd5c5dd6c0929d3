"""Makes the administration's user list fit a user without names."""

from wagtail.users.apps import WagtailUsersAppConfig


class SiteUsersConfig(WagtailUsersAppConfig):
    group_viewset = "accounts.staff_users.StaffGroupViewSet"
    user_viewset = "accounts.staff_users.StaffUserViewSet"
