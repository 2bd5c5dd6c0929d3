"""What the idea boards say about themselves."""

from typing import Any

PARKS: dict[str, dict[str, str]] = {
    "title": {
        "fi": "Puistot ja harrastukset",
        "sv": "Parker och hobbyer",
        "en": "Parks and hobbies",
    },
    "intro": {
        "fi": """
Mitä puuttuu puistosta, rannasta tai kotikylästä? Mitä haluaisit harrastaa? Kerro idea ja \
kannata muiden ideoita. Varaamme toteuttamiseen **60 000 euroa**, ja moni idea toteutuu ilman \
rahaakin.
""",
        "sv": """
Vad saknas i parken, på stranden eller i din hemby? Vad vill du ha som hobby? Berätta din idé \
och stöd andras. Vi har reserverat **60 000 euro**, och mången idé går att genomföra utan pengar.
""",
        "en": """
What is missing in the park, on the shore or in your village? What would you like to do in your \
free time? Tell us your idea and support others. We have set aside **60,000 euros**, and many \
ideas need no money at all.
""",
    },
    "rules": {
        "fi": """
- Jokainen saa ehdottaa, myös lapset, loma-asukkaat ja Kuparilaan muuttoa suunnittelevat.
- Jokainen idea saa vastauksen. Idean sivulla näkyy, kuka vastaa ja mihin mennessä.
- Kannatus ei ole allekirjoitus. [Virallinen \
kuntalaisaloite](page:kuntalaisaloitteet) tehdään erikseen.
- Ilman nettiä: soita 000 123 4500 tai täytä lomake kirjastossa.
- Edellisellä kierroksella kysyimme lapsilta: [katso, mitä toiveista \
tuli](page:lasten-toivekaupat).
""",
        "sv": """
- Alla får föreslå: också barn, fritidsinvånare och den som funderar på att flytta till Kuparila.
- Varje idé får ett svar. På idéns sida står vem som svarar och när.
- Ett stöd är inte en underskrift. [Ett formellt \
invånarinitiativ](page:kuntalaisaloitteet) görs separat.
- Utan nät: ring 000 123 4500 eller fyll i en blankett på biblioteket.
- I förra omgången frågade vi barnen: [se vad det blev av önskningarna](page:lasten-toivekaupat).
""",
        "en": """
- Everybody may suggest: children, holiday residents and those thinking of moving here, too.
- Every idea gets an answer. Its page tells who answers and by when.
- A support is not a signature. [A formal residents' \
initiative](page:kuntalaisaloitteet) is a separate thing.
- Without the web: call 000 123 4500 or fill in a form at the library.
- In the last round we asked children: [see what became of their \
wishes](page:lasten-toivekaupat).
""",
    },
}

CHILDREN: dict[str, dict[str, str]] = {
    "title": {
        "fi": "Lasten toivekaupat",
        "sv": "Barnens önskebutiker",
        "en": "The shops that children wish for",
    },
    "intro": {
        "fi": """
Mikä kauppa Kuparilasta puuttuu? Kysyimme koululaisilta ja päiväkotilaisilta. Lapset kertoivat \
ja piirsivät, aikuiset kirjoittivat toiveet muistiin juuri niin kuin ne sanottiin. Kierros on \
päättynyt, ja **jokainen toive on saanut vastauksen**.
""",
        "sv": """
Vilken butik saknas i Kuparila? Vi frågade barn i skolan och i daghemmen. Barnen berättade och \
ritade, vuxna skrev ner önskningarna precis som de sades. Omgången är avslutad, och **varje \
önskan har fått ett svar**.
""",
        "en": """
Which shop is missing from Kuparila? We asked children at school and in day care. They told and \
drew; adults wrote the wishes down exactly as they were said. The round is over, and **every \
wish has been answered**.
""",
    },
    "rules": {
        "fi": """
Toiveen tekijä on aina ryhmä tai luokka. Lasten nimiä emme julkaise. Asukkaat saivat kannattaa \
toiveita kierroksen ajan.
""",
        "sv": """
Bakom varje önskan står en grupp eller en klass. Vi publicerar inte barnens namn. Invånarna fick \
stödja önskningarna så länge omgången pågick.
""",
        "en": """
Each wish comes from a group or a class. Children's names are never published. Residents could \
support the wishes while the round was open.
""",
    },
}

EVERYDAY: dict[str, dict[str, str]] = {
    "title": {
        "fi": "Ideoita hyvään arkeen",
        "sv": "Idéer för en god vardag",
        "en": "Ideas for everyday wellbeing",
    },
    "intro": {
        "fi": """
Mikä pieni asia tekisi arjesta paremman sinulle tai naapurillesi? Ideat luetaan pienryhmissä, ja \
parhaat niistä kirjoitetaan hyvinvointisuunnitelmaan.
""",
        "sv": """
Vilken liten sak skulle göra vardagen bättre för dig eller din granne? Idéerna läses i \
smågrupperna, och de bästa skrivs in i välfärdsplanen.
""",
        "en": """
Which small thing would make everyday life better for you or your neighbour? The small groups \
read every idea, and the best become part of the wellbeing plan.
""",
    },
    "rules": {
        "fi": """
- Sinulla on **kolme kannatusta**. Voit perua kannatuksen ja antaa sen toiselle idealle.
- Älä kirjoita omasta tai toisen terveydestä niin, että ihmisen tunnistaa.
- Ilman nettiä: soita 000 123 4500 tai kerro ideasi kirjastossa.
""",
        "sv": """
- Du har **tre stöd**. Du kan ta tillbaka ett stöd och ge det till en annan idé.
- Skriv inte om din egen eller någon annans hälsa så att personen går att känna igen.
- Utan nät: ring 000 123 4500 eller berätta din idé på biblioteket.
""",
        "en": """
- You have **three supports**. You can take one back and give it to another idea.
- Do not write about your own or anyone's health in a way that makes the person recognisable.
- Without the web: call 000 123 4500 or tell your idea at the library.
""",
    },
}

#: The settings of each board, the same in every language.
SETTINGS: dict[str, dict[str, Any]] = {
    "puistot-ja-harrastukset": {
        "idea_limit": 10,
        "threshold": 30,
        "threshold_days": 45,
        "themes": ["puistot", "liikunta", "harrastukset", "liikkuminen", "arki"],
    },
    "lasten-toivekaupat": {
        "preset": "wishes",
        "themes": ["kaupat", "harrastukset", "puistot", "arki"],
    },
    "ideoita-hyvaan-arkeen": {"support_limit": 3, "idea_limit": 5, "themes": ["arki"]},
}
