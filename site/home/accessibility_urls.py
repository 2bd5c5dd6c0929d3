"""Addresses below the accessibility statement."""

from django.urls import path

from . import views

urlpatterns = [
    path("", views.statement, name="statement"),
    path("feedback/", views.feedback, name="feedback"),
    path("feedback/<slug:public_id>/", views.feedback_sent, name="feedback_sent"),
]
