"""Addresses below a process page."""

from django.urls import path

from . import views

urlpatterns = [path("", views.process_page, name="process")]
