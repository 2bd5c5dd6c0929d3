"""A page with a live room, for processes of their own: `uvicorn tests.live.site:application`."""

import os
import time

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.live.site_settings")

from django.core.asgi import get_asgi_application

pages = get_asgi_application()

from channels.routing import ProtocolTypeRouter
from channels.security.websocket import WebsocketDenier
from django.contrib.auth import get_user_model, login, logout
from django.contrib.staticfiles.views import serve
from django.db import transaction
from django.http import HttpResponse, JsonResponse
from django.template import engines
from django.urls import include, path
from django.utils.html import format_html_join

from participation.core.models import Person
from participation.live import reading, tokens
from participation.live.routing import websocket_application
from tests.live import room

room.enter_kind()

PAGE = """{% load static raati_live %}<!doctype html>
<html lang="{{ language }}"><head><title>Room</title>
<script type="module" src="{% static 'raati_core/js/raati.js' %}"></script>{% live_script %}</head>
<body><p data-connection="off"></p>
<div id="raati-live" role="status" aria-live="polite"></div>
<main {% live_attributes stream version person %} data-announce-one="1 new message"
  data-announce-many="{n} new messages"{% if socket %} data-live-socket="{{ socket }}"{% endif %}>
{{ likes }}
<ul id="posts-{{ name }}">{{ posts }}</ul>
</main></body></html>"""


def page(request, name):
    stream = f"room.{name}"
    version = reading.version_of(stream)
    posts = room.Post.objects.filter(room=name, hidden=False).order_by("pk")
    body = (
        engines["django"]
        .from_string(PAGE)
        .render(
            {
                "name": name,
                "stream": stream,
                "version": version,
                "language": "fi",
                "socket": request.GET.get("socket", ""),
                "person": Person.objects.filter(user_id=request.user.pk or 0).first(),
                "likes": room.LikesPiece(room.Room.objects.get(name=name)).html(),
                "posts": format_html_join(
                    "", "{}", ((room.PostPiece(post).html("fi"),) for post in posts)
                ),
            }
        )
    )
    response = HttpResponse(body)
    response["Content-Security-Policy"] = "default-src 'self'"
    return response


def write(request, name):
    """Also says when the change was committed, for the bench."""
    committed = []
    with transaction.atomic():
        transaction.on_commit(lambda: committed.append(time.time()))
        post, version = room.write(f"room.{name}", request.GET["text"])
    return JsonResponse({"id": post.public_id, "v": version, "committed": committed[0]})


def hide(request, name):
    room.hide(f"room.{name}", room.Post.objects.get(public_id=request.GET["id"]))
    return HttpResponse()


def like(request, name):
    room.like(f"room.{name}")
    return HttpResponse()


def token(request, name):
    return HttpResponse(tokens.make(f"room.{name}"))


def sign_in(request, pk):
    login(request, get_user_model().objects.get(pk=pk), "django.contrib.auth.backends.ModelBackend")
    return HttpResponse()


def sign_out(request):
    logout(request)
    return HttpResponse()


urlpatterns = [
    path("room/<name>/", page),
    path("room/<name>/write/", write),
    path("room/<name>/hide/", hide),
    path("room/<name>/like/", like),
    path("room/<name>/token/", token),
    path("in/<int:pk>/", sign_in),
    path("out/", sign_out),
    path("live/", include("participation.live.urls")),
    path("static/<path:path>", serve, {"insecure": True}),
]

live = websocket_application()


async def sockets(scope, receive, send):
    """Refuses every socket where the tests play a proxy that lets none through."""
    if os.environ.get("NO_SOCKETS"):
        await WebsocketDenier()(scope, receive, send)
    else:
        await live(scope, receive, send)


application = ProtocolTypeRouter({"http": pages, "websocket": sockets})
