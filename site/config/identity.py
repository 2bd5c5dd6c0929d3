"""Identity services (OpenID Connect) from one TOML file: docs/accounts.md shows examples.

Each table is one service: `name`, `server_url`, `client_id`, `secret`, optionally `scope` and
`origins`, and `claims`, which says what the service's claims mean.
"""

import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ImproperlyConfigured

Services = Mapping[str, Mapping[str, Any]]
DEFAULT_SCOPE = ["openid", "profile", "email"]
NEEDED = ("name", "server_url", "client_id", "secret")


def read(path: str) -> Services:
    """The services of the file; {} without a file. ImproperlyConfigured when it is unreadable."""
    if not path:
        return {}
    try:
        found = tomllib.loads(Path(path).read_text())
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ImproperlyConfigured(f"IDENTITY_SERVICES: {path} cannot be read: {error}") from None
    if not all(isinstance(each, dict) for each in found.values()):
        raise ImproperlyConfigured(f"IDENTITY_SERVICES: {path} has values outside its tables.")
    return found


def for_allauth(services: Services) -> dict[str, Any]:
    """SOCIALACCOUNT_PROVIDERS."""
    apps = [_app(name, service) for name, service in services.items()]
    return {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": apps}}


def _app(name: str, service: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "provider_id": name,
        "name": service.get("name", name),
        "client_id": service.get("client_id", ""),
        "secret": service.get("secret", ""),
        "settings": {
            "server_url": service.get("server_url", ""),
            "scope": service.get("scope", DEFAULT_SCOPE),
        },
    }


def claims(services: Services) -> dict[str, Any]:
    """RAATI_IDENTITY_PROVIDERS."""
    return {name: service.get("claims", {}) for name, service in services.items()}


def origins(services: Services) -> list[str]:
    """What a form of ours may lead to: each service's own origin, and those it names."""
    found = []
    for service in services.values():
        parts = urlsplit(str(service.get("server_url", "")))
        found += [f"{parts.scheme}://{parts.netloc}", *service.get("origins", [])]
    return sorted(set(found))


def faults(services: Services) -> Iterator[str]:
    """What production does not start with."""
    for name, service in services.items():
        where = f"IDENTITY_SERVICES: [{name}]"
        for key in NEEDED:
            if not service.get(key):
                yield f"{where} has no {key}."
        if not str(service.get("server_url", "https://")).startswith("https://"):
            yield f"{where} must be reached by https://."
        if not service.get("claims", {}).get("identifier"):
            yield f"{where} does not say which claim is the identifier."
