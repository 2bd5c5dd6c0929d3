"""Addresses of moderation below the Wagtail admin's."""

from django.urls import path

from . import case, exporting, queue

app_name = "raati_moderation_desk"
urlpatterns = [
    path("", queue.queue, name="queue"),
    path("bulk/", queue.bulk, name="bulk"),
    path("export/", exporting.export, name="export"),
    path("<slug:public_id>/", case.case, name="case"),
]
