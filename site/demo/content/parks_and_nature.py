"""Ideas about parks, shores and nature (the open round)."""

from ..tale import Answered, Assigned, Combined, Idea, Moved, Planned, Told

NATURE = (
    Idea(
        key="penkkeja-rantareitille",
        day=1,
        by="marjatta",
        theme="puistot",
        area="rantakyla",
        supports=32,
        title="Penkkejä rantareitille",
        text="""\
Kävelen rantareittiä melkein joka päivä, mutta Rantakylästä torille on 1,4 kilometriä eikä \
välillä ole yhtään penkkiä. Lonkkaleikkauksen jälkeen en pääse koko matkaa levähtämättä, ja moni \
muu ikäiseni on samassa tilanteessa.

Kolme penkkiä riittäisi. Selkänoja ja käsinojat täytyy olla, muuten ei pääse ylös.""",
        then=(
            Assigned(3, "kaupunkirakenne", 14),
            Answered(
                12,
                "accepted",
                "puistot",
                {
                    "fi": "Kiitos, tämä oli helppo päätös. Reitille tulee neljä penkkiä, joissa on "
                    "selkänoja ja käsinojat. Penkit asennetaan noin 300 metrin välein "
                    "{day:+30} mennessä. Merkitsemme paikat maastoon viikkoa ennen, ja niitä saa "
                    "vielä kommentoida.",
                    "sv": "Tack, det här var ett lätt beslut. Vi ställer fyra bänkar med "
                    "ryggstöd och armstöd längs stigen, med ungefär 300 meters mellanrum, senast "
                    "{day:+30}. En vecka före märker vi ut platserna, och då får du ännu säga "
                    "vad du tycker.",
                    "en": "Thank you, this was an easy decision. Four benches with backs and "
                    "armrests will be placed along the path, about 300 metres apart, no later "
                    "than {day:+30}. We mark the places a week earlier so that you can still "
                    "comment.",
                },
            ),
            Planned(
                13,
                6400,
                {
                    "fi": "Neljä penkkiä kuukauden sisällä",
                    "sv": "Fyra bänkar inom en månad",
                    "en": "Four benches within a month",
                },
            ),
            Told(
                25,
                {
                    "fi": "Paikat merkittiin maastoon",
                    "sv": "Platserna märktes ut",
                    "en": "The places were marked",
                },
                {
                    "fi": "Yksi paikka siirtyi toiveesta lähemmäs uimarantaa.",
                    "sv": "En plats flyttades på önskemål närmare badstranden.",
                    "en": "One place was moved closer to the beach, as you asked.",
                },
            ),
            Told(
                39,
                {
                    "fi": "Penkit ovat paikallaan",
                    "sv": "Bänkarna är på plats",
                    "en": "The benches are in place",
                },
                {
                    "fi": "Kaikissa on selkänoja ja käsinojat.",
                    "sv": "Alla har ryggstöd och armstöd.",
                    "en": "All have backs and armrests.",
                },
                picture="bench",
                picture_alt="Piirros: kaksi ihmistä istuu penkillä auringossa",
            ),
            Moved(
                40,
                "done",
                {
                    "fi": "Neljä penkkiä on asennettu. Levähdä rauhassa!",
                    "sv": "Fyra bänkar är på plats. Sitt ner och vila!",
                    "en": "Four benches are in place. Have a rest!",
                },
            ),
        ),
    ),
    Idea(
        key="levahdyspaikka-rantaan",
        day=6,
        by="tuula",
        theme="puistot",
        area="rantakyla",
        supports=5,
        title="Levähdyspaikka rantareitille",
        text="Rantareitin varrelle jokin paikka, johon voi istahtaa ja laskea kauppakassin.",
        then=(Combined(9, "penkkeja-rantareitille"),),
    ),
    Idea(
        key="koirapuisto-rantakylaan",
        day=4,
        by="sanna",
        theme="puistot",
        area="rantakyla",
        supports=24,
        title="Koirapuisto Rantakylään",
        text="""\
Keskustan koirapuisto on pieni ja sinne pitää Rantakylästä ajaa autolla. Vanhan tenniskentän \
paikka on tyhjillään, ja siellä on aita jo valmiina! Tarvittaisiin vain portti, roskis ja \
penkki. Pienille koirille oma puoli olis plussaa.

Lupaan järjestää talkoot hiekoitukseen, meitä on Rantakylän koiraryhmässä jo 40.""",
        first_text="""\
Keskustan koirapuisto on pieni ja sinne pitää Rantakylästä ajaa autolla. Vanhan tenniskentän \
paikka on tyhjillään, ja siellä on aita jo valmiina! Tarvittaisiin vain portti, roskis ja \
penkki.""",
        then=(
            Assigned(8, "kaupunkirakenne", 95),
            Moved(
                15,
                "considering",
                {
                    "fi": "Tutkimme, tarvitseeko vanha tenniskenttä maanvaihdon.",
                    "sv": "Vi undersöker om marken på den gamla tennisplanen måste bytas.",
                    "en": "We are checking whether the ground of the old tennis court must be "
                    "changed.",
                },
            ),
        ),
    ),
    Idea(
        key="ang-i-stallet",
        day=6,
        by="linnea",
        language="sv",
        theme="puistot",
        area="keskusta",
        supports=18,
        title="Äng i stället för gräsmatta",
        text="""\
Gräsmattan bakom stadshuset klipps varje vecka fast ingen någonsin går där. Låt den bli äng! Då \
slipper ni klippa, och bina och fjärilarna får mat. En stig tvärs över kan man klippa så att \
barnen får springa där.""",
        then=(
            Answered(
                25,
                "partly",
                "puistot",
                {
                    "fi": "Hyvä idea, Linnea. Kokeilemme niittyä ensin puolella nurmikosta, noin "
                    "900 neliömetrillä. Kylvämme niittykukat {month:5} ja leikkaamme poikki "
                    "polun, kuten ehdotat. Pääoven puoli pysyy nurmikkona, koska siinä pidetään "
                    "juhlia. Kerromme kahden kesän jälkeen, miten kävi.",
                    "sv": "En fin idé, Linnea. Vi prövar först med äng på hälften av gräsmattan, "
                    "cirka 900 kvadratmeter. Vi sår ängsblommorna {month:5} och klipper en stig "
                    "tvärs över, som du föreslår. Sidan mot huvudingången förblir gräsmatta, för "
                    "där ordnar vi fester. Efter två somrar berättar vi hur det gick.",
                    "en": "A lovely idea, Linnea. We will first try a meadow on half of the "
                    "lawn, about 900 square metres. We sow the flowers {month:5} and mow a path "
                    "across it, as you suggest. The side by the main door stays a lawn, because "
                    "parties are held there. After two summers we will tell you how it went.",
                },
            ),
        ),
    ),
    Idea(
        key="leikkipuisto-pienille",
        day=9,
        by="henna",
        theme="puistot",
        area="koululaakso",
        supports=28,
        title="Leikkipaikka pienille Koululaaksoon",
        text="""\
Meidän alueella on paljon alle kolmivuotiaita mutta leikkipaikka on isoille lapsille. Keinuissa \
ei ole yhtään vauvakeinua, ja liukumäkeen kiivetään köysiverkkoa pitkin. Toiveissa:

- kaksi vauvakeinua
- matala liukumäki
- aita kadun puolelle
- varjoa hiekkalaatikolle (aurinko paistaa siihen koko päivän)""",
        then=(
            Assigned(12, "kaupunkirakenne", 110),
            Moved(
                30,
                "considering",
                {
                    "fi": "Leikkipaikka on ensi vuoden korjauslistalla. Kysymme alueen "
                    "perheiltä, mitä tehdään ensin.",
                    "sv": "Lekplatsen finns på nästa års reparationslista. Vi frågar områdets "
                    "familjer vad som ska göras först.",
                    "en": "The playground is on next year's repair list. We are asking local "
                    "families what to do first.",
                },
            ),
        ),
    ),
    Idea(
        key="laituri-esteettomaksi",
        day=11,
        by="kaisu",
        theme="puistot",
        area="rantakyla",
        supports=26,
        title="Uimarannan laituri kaikille",
        text="""\
Tyttäreni käyttää pyörätuolia. Uimarannalla pääsemme hiekan reunaan asti ja siihen matka loppuu. \
Muualla on nähty mattoja, joita pitkin tuolilla pääsee rantaan, ja laitureita joissa on luiska \
ja kaide veteen saakka.

Haluaisin, että meidän perhe voi uida yhdessä omassa kaupungissa.""",
        then=(
            Assigned(13, "kaupunkirakenne", 35),
            Answered(
                34,
                "accepted",
                "kaupunkirakenne",
                {
                    "fi": "Totta kai teidän pitää päästä uimaan. Hankimme rannalle kovan "
                    "kulkumaton parkkipaikalta veteen, ja laituriin rakennetaan luiska ja "
                    "kaiteet samalla, kun se muutenkin korjataan. Molemmat ovat valmiina {by:5}. "
                    "Pyydämme sinut ja vammaisneuvoston mukaan katsomaan suunnitelmaa ennen kuin "
                    "tilaamme mitään.",
                    "sv": "Självklart ska ni kunna simma hos oss. Vi skaffar en hård gångmatta "
                    "från parkeringen till vattnet, och bryggan får ramp och räcken när den ändå "
                    "repareras. Båda är klara {by:5}. Vi ber dig och rådet för personer med "
                    "funktionsnedsättning att se på planen innan vi beställer något.",
                    "en": "Of course you must be able to swim here. We will get a firm mat from "
                    "the car park to the water, and the jetty gets a ramp and handrails when it "
                    "is repaired anyway. Both will be ready {by:5}. We will ask you and the "
                    "disability council to look at the plan before we order anything.",
                },
            ),
        ),
    ),
    Idea(
        key="laavu-myllylammelle",
        day=14,
        by="teemu",
        theme="puistot",
        area="myllylampi",
        supports=21,
        title="Laavu Myllylammelle",
        text="""\
Myllylammen kierros on 4,5 km eikä matkalla ole yhtään taukopaikkaa. Kyläyhdistys voi rakentaa \
laavun talkoilla, jos kaupunki antaa puut ja luvan. Paikka on katsottu: niemenkärki, jossa vanha \
mylly oli.""",
        then=(
            Assigned(20, "kaupunkirakenne", 95),
            Moved(32, "considering"),
        ),
    ),
    Idea(
        key="skyltar-norrholmen",
        day=17,
        by="anders",
        language="sv",
        theme="liikkuminen",
        area="pohjasaari",
        supports=9,
        title="Bättre skyltar till Norrholmen",
        text="""\
Varje sommar kör gästerna fel vid färjfästet, för skylten står bakom en gran. Kunde man flytta \
skylten och sätta namnet på båda språken? Vi är många fritidsinvånare som skulle bli glada.""",
        then=(
            Answered(
                28,
                "passed_on",
                "kadut",
                {
                    "fi": "Hyvä huomio. Tie on valtion, joten kaupunki ei saa itse siirtää "
                    "kylttiä. Lähetimme pyyntösi ja kartan valtion tienpitäjälle, ja se vastaa "
                    "meille {day:+60} mennessä. Kuusen oksat leikkasimme heti, koska se kasvaa "
                    "kaupungin maalla.",
                    "sv": "Bra att du märkte det. Vägen är statens, så staden får inte själv "
                    "flytta skylten. Vi har skickat din begäran och en karta till statens "
                    "väghållare, som svarar oss senast {day:+60}. Granens grenar klippte vi "
                    "genast, för den växer på stadens mark.",
                    "en": "Well spotted. The road belongs to the state, so the city may not move "
                    "the sign itself. We have sent your request and a map to the state road "
                    "authority, which will answer us no later than {day:+60}. We cut the "
                    "branches of the spruce at once, since it grows on city land.",
                },
                passed_on_to={
                    "fi": "Valtion tienpitäjä",
                    "sv": "Statens väghållare",
                    "en": "The state road authority",
                },
            ),
        ),
    ),
    Idea(
        key="allotments",
        day=21,
        by="james",
        language="en",
        theme="puistot",
        area="kaivosmaki",
        supports=17,
        title="Small vegetable plots for people in flats",
        text="""\
We moved here two years ago and love it, but our flat has no garden. There is an unused field \
behind the old mine office. Could it be split into small plots, say 5 by 5 metres, with one \
shared water tap?

I would happily pay a small rent, and I think it would be a good place to meet neighbours and \
practise Finnish.""",
        then=(
            Assigned(24, "kaupunkirakenne", 55),
            Answered(
                49,
                "accepted",
                "puistot",
                {
                    "fi": "Kiitos ideasta, James! Kyntämme pellosta 30 palstaa ja viemme "
                    "alueelle vesihanan. Maaperä on tutkittu, ja siinä voi turvallisesti "
                    "viljellä. Palstat voi varata {month:4}, vuokra on 20 euroa kesältä. "
                    "Toivotamme naapurit tervetulleiksi yhteiseen aloituspäivään toukokuun "
                    "alussa.",
                    "sv": "Tack för idén, James! Vi plöjer upp 30 odlingslotter och drar en "
                    "vattenkran till området. Marken är undersökt och trygg att odla i. Lotterna "
                    "kan bokas {month:4} och hyran är 20 euro för sommaren. Alla grannar är "
                    "välkomna till en gemensam startdag i början av maj.",
                    "en": "Thank you for the idea, James! We will plough 30 plots and bring a "
                    "water tap to the field. The soil has been tested and is safe to grow food "
                    "in. You can book a plot {month:4}; the rent is 20 euros a summer. "
                    "Neighbours are welcome to a shared opening day at the beginning of May.",
                },
            ),
        ),
    ),
)
