"""Addresses of what is one person's own: what they tell, prove, see and take away."""

from django.urls import include, path

from .guardians import views as guardians
from .views import codes, mine, privacy, telling

app_name = "raati_people"

urlpatterns = [
    path("", mine.me, name="me"),
    path("following/", mine.followed, name="following"),
    path("follow/<slug:public_id>/", mine.follow, name="follow"),
    path("data/", privacy.data, name="data"),
    path("data/copy/", privacy.ask, name="ask"),
    path("data/copy/<slug:public_id>/", privacy.copy, name="copy"),
    path("data/erase/", privacy.erase, name="erase"),
    path("data/gone/", privacy.gone, name="gone"),
    path("child/<slug:token>/", guardians.child, name="child"),
    path("guardian/<slug:token>/", guardians.guardian, name="guardian"),
    path("verify/", include("participation.people.verifying_urls")),
    path("tell/<str:public_id>/", telling.tell, name="tell"),
    path("told/", telling.told, name="told"),
    path("code/<str:public_id>/", codes.code, name="code"),
]
