"""Identity services that are set up wrongly are told before the start."""

import pytest
from django.core.exceptions import ImproperlyConfigured

from config import identity
from participation.people.verifying_checks import check_identity_services

GOOD = {
    "name": "Town",
    "server_url": "https://id.example/realms/x",
    "client_id": "raati",
    "secret": "s",
    "claims": {"identifier": "sub"},
}


@pytest.mark.parametrize(
    ("mapping", "ids"),
    [
        ({"identifier": "sub"}, []),
        ({}, ["E002"]),
        ({"identifier": "sub", "birthday": "x"}, ["E003"]),
        ({"identifier": "sub", "home_municipality_codes": "309"}, ["E004"]),
    ],
)
def test_the_mapping_of_claims(settings, mapping, ids):
    settings.RAATI_IDENTITY_PROVIDERS = {"town": mapping}
    assert [error.id.split(".")[1] for error in check_identity_services()] == ids


def test_services_without_a_key(settings):
    settings.RAATI_IDENTITY_PROVIDERS = {"town": {"identifier": "sub"}}
    settings.RAATI_IDENTITY_KEY = ""
    assert [error.id for error in check_identity_services()] == ["raati_people.E001"]


def test_no_services_need_no_key(settings):
    settings.RAATI_IDENTITY_KEY = ""
    assert not check_identity_services()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({}, ""),
        ({"secret": ""}, "has no secret"),
        ({"server_url": "http://id.example"}, "https://"),
        ({"claims": {}}, "identifier"),
    ],
)
def test_production_s_faults(change, words):
    found = list(identity.faults({"town": {**GOOD, **change}}))
    assert len(found) == bool(words)
    assert words in "".join(found)


def test_the_file(tmp_path):
    path = tmp_path / "identity.toml"
    path.write_text('[town]\nname = "Town"\n[town.claims]\nidentifier = "sub"\n')
    services = identity.read(str(path))
    assert identity.claims(services) == {"town": {"identifier": "sub"}}
    assert identity.for_allauth(services)["openid_connect"]["APPS"][0]["provider_id"] == "town"
    assert identity.read("") == {}
    for wrong in ("[town", "name = 1\n"):
        path.write_text(wrong)
        with pytest.raises(ImproperlyConfigured):
            identity.read(str(path))


def test_the_browser_may_follow_a_form_to_the_service():
    services = {"town": {**GOOD, "origins": ["https://b.example"]}}
    assert identity.origins(services) == ["https://b.example", "https://id.example"]
