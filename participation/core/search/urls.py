"""The search page; include where addresses carry their language."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views

urlpatterns = [path(pgettext_lazy("address", "search/"), views.search_page, name="raati_search")]
