"""Addresses of the desk, below the Wagtail admin's."""

from django.urls import path

from . import listing, views

app_name = "raati_mails_desk"
urlpatterns = [
    path("", listing.MailList.as_view(), name="index"),
    path("results/", listing.MailList.as_view(results_only=True), name="results"),
    path("days/", views.days, name="days"),
    path("<int:pk>/", views.mail, name="mail"),
]
