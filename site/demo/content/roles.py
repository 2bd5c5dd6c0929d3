"""In whose name the city answers: roles, never a person's name."""

ROLES: dict[str, dict[str, str]] = {
    "puistot": {"fi": "Kaupunginpuutarhuri", "sv": "Stadsträdgårdsmästare", "en": "Town gardener"},
    "kadut": {
        "fi": "Kadunpidon päällikkö",
        "sv": "Chef för gatuunderhåll",
        "en": "Head of street maintenance",
    },
    "kaupunkirakenne": {
        "fi": "Kaupunkirakenteen johtaja",
        "sv": "Direktör för stadsstruktur",
        "en": "Director of urban structure",
    },
    "liikunta": {
        "fi": "Liikuntapaikkamestari",
        "sv": "Idrottsplatsmästare",
        "en": "Sports facilities manager",
    },
    "kirjasto": {"fi": "Kirjastonjohtaja", "sv": "Bibliotekschef", "en": "Head of the library"},
    "kulttuuri": {"fi": "Kulttuurituottaja", "sv": "Kulturproducent", "en": "Arts producer"},
    "nuoriso": {"fi": "Nuorisosihteeri", "sv": "Ungdomssekreterare", "en": "Youth secretary"},
    "koulu": {
        "fi": "Koulukeskuksen rehtori",
        "sv": "Rektor för skolcentret",
        "en": "Head teacher of the school centre",
    },
    "hyvinvointi": {
        "fi": "Hyvinvointikoordinaattori",
        "sv": "Välfärdskoordinator",
        "en": "Wellbeing coordinator",
    },
    "elinvoima": {
        "fi": "Elinvoimapäällikkö",
        "sv": "Näringslivschef",
        "en": "Head of business services",
    },
}
