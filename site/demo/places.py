"""Where and what in Kuparila: its areas, themes and service areas."""

import random

from participation.core.models import Area, ServiceArea, Theme
from participation.ideas.points import Point

from . import dates, outlines

RESIDENTS = 6679

#: slug, Finnish, Swedish, English, residents
AREAS = (
    ("keskusta", "Keskusta", "Centrum", "Town centre", 2310),
    ("kaivosmaki", "Kaivosmäki", "Gruvbacken", "Kaivosmäki", 1145),
    ("rantakyla", "Rantakylä", "Strandbyn", "Rantakylä", 1284),
    ("koululaakso", "Koululaakso", "Skoldalen", "Koululaakso", 968),
    ("lehtosalo", "Lehtosalon kylä", "Lundsala by", "Lehtosalo village", 412),
    ("myllylampi", "Myllylammen kylä", "Kvarnträsk by", "Myllylampi village", 357),
    ("pohjasaari", "Pohjasaari", "Norrholmen", "Pohjasaari island", 203),
)

#: slug, icon, Finnish, Swedish, English
THEMES = (
    ("puistot", "tree-pine", "Puistot ja luonto", "Parker och natur", "Parks and nature"),
    ("liikunta", "sun", "Liikunta ja ulkoilu", "Motion och friluftsliv", "Sports and outdoors"),
    ("harrastukset", "star", "Harrastukset ja kulttuuri", "Hobbyer och kultur", "Hobbies and arts"),
    (
        "liikkuminen",
        "map",
        "Liikkuminen ja kadut",
        "Trafik och gator",
        "Streets and getting around",
    ),
    ("arki", "heart-handshake", "Hyvä arki", "En god vardag", "Everyday life"),
    ("kaupat", "landmark", "Kaupat ja tori", "Butiker och torg", "Shops and the square"),
)

#: slug, Finnish, Swedish, English, how to reach it
SERVICE_AREAS = (
    (
        "hyvinvointi",
        "Hyvinvointipalvelut",
        "Välfärdstjänster",
        "Wellbeing services",
        {
            "fi": "hyvinvointi@example.org, puhelin 000 123 4502",
            "sv": "hyvinvointi@example.org, telefon 000 123 4502",
            "en": "hyvinvointi@example.org, phone 000 123 4502",
        },
    ),
    (
        "kaupunkirakenne",
        "Kaupunkirakenne",
        "Stadsstruktur",
        "Urban structure",
        {
            "fi": "palvelualue@example.org, puhelin 000 123 4503",
            "sv": "palvelualue@example.org, telefon 000 123 4503",
            "en": "palvelualue@example.org, phone 000 123 4503",
        },
    ),
    (
        "hallinto",
        "Hallintopalvelut",
        "Förvaltningstjänster",
        "Administration",
        {
            "fi": "hallinto@example.org, puhelin 000 123 4501",
            "sv": "hallinto@example.org, telefon 000 123 4501",
            "en": "hallinto@example.org, phone 000 123 4501",
        },
    ),
)


def load() -> None:
    """Create the municipality with its areas, the themes and the service areas."""
    counted = dates.last_spring().replace(month=1, day=1)
    town = Area.objects.create(
        slug="kuparila",
        name=_three("Kuparila", "Kuparila", "Kuparila"),
        population=RESIDENTS,
        population_date=counted,
    )
    for number, (slug, fi, sv, en, people) in enumerate(AREAS, 1):
        Area.objects.create(
            slug=slug,
            name=_three(fi, sv, en),
            parent=town,
            outline=outlines.outline(slug),
            population=people,
            population_date=counted,
            position=number,
        )
    for number, (slug, icon, fi, sv, en) in enumerate(THEMES, 1):
        Theme.objects.create(slug=slug, icon=icon, name=_three(fi, sv, en), position=number)
    for number, (slug, fi, sv, en, contact) in enumerate(SERVICE_AREAS, 1):
        ServiceArea.objects.create(
            slug=slug, name=_three(fi, sv, en), contact=contact, position=number
        )


def spot(area: str, key: str) -> Point | None:
    """A place for about two ideas of three: somewhere in their area, always the same."""
    dice = random.Random(f"paikka:{key}")
    return outlines.somewhere_in(area, dice) if dice.random() < 0.66 else None


def _three(fi: str, sv: str, en: str) -> dict[str, str]:
    return {"fi": fi, "sv": sv, "en": en}
