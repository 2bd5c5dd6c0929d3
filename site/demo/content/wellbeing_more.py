"""The wellbeing plan's figures, documents, questions, and what was heard in the workshops."""

EVENTS = (
    {
        "id": "5f0c2b1e-0101-4000-8000-000000000001",
        "phase": 0,
        "day": 21,
        "last": 74,
        "workshops": (8, "exact"),
        "people": (150, "over"),
        "participations": (200, "over"),
        "organisations": (40, "nearly"),
        "title": {
            "fi": "Työpajat hyvästä arjesta",
            "sv": "Verkstäder om en god vardag",
            "en": "Workshops on everyday wellbeing",
        },
        "source": {
            "fi": "Hyvinvointipalvelujen osallistujalistat.",
            "sv": "Välfärdstjänsternas deltagarlistor.",
            "en": "The wellbeing services' lists of participants.",
        },
    },
    {
        "id": "5f0c2b1e-0102-4000-8000-000000000002",
        "phase": 1,
        "day": 13,
        "last": None,
        "workshops": (1, "exact"),
        "people": (14, "exact"),
        "participations": (14, "exact"),
        "organisations": None,
        "title": {
            "fi": "Vanhusneuvoston ja vammaisneuvoston yhteinen kokous",
            "sv": "Gemensamt möte för äldrerådet och rådet för personer med funktionsnedsättning",
            "en": "Joint meeting of the older people's council and the disability council",
        },
        "source": {
            "fi": "Kokouksen pöytäkirja.",
            "sv": "Mötets protokoll.",
            "en": "The minutes of the meeting.",
        },
    },
)

#: By the id of the phase.
HEARD = {
    "5f0c2b1e-0001-4000-8000-000000000001": (
        {
            "heard": {
                "fi": "Kylistä ei pääse iltaharrastukseen ilman autoa.",
                "sv": "Från byarna kommer man inte till kvällshobbyer utan bil.",
                "en": "Without a car you cannot get from the villages to evening activities.",
            },
            "changed": {
                "fi": "Palveluliikenne ajaa talven kokeilun: kaksi iltavuoroa viikossa kylistä"
                " keskustaan ja takaisin.",
                "sv": "Servicetrafiken provkör i vinter: två kvällsturer i veckan från byarna till"
                " centrum och tillbaka.",
                "en": "Service transport runs a trial this winter: two evening trips a week from"
                " the villages to the centre and back.",
            },
        },
        {
            "heard": {
                "fi": "Yksinäinen ei tule tapahtumaan, johon pitää ilmoittautua.",
                "sv": "Den som är ensam kommer inte till ett evenemang med anmälan.",
                "en": "A lonely person does not come to an event that needs registration.",
            },
            "changed": {
                "fi": "Kirjaston kahvipöytä on nyt auki joka keskiviikko, ilman ilmoittautumista.",
                "sv": "Bibliotekets kaffebord är nu öppet varje onsdag, utan anmälan.",
                "en": "The library's coffee table is now open every Wednesday, no registration.",
            },
        },
    ),
}

PICTURE = {
    "phase": "5f0c2b1e-0001-4000-8000-000000000001",
    "name": "tyopaja",
    "alt": {
        "fi": "Piirroskuva työpajan pyöreästä pöydästä, jonka ympärillä istuu kahdeksan ihmistä",
        "sv": "Tecknad bild av verkstadens runda bord med åtta personer omkring",
        "en": "Drawing of a workshop's round table with eight people around it",
    },
    "caption": {
        "fi": "Viimeinen työpaja pidettiin koulukeskuksen ruokalassa.",
        "sv": "Den sista verkstaden hölls i skolcentrets matsal.",
        "en": "The last workshop was held in the school centre's dining hall.",
    },
}

