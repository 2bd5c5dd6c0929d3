"""News: slug, how many days ago, title, lead and text in three languages."""

NEWS = (
    {
        "slug": "kerro-ideasi-puistoista",
        "days_ago": 84,
        "title": {
            "fi": "Mitä puuttuu puistosta? Ideakierros on auki",
            "sv": "Vad saknas i parken? Idéomgången är öppen",
            "en": "What is missing in the park? Tell us your idea",
        },
        "lead": {
            "fi": "Puistot, rannat, kerhot, vuorot: nyt kerätään kaikki. Varaamme toteuttamiseen "
            "60 000 euroa.",
            "sv": "Parker, stränder, klubbar, turer: nu samlar vi in allt. Vi har reserverat 60 "
            "000 euro.",
            "en": "Parks, shores, clubs, sports: we want to hear it all. We have set aside "
            "60,000 euros.",
        },
        "body": {
            "fi": """
Kierros on auki viisitoista viikkoa. Idean voi kertoa netissä, puhelimessa, kirjastossa ja \
kylätaloilla. Pieni idea on yhtä hyvä kuin suuri: roskakoriin vastataan yhtä huolella kuin \
uimahalliin.

## Kuka lukee ideat?

Viestintä lukee jokaisen idean parin arkipäivän kuluessa ja etsii sille vastuuhenkilön. Idean \
sivulla näkyy, kuka vastaa ja mihin mennessä.

[Katso ideat ja kerro omasi](page:puistot-ja-harrastukset)
""",
            "sv": """
Omgången är öppen i femton veckor. Du kan berätta din idé på nätet, per telefon, på biblioteket \
och i byahusen. En liten idé är lika bra som en stor: en papperskorg får ett lika omsorgsfullt \
svar som en simhall.

## Vem läser idéerna?

Kommunikationen läser varje idé inom ett par vardagar och söker en ansvarig för den. På idéns \
sida står vem som svarar och när.

[Se idéerna och berätta din egen](page:puistot-ja-harrastukset)
""",
            "en": """
The round is open for fifteen weeks. You can tell your idea on the web, by phone, in the library \
and in the village halls. A small idea is as good as a big one: a litter bin gets as careful an \
answer as a swimming hall.

## Who reads the ideas?

The communications team reads every idea within a couple of working days and finds somebody to \
take charge of it. The idea's page tells who answers and by when.

[See the ideas and tell yours](page:puistot-ja-harrastukset)
""",
        },
    },
    {
        "slug": "tyopajat-paattyivat",
        "about": "hyvinvointisuunnitelma",
        "picture": "tyopaja",
        "alt": {
            "fi": "Ihmisiä pyöreän pöydän ympärillä, pöydällä muistilappuja ja kahvikuppeja.",
            "sv": "Människor runt ett runt bord med lappar och kaffekoppar.",
            "en": "People around a table with notes and coffee cups, seen from above.",
        },
        "days_ago": 33,
        "title": {
            "fi": "Kahdeksan työpajaa, yli 150 ihmistä, viisi asiaa",
            "sv": "Åtta verkstäder, över 150 människor, fem saker",
            "en": "Eight workshops, over 150 people, five things",
        },
        "lead": {
            "fi": "Hyvinvointisuunnitelman työpajat ovat ohi. Yksinäisyys nousi esiin jokaisessa "
            "pöydässä.",
            "sv": "Verkstäderna för välfärdsplanen är över. Ensamhet togs upp vid varje bord.",
            "en": "The workshops of the wellbeing plan are over. Loneliness came up at every "
            "table.",
        },
        "body": {
            "fi": """
Työpajoissa istui saman pöydän ääressä koululaisia, hoitajia, kyläyhdistyksiä, seurakunnan väkeä \
ja poliisi. Lähes 40 järjestöä ja työpaikkaa oli mukana. Moni tuli useammin kuin kerran.

> Parasta oli, ettei kukaan kysynyt titteliä. — Työpajaan osallistunut kuparilalainen

## Mitä seuraavaksi?

Neuvostot käsittelevät havainnot, ja samaan aikaan kysymme jokaiselta asukkaalta: mikä pieni \
asia tekisi arjesta paremman?

[Tutustu suunnitelmaan](page:hyvinvointisuunnitelma)
""",
            "sv": """
I verkstäderna satt skolelever, vårdare, byaföreningar, församlingsfolk och en polis vid samma \
bord. Nästan 40 organisationer och arbetsplatser var med. Många kom mer än en gång.

> Det bästa var att ingen frågade efter titel. — En kuparilabo som deltog

## Vad händer sedan?

Råden behandlar iakttagelserna, och samtidigt frågar vi alla invånare: vilken liten sak skulle \
göra vardagen bättre?

[Läs om planen](page:hyvinvointisuunnitelma)
""",
            "en": """
Pupils, nurses, village associations, church workers and a police officer sat at the same \
tables. Nearly 40 organisations and workplaces took part. Many came more than once.

> The best thing was that nobody asked for anybody's title. — A resident who took part

## What next?

The councils discuss the findings, and meanwhile we ask every resident: which small thing would \
make everyday life better?

[Read about the plan](page:hyvinvointisuunnitelma)
""",
        },
    },
    {
        "slug": "nelja-penkkia",
        "picture": "penkki",
        "alt": {
            "fi": "Puinen penkki järven rannalla kuusten välissä.",
            "sv": "En träbänk mellan granar vid sjöstranden.",
            "en": "A wooden bench between spruces on the lake shore.",
        },
        "days_ago": 43,
        "title": {
            "fi": "Pyydettiin kolme penkkiä, tuli neljä",
            "sv": "Tre bänkar önskades, fyra blev det",
            "en": "Three benches were asked for, four were built",
        },
        "lead": {
            "fi": "Rantareitillä voi nyt levähtää. Idea tuli asukkaalta, ja valmista tuli "
            "kuudessa viikossa.",
            "sv": "Längs strandstigen kan man nu vila. Idén kom från en invånare och blev "
            "verklighet på sex veckor.",
            "en": "You can now rest along the shore path. A resident had the idea, and six weeks "
            "later it was done.",
        },
        "body": {
            "fi": """
Penkit ovat noin 300 metrin välein. Kaikissa on selkänoja ja käsinojat, jotta ylös pääsee omin \
voimin. Paikat valittiin kävelyllä, johon sai tulla kuka tahansa. Mukana oli kaksitoista \
kävelijää, kaksi rollaattoria ja yksi mäyräkoira.

Puistoväki kiittää hyvästä ideasta: penkkejä oli varastossa valmiina, kukaan ei vain ollut \
kysynyt.
""",
            "sv": """
Bänkarna står med ungefär 300 meters mellanrum. Alla har ryggstöd och armstöd, så att man kommer \
upp på egen hand. Platserna valdes på en promenad dit alla var välkomna. Med var tolv \
fotgängare, två rollatorer och en tax.

Parkpersonalen tackar för en bra idé: bänkarna fanns redan i lagret, ingen hade bara frågat.
""",
            "en": """
The benches stand about 300 metres apart. All have backs and armrests, so that you can get up by \
yourself. The places were chosen on a walk open to everybody. Twelve walkers, two walking frames \
and one dachshund took part.

The park staff say thank you for a good idea: the benches were in storage already, nobody had \
just asked.
""",
        },
    },
    {
        "slug": "bandikamppa-tulossa",
        "picture": "rummut",
        "alt": {
            "fi": "Rumpusetti tummaa tiiliseinää vasten.",
            "sv": "Ett trumset framför en mörk tegelvägg.",
            "en": "A drum kit in front of a dark brick wall.",
        },
        "days_ago": 38,
        "title": {
            "fi": "Vanhasta pumppaamosta tulee bändikämppä",
            "sv": "Gamla pumpstationen blir replokal",
            "en": "The old pumping station becomes a band room",
        },
        "lead": {
            "fi": "Nuoret pyysivät paikkaa, jossa saa soittaa kovaa. Seinät ovat metrin paksut.",
            "sv": "De unga bad om en plats där man får spela högt. Väggarna är en meter tjocka.",
            "en": "Young people asked for a place to play loud. The walls are a metre thick.",
        },
        "body": {
            "fi": """
Idea sai kannatusta koko kaupungista, myös niiltä naapureilta, joiden autotallin vieressä on \
tähän asti harjoiteltu. Lämmitys ja sähköt maksavat 18 000 euroa. Maalaustalkoista sovitaan \
nuorisotila Tornissa.

[Lue muutkin ideat](page:puistot-ja-harrastukset)
""",
            "sv": """
Idén fick stöd från hela staden, också av grannarna till garaget där bandet hittills har övat. \
Värme och el kostar 18 000 euro. När det är målartalko kommer man överens om i ungdomslokalen \
Torni.

[Läs också de andra idéerna](page:puistot-ja-harrastukset)
""",
            "en": """
The idea was supported all over town, also by the neighbours of the garage where the band has \
practised so far. Heating and power cost 18,000 euros. The day for painting together will be \
agreed on at Torni youth centre.

[Read the other ideas, too](page:puistot-ja-harrastukset)
""",
        },
    },
    {
        "slug": "lasten-toiveista-totta",
        "about": "lapset-ja-tori",
        "picture": "kiosk",
        "alt": {
            "fi": "Lapsen piirros: vaaleanpunainen jäätelökioski.",
            "sv": "Barnteckning: en rosa glasskiosk.",
            "en": "A child's drawing: a pink ice-cream kiosk.",
        },
        "days_ago": 12,
        "title": {
            "fi": "Näin lasten toivekaupoille kävi",
            "sv": "Så gick det med barnens önskebutiker",
            "en": "What became of the shops that children wished for",
        },
        "lead": {
            "fi": "Kaksitoista toivetta, kaksitoista vastausta. Salapoliisikauppaa ei tullut, "
            "mutta salapoliiseja kyllä.",
            "sv": "Tolv önskningar, tolv svar. Någon detektivbutik blev det inte, men nog "
            "detektiver.",
            "en": "Twelve wishes, twelve answers. No detective shop, but plenty of detectives.",
        },
        "body": {
            "fi": """
Kioski myi sinistä jäätelöä enemmän kuin mitään muuta. Taikakerhosta katosi kani, joka löytyi. \
Yhden euron TV-kauppa myi sata tavaraa yhdessä illassa, ja luokkaretki on maksettu.

Yhdelle toiveelle sanoimme ei: karkkikaupassa ei saa maistaa kaikkea joka päivä. Syyt kerrottiin \
lapsille kasvotusten.

[Lue toiveet ja vastaukset](page:lasten-toivekaupat)
""",
            "sv": """
Kiosken sålde mer blå glass än något annat. I trolleriklubben försvann en kanin, som hittades. \
En-euros-tv-butiken sålde hundra saker på en kväll, och klassresan är betald.

Till en önskan sade vi nej: i godisbutiken får man inte smaka på allt varje dag. Vi förklarade \
varför för barnen ansikte mot ansikte.

[Läs önskningarna och svaren](page:lasten-toivekaupat)
""",
            "en": """
The kiosk sold more blue ice cream than anything else. A rabbit vanished in the magic club, and \
was found. The one-euro TV shop sold a hundred things in one evening, and the class trip is paid \
for.

To one wish we said no: you cannot taste everything in a sweet shop every day. We told the \
children why, face to face.

[Read the wishes and the answers](page:lasten-toivekaupat)
""",
        },
    },
)
