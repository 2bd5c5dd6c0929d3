"""The process around the finished round: how the children were asked, and what came of it."""

SLUG = "lapset-ja-tori"

TITLE = {"fi": "Lapset ja tori", "sv": "Barnen och torget", "en": "Children and the square"}

LEAD = {
    "fi": "Kysyimme keväällä kaikilta eskarilaisilta ja alakoululaisilta, mitä torilla pitäisi "
    "olla. Tältä sivulta näet, mitä kuulimme ja mitä siitä seurasi.",
    "sv": "I våras frågade vi alla förskolebarn och lågstadieelever vad som borde finnas på "
    "torget. På den här sidan ser du vad vi hörde och vad det ledde till.",
    "en": "In spring we asked every preschool and primary school child what the square should "
    "have. This page tells what we heard and what came of it.",
}

BODY = {
    "fi": """
Tori oli hiljentynyt, kun kaksi kauppaa sulki ovensa. Lapset kulkevat sen läpi joka päivä, joten \
kysyimme heiltä. Aikuisten tehtävä oli kuunnella ja vastata niin, että lapsikin ymmärtää.
""",
    "sv": """
Torget hade tystnat när två butiker stängde. Barnen går över det varje dag, så vi frågade dem. De \
vuxnas uppgift var att lyssna och svara så att också ett barn förstår.
""",
    "en": """
The square had grown quiet when two shops closed. Children cross it every day, so we asked them. \
The adults' task was to listen, and to answer so that a child understands.
""",
}

EVENTS = (
    {
        "id": "6a1d3c2f-0101-4000-8000-000000000001",
        "phase": 0,
        "day": 4,
        "last": 27,
        "workshops": (12, "exact"),
        "people": (190, "about"),
        "participations": (190, "about"),
        "organisations": (6, "exact"),
        "title": {
            "fi": "Toivetunnit kouluissa ja päiväkodeissa",
            "sv": "Önsketimmar i skolor och daghem",
            "en": "Wishing hours at schools and day-care centres",
        },
        "source": {
            "fi": "Opettajien ja ohjaajien laskemat; järjestöinä koulut ja päiväkodit.",
            "sv": "Räknat av lärare och ledare; skolor och daghem räknas som organisationer.",
            "en": "Counted by teachers and youth workers; schools and day-care centres stand as"
            " organisations.",
        },
    },
    {
        "id": "6a1d3c2f-0102-4000-8000-000000000002",
        "phase": 1,
        "day": 12,
        "last": None,
        "workshops": (1, "exact"),
        "people": (24, "exact"),
        "participations": (24, "exact"),
        "organisations": None,
        "title": {
            "fi": "Lapsiparlamentin kokous kaupungintalolla",
            "sv": "Barnparlamentets möte i stadshuset",
            "en": "The children's parliament met at the town hall",
        },
        "source": {
            "fi": "Kokouksen läsnäololista.",
            "sv": "Mötets närvarolista.",
            "en": "The meeting's list of those present.",
        },
    },
)

