"""Addresses of moderation on the site."""

from django.urls import path, re_path

from participation.core.ids import ALPHABET, LENGTH

from .views import deciding, figures, reporting

_ID = rf"(?P<public_id>[{ALPHABET}]{{{LENGTH}}})"

app_name = "raati_moderation"
urlpatterns = [
    re_path(rf"^report/(?P<slug>[a-z]+)/{_ID}/$", reporting.report, name="report"),
    re_path(rf"^reported/{_ID}-(?P<proof>[0-9a-f]{{32}})/$", reporting.reported, name="reported"),
    re_path(rf"^decisions/{_ID}/$", deciding.decision, name="decision"),
    path("figures/", figures.figures, name="figures"),
    re_path(r"^figures/(?P<year>20[0-9]{2})/$", figures.figures, name="figures_of"),
]
