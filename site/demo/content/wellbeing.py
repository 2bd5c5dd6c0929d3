"""The wellbeing plan's process: what it is, its phases and what came out of the first."""

TITLE = {
    "fi": "Hyvinvointisuunnitelma",
    "sv": "Välfärdsplanen",
    "en": "The wellbeing plan",
}

LEAD = {
    "fi": "Suunnitelma kertoo, mitä Kuparila tekee seuraavat neljä vuotta, jotta täällä on hyvä "
    "elää. Teemme sen yhdessä asukkaiden, yhdistysten ja neuvostojen kanssa.",
    "sv": "Planen berättar vad Kuparila gör under de fyra följande åren för att det ska vara "
    "gott att leva här. Vi gör den tillsammans med invånare, föreningar och råd.",
    "en": "The plan tells what Kuparila will do over the next four years to make this a good "
    "place to live. We make it together with residents, associations and councils.",
}

BODY = {
    "fi": """
Hyvä arki syntyy pienistä asioista: joku tervehtii, bussi kulkee, harrastukseen on varaa, apua \
saa ajoissa. Suunnitelmassa luvataan vain sellaista, mille löytyy tekijä ja raha. Siksi kysymme \
ensin ja kirjoitamme sitten.

Valmiista suunnitelmasta päättää kaupunginvaltuusto. Joka vuosi kerromme täällä, mitkä lupaukset \
ovat toteutuneet.
""",
    "sv": """
En god vardag växer fram ur små saker: någon hälsar, bussen går, man har råd med en hobby och \
får hjälp i tid. I planen lovar vi bara sådant som har en utförare och pengar. Därför frågar vi \
först och skriver sedan.

Stadsfullmäktige beslutar om den färdiga planen. Varje år berättar vi här vilka löften som har \
hållits.
""",
    "en": """
Everyday wellbeing grows from small things: someone says hello, the bus runs, you can afford a \
hobby, help comes in time. The plan promises only what has somebody to do it and money to pay \
for it. That is why we ask first and write afterwards.

The city council decides on the finished plan. Every year we will tell here which promises have \
been kept.
""",
}

OTHER_WAYS = {
    "fi": """
Soita **000 123 4502** arkisin klo 9–15 tai tule kirjaston kahvipöytään keskiviikkona klo 13–15. \
Kirjaamme sanasi muistiin. Ryhmäsi voi myös kutsua meidät käymään.
""",
    "sv": """
Ring **000 123 4502** vardagar kl. 9–15 eller kom till bibliotekets kaffebord på onsdagar kl. \
13–15. Vi antecknar det du säger. Er grupp kan också bjuda in oss.
""",
    "en": """
Call **000 123 4502** on weekdays from 9 am to 3 pm, or join us at the library's coffee table on \
Wednesdays from 1 to 3 pm. We write down what you say. Your group may also invite us over.
""",
}

CONTACT = {
    "role": {
        "fi": "Hyvinvointikoordinaattori",
        "sv": "Välfärdskoordinator",
        "en": "Wellbeing coordinator",
    },
    "picture": "koordinaattori",
    "alt": {
        "fi": "Piirroskuva hymyilevästä hyvinvointikoordinaattorista",
        "sv": "Tecknad bild av en leende välfärdskoordinator",
        "en": "Drawing of the smiling wellbeing coordinator",
    },
    "phone": "000 123 4502",
    "email": "hyvinvointi@example.org",
}

