"""More ideas about parks, shores and nature (the open round)."""

from ..tale import Answered, Assigned, Hidden, Idea, Moved, Told

GARDENS = (
    Idea(
        key="omenapuita-museolle",
        day=25,
        by="pentti",
        theme="puistot",
        area="kaivosmaki",
        supports=13,
        title="Omenapuita kaivosmuseon pihalle",
        text="""\
Kun kävin kansakoulua kaivoksen pihalla oli omenatarha. Siitä on jäljellä yksi puu. Istutetaan \
kymmenen uutta, vanhoja lajikkeita. Omenat saa kerätä kuka haluaa.""",
    ),
    Idea(
        key="linnunpontot",
        day=29,
        by="outi",
        theme="puistot",
        area="lehtosalo",
        supports=11,
        title="Linnunpönttötalkoot",
        text="""\
Lehtosalon kylätalolla on työkalut ja penkit, tarvitsemme vain laudat. Tehdään sata pönttöä ja \
ripustetaan ne puistoihin. Mukaan kaikenikäiset, vasaraa saa käyttää viisivuotiaskin kun on \
aikuinen vieressä.""",
        then=(
            Answered(
                46,
                "accepted",
                "puistot",
                {
                    "fi": "Laudat tulevat! Tuomme kylätalolle tarvikkeet sataan pönttöön, kun "
                    "kerrot meille talkoopäivän. Paras aika ripustaa on {month:3}. Kartan "
                    "sopivista puista annamme mukaan. Ilmoitamme talkoista myös kirjaston "
                    "seinällä.",
                    "sv": "Bräderna kommer! Vi tar med material till hundra holkar till byahuset "
                    "när du berättar vilken dag talkot hålls. Bästa tiden att hänga upp dem är "
                    "{month:3}. Du får också en karta över lämpliga träd. Vi berättar om talkot "
                    "på bibliotekets vägg.",
                    "en": "The boards are coming! We will bring materials for a hundred boxes to "
                    "the village hall once you tell us the day. The best time to put them up is "
                    "{month:3}. You also get a map of suitable trees, and we will announce the "
                    "day in the library.",
                },
            ),
        ),
    ),
    Idea(
        key="roskis-koirapuistoon",
        day=33,
        by="veikko",
        theme="puistot",
        area="keskusta",
        supports=3,
        title="roskis koirapuistoon",
        text="koirapuiston portilla ei oo roskista. pussit jää pensaaseen roikkumaan. yks "
        "roskis, ei maksa paljoa",
        then=(
            Answered(
                36,
                "accepted",
                "puistot",
                {
                    "fi": "Niin puuttui! Roskis viedään portille ensi viikolla, ja puistoväki "
                    "tyhjentää sen samalla kierroksella kuin muutkin.",
                    "sv": "Så är det! Papperskorgen ställs vid grinden nästa vecka, och "
                    "parkpersonalen tömmer den på samma runda som de andra.",
                    "en": "Indeed! A bin will stand at the gate next week, and the park staff "
                    "will empty it on their usual round.",
                },
            ),
            Answered(
                40,
                "accepted",
                "puistot",
                {
                    "fi": "Niin puuttui! Ensin lupasimme roskiksen viikossa, mutta jalusta tuli "
                    "myöhässä. Roskis on portilla {day:+5} mennessä, ja puistoväki tyhjentää sen "
                    "samalla kierroksella kuin muutkin.",
                    "sv": "Så är det! Först lovade vi papperskorgen inom en vecka, men foten kom "
                    "för sent. Den står vid grinden senast {day:+5}, och parkpersonalen tömmer "
                    "den på samma runda som de andra.",
                    "en": "Indeed! At first we promised the bin within a week, but its stand "
                    "came late. It will be at the gate by {day:+5}, and the park staff will "
                    "empty it on their usual round.",
                },
            ),
            Told(
                44,
                {
                    "fi": "Roskis pystytettiin",
                    "sv": "Papperskorgen sattes upp",
                    "en": "The bin was put up",
                },
                picture="bin",
                picture_alt="Piirros: roskis koirapuiston portin vieressä",
            ),
            Moved(
                44,
                "done",
                {
                    "fi": "Roskis on portilla.",
                    "sv": "Papperskorgen står vid grinden.",
                    "en": "The bin is at the gate.",
                },
            ),
        ),
    ),
    Idea(
        key="skugga-i-lekparken",
        day=36,
        by="frida",
        language="sv",
        theme="puistot",
        area="rantakyla",
        supports=12,
        title="Skugga i lekparken",
        text="""\
Sandlådan i Strandbyns lekpark ligger i gassande sol mitt på dagen. Ett par träd eller ett segel \
över sandlådan, tack! Träd är finare men ett segel är snabbare.""",
        then=(Assigned(38, "kaupunkirakenne", 66),),
    ),
    Idea(
        key="matonpesupaikka",
        day=41,
        by="tuula",
        theme="puistot",
        area="rantakyla",
        supports=19,
        title="Matonpesupaikka takaisin",
        text="""\
Rannan matonpesupaikka purettiin, koska vesi valui järveen. Sen ymmärrän. Mutta viemäröity \
pesupaikka olisi joka kesä käytössä – siellä myös tapaa tuttuja. Matonpesu ei ole pelkkää \
matonpesua!""",
        then=(
            Assigned(50, "kaupunkirakenne", 105),
            Moved(
                62,
                "considering",
                {
                    "fi": "Etsimme paikkaa, johon viemäri yltää. Tunnetko sopivan? Soita meille!",
                    "sv": "Vi söker en plats dit avloppet når. Vet du någon? Ring oss!",
                    "en": "We are looking for a place that the sewer reaches. Do you know one? "
                    "Give us a call!",
                },
            ),
        ),
    ),
    Idea(
        key="stigarna-kvarntrask",
        day=52,
        by="maj-len",
        language="sv",
        theme="puistot",
        area="myllylampi",
        supports=7,
        title="Märk ut stigarna kring Kvarnträsk",
        text="""\
De blå märkena på träden har bleknat och i fjol gick vi vilse med barnbarnen. En eftermiddag med \
målarburk skulle räcka. Jag kan vara med och måla.""",
    ),
    Idea(
        key="marjapensaita",
        day=58,
        by="oksana",
        theme="puistot",
        area="koululaakso",
        supports=8,
        title="Marjapensaita puistoon",
        text="""\
Minun kotikaupungissa oli kirsikkapuita kadun vieressä ja kaikki saivat syödä. Täällä voi kasvaa \
mustaherukka ja karviainen. Lapset näkevät mistä ruoka tulee. Anteeksi minun suomi, opiskelen \
vielä!""",
    ),
    Idea(
        key="naapurin-koira",
        day=61,
        by="niko",
        theme="puistot",
        area="kaivosmaki",
        supports=1,
        title="Naapurin koira pitää saada kuriin",
        text="""\
Kaivosmäen puistossa on koira irti joka ilta. Omistaja on meidän rapun toisen kerroksen asukas, \
ja hänen nimensä on ovessa. Menkää joku sanomaan.""",
        then=(
            Hidden(
                62,
                "personal",
                "Viestistä tunnistaa yksityishenkilön: rappu, kerros ja ovikello.",
            ),
        ),
    ),
    Idea(
        key="kukkia-portaille",
        day=76,
        by="sirpa",
        theme="puistot",
        area="keskusta",
        supports=4,
        title="Kukkaruukut kirjaston portaille",
        text="""\
Kirjasto on kaunis talo mutta portaat ovat harmaat. Kaksi isoa ruukkua, niin kaikilla on vähän \
iloisempi olo kun tulee.""",
    ),
)
