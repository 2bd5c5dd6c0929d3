"""Addresses of the pages on which people show who they are."""

from django.urls import path

from . import verifying_views as views

urlpatterns = [
    path("", views.verify, name="verify"),
    path("letter/", views.letter, name="verify_letter"),
    path("letter/cancel/", views.cancel_letter, name="verify_letter_cancel"),
    path("code/", views.code, name="verify_code"),
]
