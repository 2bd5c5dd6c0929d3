"""Addresses of the desk, below the Wagtail admin's."""

from django.urls import path

from . import listing, views

app_name = "raati_ideas_desk"
urlpatterns = [
    path("", listing.IdeaList.as_view(), name="index"),
    path("results/", listing.IdeaList.as_view(results_only=True), name="results"),
    path("<slug:public_id>/", views.idea, name="idea"),
]
