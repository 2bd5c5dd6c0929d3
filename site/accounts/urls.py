"""Account pages: allauth's, with the few that are done otherwise put before them."""

from django.contrib.auth.decorators import login_not_required
from django.urls import include, path

from . import views

urlpatterns = [
    path("", views.me, name="account_me"),
    path("menu/", views.menu, name="account_menu"),
    path("second-factor/", views.second_factor_needed, name="account_second_factor"),
    path(
        "reauthenticate/code/",
        views.ReauthenticateByCode.as_view(),
        name="account_reauthenticate_by_code",
    ),
    path("login/code/", views.RequestLoginCode.as_view(), name="account_request_login_code"),
    path(
        "login/code/confirm/",
        views.ConfirmLoginCode.as_view(),
        name="account_confirm_login_code",
    ),
    path(
        "confirm-email/",
        login_not_required(views.ConfirmEmail.as_view()),
        name="account_email_verification_sent",
    ),
    path("password/set/", views.set_password, name="account_set_password"),
    path("", include("allauth.account.urls")),
    path("2fa/", include("allauth.mfa.urls")),
    path("sessions/", include("allauth.usersessions.urls")),
    path("3rdparty/", include("allauth.socialaccount.urls")),
]
