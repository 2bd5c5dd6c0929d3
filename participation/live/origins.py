"""Which pages may open a socket: those of this very site, by scheme, host and port."""

from typing import Any
from urllib.parse import urlsplit

from channels.security.websocket import WebsocketDenier
from django.conf import settings
from django.http.request import validate_host

from . import conf, stats

_PORTS = {"http": 80, "https": 443}
Origin = tuple[str, str, int]


def _origin(text: str) -> Origin | None:
    """("https", "host", 443), or None for what is not exactly an origin."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname or "@" in parts.netloc:
        return None
    if parts.path or parts.query or parts.fragment:
        return None
    return parts.scheme, parts.hostname, port or _PORTS[parts.scheme]


def _headers(scope: dict[str, Any], name: bytes) -> list[str]:
    return [value.decode("latin-1") for key, value in scope["headers"] if key == name]


def _scheme(scope: dict[str, Any]) -> str:
    """https as Django would see it: TLS here, or the proxy's header that settings trust."""
    secure = scope.get("scheme") in ("wss", "https")
    if settings.SECURE_PROXY_SSL_HEADER:
        header, value = settings.SECURE_PROXY_SSL_HEADER
        name = header.removeprefix("HTTP_").replace("_", "-").lower().encode()
        secure = secure or _headers(scope, name) == [value]
    return "https" if secure else "http"


def _allowed_hosts() -> list[str]:
    if settings.DEBUG and not settings.ALLOWED_HOSTS:
        return [".localhost", "127.0.0.1", "[::1]"]
    return settings.ALLOWED_HOSTS


def is_own(scope: dict[str, Any]) -> bool:
    """Whether the handshake comes from a page of this site.

    RAATI_LIVE_ORIGINS decides when it is set; otherwise the origin must be the
    host that was asked, and that host must be one of ALLOWED_HOSTS.
    """
    given = _headers(scope, b"origin")
    origin = _origin(given[0]) if len(given) == 1 else None
    if origin is None:
        return False
    listed = conf.get("ORIGINS")
    if listed:
        return origin in {_origin(each) for each in listed}
    hosts = _headers(scope, b"host")
    own = _origin(f"{_scheme(scope)}://{hosts[0]}") if len(hosts) == 1 else None
    return own == origin and validate_host(own[1], _allowed_hosts())


class OwnOriginOnly:
    """ASGI middleware: refuses a foreign handshake before it is accepted."""

    def __init__(self, application: Any) -> None:
        self.application = application

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if is_own(scope):
            await self.application(scope, receive, send)
        else:
            stats.count("refused")
            await WebsocketDenier()(scope, receive, send)
