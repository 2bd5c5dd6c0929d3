"""Addresses of a person's own notices."""

from django.urls import path

from . import views

app_name = "raati_notifications"
urlpatterns = [
    path("", views.notices, name="list"),
    path("read/", views.read, name="read"),
    path("read-all/", views.read_all, name="read_all"),
    path("mute/", views.mute, name="mute"),
    path("settings/", views.settings, name="settings"),
    path("settings/trust-address/", views.trust_address, name="trust_address"),
    path("bell/", views.bell, name="bell"),
    path("stop/<str:token>/", views.stop, name="stop"),
]
