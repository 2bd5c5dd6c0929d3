"""Two boards that are not for everybody: one for the young, one for those who live here."""

from typing import Any

from ..tale import Assigned, Idea, Moved

YOUNG: dict[str, dict[str, str]] = {
    "title": {
        "fi": "Nuorten ideat",
        "sv": "Ungas idéer",
        "en": "Young people's ideas",
    },
    "intro": {
        "fi": """
Tämä taulu on 13–20-vuotiaille. Mitä kouluun, nuorisotilalle tai iltoihin kuuluisi lisää? \
Nuorisovaltuusto lukee jokaisen idean ja vie kolme kannatetuinta kaupunginhallitukseen.
""",
        "sv": """
Den här tavlan är för dig som är 13–20 år. Vad borde det finnas mer av i skolan, på \
ungdomsgården eller på kvällarna? Ungdomsfullmäktige läser varje idé och tar de tre som får \
mest stöd till stadsstyrelsen.
""",
        "en": """
This board is for those aged 13–20. What would you like more of at school, at the youth centre \
or in the evenings? The youth council reads every idea and takes the three with the most \
supports to the city board.
""",
    },
    "rules": {
        "fi": """
- Kysymme vain syntymävuoden. Sitä ei näytetä kenellekään.
- Nimimerkki riittää. Älä kirjoita sukunimeäsi.
- Aikuinen, oma taulusi on [Puistot ja harrastukset](page:puistot-ja-harrastukset).
""",
        "sv": """
- Vi frågar bara efter födelseåret. Det visas inte för någon.
- En signatur räcker. Skriv inte ditt efternamn.
- Är du vuxen? Din tavla är [Parker och hobbyer](page:puistot-ja-harrastukset).
""",
        "en": """
- We ask only for the year of birth. It is shown to nobody.
- A nickname is enough. Do not write your surname.
- Grown up? Your board is [Parks and hobbies](page:puistot-ja-harrastukset).
""",
    },
}

VILLAGES: dict[str, dict[str, str]] = {
    "title": {
        "fi": "Kylien pienet teot",
        "sv": "Små gärningar i byarna",
        "en": "Small deeds in the villages",
    },
    "intro": {
        "fi": """
Jokaiselle kylälle on varattu **2 000 euroa** pieniin hankintoihin. Asukkaat ehdottavat ja \
kannattavat: penkki, uimaportaat, lippusalko, talkooruoka.
""",
        "sv": """
För varje by finns **2 000 euro** för små inköp. Invånarna föreslår och stöder: en bänk, en \
badstege, en flaggstång, mat till talkot.
""",
        "en": """
Each village has **2,000 euros** for small purchases. Residents suggest and support: a bench, \
bathing steps, a flagpole, food for a work bee.
""",
    },
    "rules": {
        "fi": """
- Rahasta päättävät ne, jotka asuvat Kuparilassa. Siksi kysymme, miten kuulut tänne.
- Jokaisella on kaksi kannatusta.
- Ilman nettiä: soita 000 123 4500.
""",
        "sv": """
- Om pengarna bestämmer de som bor i Kuparila. Därför frågar vi hur du hör hit.
- Alla har två stöd.
- Utan nät: ring 000 123 4500.
""",
        "en": """
- Those who live in Kuparila decide about the money. That is why we ask how you belong here.
- Everybody has two supports.
- Without the web: call 000 123 4500.
""",
    },
}

SETTINGS: dict[str, dict[str, Any]] = {
    "nuorten-ideat": {
        "eligibility": {"age": {"from": 13, "to": 20}},
        "idea_limit": 3,
        "themes": ["harrastukset", "liikunta", "arki"],
    },
    "kylien-pienet-teot": {
        "eligibility": {"statuses": ["resident"]},
        "support_limit": 2,
        "themes": ["puistot", "arki"],
    },
}

#: Who told the year of birth, as years before this one.
AGES = {"nuori": 15, "niko": 17, "kasper": 16, "ayaan": 19, "linnea": 18, "oskari": 17}
RESIDENTS = ("marjatta", "pentti", "jari", "sirpa", "reino", "veikko", "gun-britt", "tuula")

YOUNG_IDEAS = (
    Idea(
        key="bussi-peli-illan-jalkeen",
        day=1,
        by="niko",
        theme="arki",
        area="koululaakso",
        supports=5,
        title="Bussi kotiin peli-illan jälkeen",
        text="""\
Nuorisotila sulkee kymmeneltä mutta viimeinen bussi kylille lähtee puoli yhdeksän. Moni ei tuu \
ollenkaan kun ei pääse pois. Voisko perjantaina olla yks bussi klo 22.15?""",
        then=(Assigned(3, "kaupunkirakenne", 25),),
    ),
    Idea(
        key="valkka-auki",
        day=4,
        by="kasper",
        theme="liikunta",
        language="sv",
        area="koululaakso",
        supports=3,
        title="Öppna gymnastiksalen på lördagar",
        text="""\
Salen står tom hela helgen. Vi är en grupp som gärna spelar innebandy, och vi städar efter oss.""",
    ),
    Idea(
        key="treenikamppa-kellariin",
        day=6,
        by="nuori",
        theme="harrastukset",
        area="keskusta",
        supports=4,
        title="Treenikämppä bändeille",
        text="""\
Kirjaston kellarissa on tyhjä huone jossa on jo valmiiks paksut seinät. Siellä ei häiritsis \
ketään. Rummut saatais lahjoituksena.""",
        then=(
            Moved(
                12,
                "considering",
                {
                    "fi": "Käymme katsomassa huonetta yhdessä nuorten kanssa.",
                    "sv": "Vi går och ser på rummet tillsammans med de unga.",
                    "en": "We go to look at the room together with the young people.",
                },
            ),
        ),
    ),
)

VILLAGE_IDEAS = (
    Idea(
        key="uimaportaat-lahden-rantaan",
        day=2,
        by="sirpa",
        theme="puistot",
        area="myllylampi",
        supports=6,
        title="Uimaportaat lahden rantaan",
        text="""\
Ranta on kivikkoinen, ja vanhempi väki ei pääse enää veteen. Kyläyhdistys asentaa, jos kaupunki \
ostaa portaat.""",
    ),
    Idea(
        key="talkooruokaa",
        day=5,
        by="reino",
        theme="arki",
        area="lehtosalo",
        supports=3,
        title="Keitto ja kahvit kyläteiden talkoisiin",
        text="""\
Talkoisiin tulee väkeä, kun on jotain lämmintä. Kaksi sataa euroa riittää koko kesään.""",
    ),
)
