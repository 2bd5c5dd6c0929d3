"""The one socket address. `websocket_application()` goes into the site's asgi.py."""

from typing import Any

from channels.auth import AuthMiddlewareStack
from channels.routing import URLRouter
from channels.security.websocket import WebsocketDenier
from django.db import DatabaseError
from django.urls import path

from . import stats
from .consumers import LiveConsumer
from .origins import OwnOriginOnly

websocket_urlpatterns = [path("ws/live/", LiveConsumer.as_asgi())]


class KnownPathsOnly:
    """Refuses other paths instead of failing with an error in the server's log."""

    def __init__(self, router: URLRouter) -> None:
        self.router = router

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        here = scope.get("path", "").removeprefix(scope.get("root_path", "")).lstrip("/")
        if any(route.pattern.match(here) for route in self.router.routes):
            await self.router(scope, receive, send)
        else:
            await WebsocketDenier()(scope, receive, send)


def websocket_application() -> Any:
    """For the protocol "websocket": origin, then path, then session, then the socket."""
    router = URLRouter(websocket_urlpatterns)
    return OwnOriginOnly(KnownPathsOnly(AuthenticatedRouter(router)))


class AuthenticatedRouter:
    """The router behind sessions and users, still showing its routes."""

    def __init__(self, router: URLRouter) -> None:
        self.routes = router.routes
        self._application = AuthMiddlewareStack(router)

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        try:
            await self._application(scope, receive, send)
        except DatabaseError:
            # The session could not be read: a refusal, which the client tries again later.
            stats.count("database_errors")
            await WebsocketDenier()(scope, receive, send)
