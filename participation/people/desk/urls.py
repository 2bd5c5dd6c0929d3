"""Addresses of the service desk, below the Wagtail admin's."""

from django.urls import path

from . import consents, letters, roles, views

app_name = "raati_people_desk"
urlpatterns = [
    path("", views.index, name="index"),
    path("history/", views.history, name="history"),
    path("letters/", letters.waiting, name="letters"),
    path("letters/<slug:public_id>/", letters.letter, name="letter"),
    path("consents/", consents.waiting, name="consents"),
    path("consents/<slug:public_id>/", consents.consent, name="consent"),
    path("roles/", roles.roles, name="roles"),
    path("<int:pk>/", views.person, name="person"),
]
