"""Include as "live/", inside i18n_patterns where the site has them."""

from django.urls import path

from . import views

app_name = "raati_live"
urlpatterns = [
    path("changes/", views.changes, name="changes"),
    path("numbers/", views.numbers, name="numbers"),
]
