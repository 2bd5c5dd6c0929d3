"""What the settings about identity services must say before anybody is verified with one."""

from collections.abc import Iterator
from typing import Any

from django.core.checks import Error, register

from . import verifying_conf
from .identity_claims import KEYS


@register()
def check_identity_services(**_given: Any) -> list[Error]:
    return list(_faults())


def _faults() -> Iterator[Error]:
    services = verifying_conf.providers()
    if services and not verifying_conf.identity_keys():
        yield Error("RAATI_IDENTITY_KEY is not set.", id="raati_people.E001")
    for name, mapping in services.items():
        where = f"RAATI_IDENTITY_PROVIDERS[{name!r}]"
        if not mapping.get("identifier"):
            yield Error(f"{where} names no claim as the identifier.", id="raati_people.E002")
        if unknown := sorted(set(mapping) - KEYS):
            words = ", ".join(unknown)
            yield Error(f"{where} has unknown keys: {words}.", id="raati_people.E003")
        codes = mapping.get("home_municipality_codes", [])
        if not isinstance(codes, list | tuple):
            yield Error(
                f"{where}: home_municipality_codes is a list of codes.", id="raati_people.E004"
            )