#: Documents: the file's language, its name, and its paragraphs; the first is the heading.
DOCUMENTS = (
    {
        "slug": "tyopajojen-havainnot",
        "phase": "5f0c2b1e-0001-4000-8000-000000000001",
        "texts": {
            "fi": (
                "Työpajojen havainnot lyhyesti",
                "Kahdeksan työpajaa, viisi asiaa. Tähän on koottu, mitä joka pöydässä sanottiin.",
                "Yksinäisyys: apua tarvitaan ennen kuin sitä osaa pyytää.",
                "Nuorten mieli: koulupäivän aikana pitää olla aikuinen, jolla on aikaa.",
                "Liikkuminen arjessa: lyhyt matka kävellään, jos reitti on valaistu.",
                "Turvallinen koti: kotiin tuleva apu on tuttu ihminen.",
                "Palvelut kylissä: kerran viikossa riittää, kun päivä on aina sama.",
            ),
            "sv": (
                "Verkstädernas iakttagelser i korthet",
                "Åtta verkstäder, fem saker. Här finns det som sades vid varje bord.",
                "Ensamhet: hjälpen behövs innan man vet hur man ber om den.",
                "De ungas psykiska hälsa: under skoldagen ska det finnas en vuxen med tid.",
                "Rörelse i vardagen: man går en kort väg om den är belyst och sandad.",
                "Ett tryggt hem: hjälpen som kommer hem är en bekant människa.",
                "Service i byarna: en gång i veckan räcker när dagen alltid är densamma.",
            ),
            "en": (
                "What the workshops found, in short",
                "Eight workshops, five matters. Here is what was said at every table.",
                "Loneliness: help is needed before you know how to ask for it.",
                "Young people's minds: during the school day there must be an adult with time.",
                "Moving about: a short way is walked when it is lit and gritted.",
                "A safe home: the help that comes is a familiar face.",
                "Services in the villages: once a week is enough when the day is always the same.",
            ),
        },
    },
    {
        "slug": "hyvinvointikertomus",
        "phase": "",
        "texts": {
            "fi": (
                "Hyvinvointikertomus tiivistettynä",
                "Mitä Kuparilassa on muuttunut neljässä vuodessa, kuuden luvun kautta kerrottuna.",
                "Kertomus on hyväksytty kaupunginvaltuustossa, ja suunnitelma rakentuu sille.",
            ),
        },
    },
)

QUESTIONS = (
    {
        "id": "5f0c2b1e-0201-4000-8000-000000000001",
        "question": {
            "fi": "Mitä ideoille tapahtuu?",
            "sv": "Vad händer med idéerna?",
            "en": "What happens to the ideas?",
        },
        "answer": {
            "fi": "Viisi pienryhmää lukee jokaisen. Jokainen idea saa vastauksen ennen kuin luonnos"
            " julkaistaan.",
            "sv": "Fem smågrupper läser varje idé. Varje idé får ett svar innan utkastet ges ut.",
            "en": "Five small groups read every one. Each idea is answered before the draft is"
            " published.",
        },
    },
    {
        "id": "5f0c2b1e-0202-4000-8000-000000000002",
        "question": {
            "fi": "En ehtinyt työpajaan. Voinko vielä vaikuttaa?",
            "sv": "Jag hann inte till verkstaden. Kan jag ännu påverka?",
            "en": "I missed the workshops. Can I still have a say?",
        },
        "answer": {
            "fi": "Voit. Lähetä idea nyt tai kommentoi luonnosta, kun se on luettavana. Kirjaston"
            " kahvipöytä on auki joka keskiviikko.",
            "sv": "Ja. Skicka en idé nu eller kommentera utkastet när det är till påseende."
            " Bibliotekets kaffebord är öppet varje onsdag.",
            "en": "Yes. Send an idea now, or comment on the draft when it is out. The library's"
            " coffee table is open every Wednesday.",
        },
    },
    {
        "id": "5f0c2b1e-0203-4000-8000-000000000003",
        "question": {
            "fi": "Kuka suunnitelmasta päättää?",
            "sv": "Vem beslutar om planen?",
            "en": "Who decides on the plan?",
        },
        "answer": {
            "fi": "Kaupunginvaltuusto. Jos lupaus jää pois, kerromme miksi.",
            "sv": "Stadsfullmäktige. Om ett löfte faller bort berättar vi varför.",
            "en": "The city council. If a promise is left out, we tell why.",
        },
    },
)
