"""Addresses of the desk, below the Wagtail admin's."""

from django.urls import path

from . import bulk, entering, exporting, listing, merging, preview, realising, saved, views

app_name = "raati_ideas_desk"
urlpatterns = [
    path("", listing.IdeaList.as_view(), name="index"),
    path("results/", listing.IdeaList.as_view(results_only=True), name="results"),
    path("bulk/", bulk.bulk, name="bulk"),
    path("bulk/<slug:key>/", bulk.done, name="bulk_done"),
    path("export/", exporting.export, name="export"),
    path("views/", saved.views, name="views"),
    path("views/save/", saved.save, name="save_view"),
    path("enter/", entering.choose, name="enter"),
    path("enter/<uuid:key>/", entering.enter, name="enter_on"),
    path("<slug:public_id>/", views.idea, name="idea"),
    path("<slug:public_id>/preview/", preview.preview, name="preview"),
    path("<slug:public_id>/answer/", realising.answer, name="answer"),
    path("<slug:public_id>/realised/", realising.realised, name="realised"),
    path("<slug:public_id>/realised/<slug:milestone_id>/", realising.milestone, name="milestone"),
    path("<slug:public_id>/merge/", merging.merge, name="merge"),
]
