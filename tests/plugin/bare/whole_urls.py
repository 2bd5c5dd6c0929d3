from bare.urls import urlpatterns as others
from django.urls import include, path

urlpatterns = [
    path("moderation/", include("participation.moderation.urls")),
    path("me/notices/", include("participation.notifications.urls")),
    path("me/", include("participation.people.urls")),
    *others,
]
