"""Addresses of the desk, below the Wagtail admin's."""

from django.urls import path

from . import listing, report, views

app_name = "raati_initiatives_desk"
urlpatterns = [
    path("", listing.InitiativeList.as_view(), name="index"),
    path("results/", listing.InitiativeList.as_view(results_only=True), name="results"),
    path("report/", report.report, name="report"),
    path("<slug:public_id>/", views.initiative, name="initiative"),
    path("<slug:public_id>/export/", views.export, name="export"),
]