PHASES = (
    {
        "id": "6a1d3c2f-0001-4000-8000-000000000001",
        "allows": ["ideas.submit", "ideas.support"],
        "title": {
            "fi": "Toiveet ja kannatukset",
            "sv": "Önskningar och stöd",
            "en": "Wishes and supports",
        },
        "description": {
            "fi": "Ryhmät ja luokat kertovat toiveensa, ja kaikki kuparilalaiset voivat kannattaa "
            "niitä.",
            "sv": "Grupper och klasser berättar sina önskningar, och alla Kuparilabor kan stödja "
            "dem.",
            "en": "Groups and classes tell their wishes, and everybody in Kuparila can support "
            "them.",
        },
        "results": {
            "fi": """
Toiveita tuli kaksitoista. Eniten kannatettiin kukkakauppaa ja jäätelökioskia. Melkein \
jokaisessa ryhmässä joku toivoi paikkaa, jossa **saa vain olla**.
""",
            "sv": """
Vi fick tolv önskningar. Mest stöd fick blomsterbutiken och glasskiosken. I nästan varje grupp \
önskade någon en plats där man **bara får vara**.
""",
            "en": """
Twelve wishes came in. The flower shop and the ice-cream kiosk won the most support. In almost \
every group somebody wished for a place where you may **just be**.
""",
        },
        "place": "lasten-toivekaupat",
        "heard": (),
    },
    {
        "id": "6a1d3c2f-0002-4000-8000-000000000002",
        "allows": [],
        "title": {
            "fi": "Lapsiparlamentti ja vastaukset",
            "sv": "Barnparlamentet och svaren",
            "en": "Children's parliament and answers",
        },
        "description": {
            "fi": "Lapsiparlamentti käy toiveet läpi, ja kaupunki vastaa jokaiseen.",
            "sv": "Barnparlamentet går igenom önskningarna, och staden svarar på var och en.",
            "en": "The children's parliament goes through the wishes, and the town answers each.",
        },
        "results": {
            "fi": "Jokainen toive on saanut vastauksen. Vastaukset luettiin ääneen luokissa.",
            "sv": "Varje önskan har fått ett svar. Svaren lästes upp i klasserna.",
            "en": "Every wish has its answer. The answers were read aloud in the classrooms.",
        },
        "place": "",
        "heard": (
            {
                "heard": {
                    "fi": "Torilla ei ole mitään, mitä voi ostaa yhdellä eurolla.",
                    "sv": "På torget finns inget som man kan köpa för en euro.",
                    "en": "There is nothing on the square that you can buy with one euro.",
                },
                "changed": {
                    "fi": "Kioski avattiin kesäksi, ja sen listalla on aina jotakin eurolla.",
                    "sv": "Kiosken öppnade till sommaren, och på listan finns alltid något för en"
                    " euro.",
                    "en": "The kiosk opened for the summer, and its list always has something for"
                    " one euro.",
                },
            },
            {
                "heard": {
                    "fi": "Haluamme lemmikkikaupan, jossa saa silittää.",
                    "sv": "Vi vill ha en djurbutik där man får klappa djuren.",
                    "en": "We want a pet shop where you may stroke the animals.",
                },
                "changed": {
                    "fi": "Kauppaa emme voi perustaa. Kotieläinpiha tuo eläimet torille kahdesti"
                    " kesässä.",
                    "sv": "En butik kan vi inte starta. Husdjursgården tar djuren till torget två"
                    " gånger per sommar.",
                    "en": "We cannot found a shop. The farmyard brings its animals to the square"
                    " twice a summer.",
                },
            },
        ),
    },
    {
        "id": "6a1d3c2f-0003-4000-8000-000000000003",
        "allows": [],
        "title": {
            "fi": "Toteutus",
            "sv": "Genomförande",
            "en": "Making it happen",
        },
        "description": {
            "fi": "Kesän ja syksyn aikana tehtiin se, mikä luvattiin.",
            "sv": "Under sommaren och hösten gjordes det som hade lovats.",
            "en": "During summer and autumn we did what had been promised.",
        },
        "results": {
            "fi": "Lapsiparlamentti katsoo ensi keväänä, mitä on tehty ja mitä vielä puuttuu.",
            "sv": "Nästa vår ser barnparlamentet efter vad som har gjorts och vad som ännu fattas.",
            "en": "Next spring the children's parliament will look at what has been done and what"
            " is still missing.",
        },
        "place": "",
        "heard": (),
    },
)

QUESTIONS = (
    {
        "id": "6a1d3c2f-0201-4000-8000-000000000001",
        "question": {
            "fi": "Miksi lasten nimiä ei näy?",
            "sv": "Varför syns inte barnens namn?",
            "en": "Why are no children named?",
        },
        "answer": {
            "fi": "Toive on ryhmän tai luokan yhteinen. Lapsi saa muuttaa mielensä ilman, että "
            "nimi jää nettiin.",
            "sv": "Önskan är gruppens eller klassens gemensamma. Ett barn får ändra sig utan att"
            " namnet blir kvar på nätet.",
            "en": "A wish belongs to the whole group or class. A child may change their mind"
            " without leaving a name on the web.",
        },
    },
)

OTHER_WAYS = {
    "fi": "Lapsen asiaa voi kysyä nuorisotyöstä: **000 123 4504**.",
    "sv": "Fråga ungdomsarbetet om det som gäller barn: **000 123 4504**.",
    "en": "Ask the youth services about anything that concerns children: **000 123 4504**.",
}
