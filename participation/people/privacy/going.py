"""What an erasure would do to one person, told before it happens."""

from dataclasses import dataclass

from participation.core.models import Person
from participation.core.own_rows import rows_of
from participation.core.personal_data import OnErasure, Source, sources


@dataclass(frozen=True)
class Part:
    """One kind of data that this person has here, and how many pieces."""

    source: Source
    number: int


def parts(person: Person) -> dict[OnErasure, list[Part]]:
    """What goes, what stays without the name and what the law keeps, as far as there is any."""
    found: dict[OnErasure, list[Part]] = {each: [] for each in OnErasure}
    for source in sources():
        number = rows_of(source, person).count()
        if number:
            found[source.on_erasure].append(Part(source, number))
    return found
