"""Security headers that no package of the stack writes by itself."""

from collections.abc import Callable
from typing import Any

from asgiref.sync import iscoroutinefunction
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.decorators import sync_and_async_middleware

#: Wagtail's editor needs inline scripts and styles, and frames its own previews.
ADMIN_POLICY = {
    "default-src": ["'self'"],
    "script-src": ["'self'", "'unsafe-inline'"],
    "style-src": ["'self'", "'unsafe-inline'"],
    "img-src": ["'self'", "data:", "blob:"],
    "font-src": ["'self'", "data:"],
    "frame-ancestors": ["'self'"],
    "form-action": ["'self'"],
    "base-uri": ["'self'"],
    "object-src": ["'none'"],
}
PERMISSIONS = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


@sync_and_async_middleware
def security_headers(get_response: Callable[[HttpRequest], Any]) -> Callable[[HttpRequest], Any]:
    """A policy of its own for the admin, and no device for any page. Stands inside django-csp."""

    def mark(request: HttpRequest, response: HttpResponse) -> HttpResponse:
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        if request.path_info.startswith(tuple(settings.CSP_ADMIN_PREFIXES)):
            response._csp_config = ADMIN_POLICY  # type: ignore[attr-defined]
        return response

    async def asynchronous(request: HttpRequest) -> HttpResponse:
        return mark(request, await get_response(request))

    def synchronous(request: HttpRequest) -> HttpResponse:
        return mark(request, get_response(request))

    return asynchronous if iscoroutinefunction(get_response) else synchronous
