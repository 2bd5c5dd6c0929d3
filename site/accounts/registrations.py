"""What the accounts enter into the registries of the packages."""

from participation.core import fresh, personal_data
from participation.people.verifying_ways import register_ways

from .identity_ways import ways
from .personal_data import SOURCES
from .reauthentication import proved_within, way_to_prove

for source in SOURCES:
    personal_data.register(source)
fresh.register_prover(proved_within, way_to_prove)
register_ways("accounts", ways)