#: Starting day counted from today, what opens, and the texts.
PHASES = (
    {
        "id": "5f0c2b1e-0001-4000-8000-000000000001",
        "starts": -130,
        "allows": [],
        "title": {
            "fi": "Havainnot ja työpajat",
            "sv": "Iakttagelser och verkstäder",
            "en": "Findings and workshops",
        },
        "description": {
            "fi": """
Luimme hyvinvointikertomuksesta, mikä Kuparilassa on muuttunut. Sitten kutsuimme ammattilaiset, \
yhdistykset ja asukkaat työpajoihin kysymään, mistä muutokset johtuvat.
""",
            "sv": """
Vi läste i välfärdsberättelsen vad som har förändrats i Kuparila. Sedan bjöd vi in yrkesfolk, \
föreningar och invånare till verkstäder för att fråga vad förändringarna beror på.
""",
            "en": """
We read in the wellbeing report what has changed in Kuparila. Then we invited professionals, \
associations and residents to workshops and asked why.
""",
        },
        "results": {
            "fi": """
Työpajoja oli **8**. Mukana oli **yli 150 ihmistä** lähes **40 järjestöstä** ja työpaikasta, ja \
osallistumisia kertyi yli 200, koska moni tuli uudelleen.

Viisi asiaa nousi esiin joka pöydässä:

- yksinäisyys, sekä nuorten että vanhojen
- nuorten mieli ja jaksaminen
- liikkuminen arjessa
- turvallinen koti ikääntyneelle
- palvelut kylissä
""",
            "sv": """
Vi ordnade **8 verkstäder**. Med var **över 150 människor** från nästan **40 organisationer** \
och arbetsplatser, och sammanlagt deltog man över 200 gånger, för många kom tillbaka.

Fem saker togs upp vid varje bord:

- ensamhet, både bland unga och gamla
- de ungas psykiska hälsa och ork
- rörelse i vardagen
- ett tryggt hem för äldre
- service i byarna
""",
            "en": """
There were **8 workshops**. **More than 150 people** from nearly **40 organisations** and \
workplaces took part, more than 200 times in all, because many came back.

Five things came up at every table:

- loneliness, among the young and the old
- young people's mental health and energy
- moving about in everyday life
- a safe home for older people
- services in the villages
""",
        },
    },
    {
        "id": "5f0c2b1e-0002-4000-8000-000000000002",
        "starts": -32,
        "allows": ["ideas.submit", "ideas.support"],
        "title": {
            "fi": "Neuvostot ja asukkaiden ideat",
            "sv": "Råden och invånarnas idéer",
            "en": "Councils and residents' ideas",
        },
        "description": {
            "fi": """
Nyt on asukkaiden vuoro. Kerro, mikä tekisi arjesta paremman, ja kannata kolmea tärkeintä ideaa.

Samaan aikaan havaintoja käsittelevät lapsiparlamentti, nuorisovaltuusto, vanhusneuvosto ja \
vammaisneuvosto. Jokainen niistä valitsee kolme asiaa, jotka suunnitelmassa pitää olla.
""",
            "sv": """
Nu är det invånarnas tur. Berätta vad som skulle göra vardagen bättre och stöd de tre viktigaste \
idéerna.

Samtidigt behandlas iakttagelserna i barnparlamentet, ungdomsfullmäktige, äldrerådet och rådet \
för personer med funktionsnedsättning. Vart och ett väljer tre saker som måste finnas i planen.
""",
            "en": """
Now it is the residents' turn. Tell us what would make everyday life better, and support the \
three ideas that matter most.

Meanwhile the children's parliament, the youth council, the older people's council and the \
disability council discuss the findings. Each of them chooses three things that must be in the \
plan.
""",
        },
        "results": {},
    },
    {
        "id": "5f0c2b1e-0003-4000-8000-000000000003",
        "starts": 35,
        "allows": [],
        "title": {"fi": "Pienryhmät", "sv": "Smågrupper", "en": "Small groups"},
        "description": {
            "fi": """
Viisi pienryhmää, yksi kutakin asiaa varten, lukee ideat ja kirjoittaa lupaukset: kuka tekee, \
mitä ja mihin mennessä. Ryhmät katsovat myös, mitä valtakunnallisissa ohjelmissa on jo päätetty, \
ettei samaa tehdä kahteen kertaan.
""",
            "sv": """
Fem smågrupper, en för varje sak, läser idéerna och skriver löftena: vem som gör vad och när. \
Grupperna ser också efter vad som redan har beslutats i de nationella programmen, så att inget \
görs två gånger.
""",
            "en": """
Five small groups, one for each matter, read the ideas and write the promises: who does what, \
and by when. They also check what national programmes have already decided, so that nothing is \
done twice.
""",
        },
        "results": {},
    },
    {
        "id": "5f0c2b1e-0004-4000-8000-000000000004",
        "starts": 95,
        "allows": [],
        "title": {
            "fi": "Luonnos luettavana",
            "sv": "Utkastet till påseende",
            "en": "Reading the draft",
        },
        "description": {
            "fi": """
Luonnos julkaistaan täällä ja kirjastossa, myös selkokielellä. Työpajoihin osallistuneet \
kommentoivat sitä kohta kohdalta. Jokainen kommentti luetaan ja siihen vastataan.
""",
            "sv": """
Utkastet publiceras här och på biblioteket, också på lätt språk. De som deltog i verkstäderna \
kommenterar det punkt för punkt. Varje kommentar läses och får ett svar.
""",
            "en": """
The draft is published here and in the library, also in easy language. Those who took part in \
the workshops comment on it point by point. Every comment is read and answered.
""",
        },
        "results": {},
    },
    {
        "id": "5f0c2b1e-0005-4000-8000-000000000005",
        "starts": 137,
        "ends": 230,
        "allows": [],
        "title": {
            "fi": "Päätös ja seuranta",
            "sv": "Beslut och uppföljning",
            "en": "Decision and follow-up",
        },
        "description": {
            "fi": """
Kaupunginvaltuusto päättää suunnitelmasta. Sen jälkeen näet täältä, mitkä lupaukset ovat \
toteutuneet ja mitkä eivät vielä.
""",
            "sv": """
Stadsfullmäktige beslutar om planen. Därefter ser du här vilka löften som har hållits och vilka \
som ännu väntar.
""",
            "en": """
The city council decides on the plan. After that you will see here which promises have been kept \
and which not yet.
""",
        },
        "results": {},
    },
)
