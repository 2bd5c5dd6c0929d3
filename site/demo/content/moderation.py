"""What residents report in Kuparila, and what became of it."""

from typing import Any

#: Sent by somebody, then reported; nobody here is real.
IDEAS: dict[str, dict[str, Any]] = {
    "dock": {
        "by": "teemu",
        "title": "Laiturille pelastusrengas",
        "text": (
            "Iltaisin laiturilla hyppii pieniä lapsia, eikä aikuista näy missään. Rengas ja"
            " kyltti maksavat vähän."
        ),
        "theme": "puistot",
    },
    "neighbour": {
        "by": "jari",
        "title": "Naapurin koira kiinni",
        "text": (
            "Lehtotien vihreän talon isäntä päästää koiransa irti joka aamu. Kirjoitan tänne"
            " niin kauan, että hän oppii."
        ),
        "theme": "puistot",
    },
    "bench": {
        "by": "paavo",
        "title": "Torin penkit lukkojen taa",
        "text": (
            "Samat naamat istuvat torin penkeillä aamusta iltaan. Sellaista roskaväkeä ei tänne"
            " tarvita. Penkit pois, niin lähtevät."
        ),
        "theme": "puistot",
    },
    "sale": {
        "by": "outi",
        "title": "Halvat polttopuut kotiin",
        "text": "Myyn klapeja, kysy hintaa. Samalla voisi puhua puistojen risuista.",
        "theme": "puistot",
    },
}
YOUNG = {
    "title": "Yökahvila loma-ajaksi",
    "text": "Syyslomalla voisi olla paikka, jossa saa istua puoleenyöhön ja pelata lautapelejä.",
}
REPORTS = {
    "dock": ("danger", "Näin eilen kolme alle kouluikäistä laiturilla yksin kello yhdeksän."),
    "neighbour": ("personal", "Tästä tietää heti, kenestä puhutaan."),
    "bench": ("abuse", "Ihmisiä ei sanota roskaksi, vaikka heistä ei pitäisi."),
    "sale": ("spam", ""),
}
#: Who tells of danger with an account of their own; the others are visitors.
WITNESSES = {"dock": "jari"}
TO_AUTHOR = (
    "Talo ja isäntä tunnistetaan tästä. Kirjoita uusi idea koirien kiinni pitämisestä, niin siitä"
    " voi keskustella kaikkien kanssa."
)
ASKED = "En sanonut kenenkään nimeä. Vihreitä taloja on monta."
