"""Ideas about sports and outdoor life (the open round)."""

from ..tale import Answered, Assigned, Idea, Moved

SPORTS = (
    Idea(
        key="valot-pururadalle",
        day=1,
        by="jari",
        theme="liikunta",
        area="kaivosmaki",
        supports=35,
        title="Valot Kaivosmäen pururadalle",
        text="""\
Puolet vuodesta radalla juostaan otsalampun kanssa. Kaivosmäen 3 km lenkillä on valot vain \
parkkipaikalla. Kiviä ja juuria ei näe, ja moni jättää kokonaan lähtemättä. Varsinkin naiset \
ovat sanoneet etteivät uskalla yksin.

Ehdotan liikkeestä syttyviä led-valoja, niin sähköä ei palais turhaan.""",
        then=(
            Assigned(3, "kaupunkirakenne", 30),
            Moved(
                10,
                "considering",
                {
                    "fi": "Laskemme, montako valaisinta lenkille tarvitaan ja mitä ne maksavat.",
                    "sv": "Vi räknar ut hur många lampor som behövs och vad de kostar.",
                    "en": "We are working out how many lights are needed and what they cost.",
                },
            ),
            Answered(
                29,
                "accepted",
                "liikunta",
                {
                    "fi": "Valot tulevat. Koko kolmen kilometrin lenkki saa led-valot, jotka "
                    "kirkastuvat, kun joku liikkuu, ja himmenevät taas. Valaisimia tulee 84. "
                    "Kaivutyöt alkavat {month:5}, koska maan pitää olla sula, ja valot syttyvät "
                    "saman vuoden syyskuussa. Sitä ennen poistamme reitiltä pahimmat juuret jo "
                    "{day:+21} mennessä.",
                    "sv": "Det blir ljus. Hela slingan på tre kilometer får led-lampor som lyser "
                    "starkare när någon rör sig och sedan dämpas igen. Lamporna blir 84 till "
                    "antalet. Grävarbetet börjar {month:5}, eftersom marken måste vara tinad, "
                    "och lamporna tänds i september samma år. De värsta rötterna tar vi bort "
                    "redan före det, senast {day:+21}.",
                    "en": "Lights are coming. The whole three-kilometre track gets LED lights "
                    "that brighten when someone moves and dim again. There will be 84 of them. "
                    "Digging starts {month:5}, because the ground must have thawed, and the "
                    "lights go on in September the same year. We will remove the worst roots "
                    "before that, no later than {day:+21}.",
                },
            ),
        ),
    ),
    Idea(
        key="sauna-rantaan",
        day=3,
        by="riitta",
        theme="liikunta",
        area="rantakyla",
        supports=33,
        title="Talviuinti ja yleinen sauna rantaan",
        text="""\
Avanto on mutta saunaa ei! Puolet uimareista ajaa märällä tukalla kotiin. Uimarannan pukuhuone \
seisoo talvet tyhjänä. Jos sinne rakennettaisiin puukiuas ja lauteet, meillä olis paras \
talvipaikka koko seudulla. Olemme jo 70 jäsenen porukka ja valmiita talkoisiin.""",
        then=(
            Assigned(6, "kaupunkirakenne", 50),
            Answered(
                47,
                "partly",
                "kaupunkirakenne",
                {
                    "fi": "Kiinteää saunaa emme saa pukuhuoneeseen, sillä rakennus on suojeltu "
                    "eikä siihen saa tehdä savupiippua. Mutta saunaan pääsette silti: kaupunki "
                    "vuokraa telttasaunan rantaan kolmeksi kuukaudeksi, {from:1} alkaen. "
                    "Lämmitysvuorot ovat uimareiden omat, puut tuo kaupunki. Kokeilun jälkeen "
                    "arvioimme yhdessä, onko rannassa paikka uudelle saunalle.",
                    "sv": "En fast bastu får vi inte i omklädningsrummet, för byggnaden är "
                    "skyddad och får inte förses med skorsten. Men bada bastu får ni ändå: "
                    "staden hyr en tältbastu till stranden för tre månader, med start {month:1}. "
                    "Simmarna sköter eldningen, staden står för veden. Efter försöket bedömer vi "
                    "tillsammans om det finns plats för en ny bastu på stranden.",
                    "en": "We cannot put a permanent sauna in the changing rooms: the building "
                    "is protected and may not have a chimney. But you will get your sauna: the "
                    "city rents a tent sauna on the shore for three months, starting {month:1}. "
                    "Swimmers take turns heating it, the city brings the firewood. After the "
                    "trial we will decide together whether the shore has room for a new sauna.",
                },
            ),
        ),
    ),
    Idea(
        key="uimahalli",
        day=7,
        by="mikko",
        theme="liikunta",
        area="koululaakso",
        supports=27,
        title="Uimahalli Kuparilaan",
        text="""\
Lähin uimahalli on 42 km päässä. Lapset oppii uimaan kun vanhemmat jaksaa ajaa. Pienikin halli \
riittäisi: 25 metriä ja lastenallas.""",
        then=(
            Assigned(12, "hyvinvointi", 45),
            Answered(
                43,
                "declined",
                "hyvinvointi",
                {
                    "fi": "Ymmärrämme toiveen hyvin. Omaa uimahallia emme pysty rakentamaan. "
                    "Laskimme, että se maksaisi noin 14 miljoonaa euroa ja sen jälkeen 700 000 "
                    "euroa joka vuosi, ja se olisi pois kouluilta. Uimaan pääsy on silti meidän "
                    "asiamme. Lauantaisin kulkee {from:1} alkaen maksuton uimabussi: lähtö "
                    "torilta klo 10, paluu klo 14. Kyytiin mahtuu 45.",
                    "sv": "Vi förstår önskan väl. En egen simhall kan vi inte bygga. Vi räknade "
                    "ut att den skulle kosta cirka 14 miljoner euro och därefter 700 000 euro "
                    "varje år, och de pengarna skulle tas från skolorna. Men att alla får simma "
                    "är vår sak. Med start {month:1} går en gratis simbuss på lördagar: från "
                    "torget kl. 10, tillbaka kl. 14. Det finns 45 platser.",
                    "en": "We understand this wish well. We cannot build our own swimming hall. "
                    "It would cost about 14 million euros and then 700,000 euros every year, and "
                    "schools would have to go without. But getting to swim is our business. "
                    "Starting {month:1}, a free swimming bus runs on Saturdays: from the square "
                    "at 10 am, back at 2 pm. It seats 45.",
                },
            ),
        ),
    ),
    Idea(
        key="tyttojen-futisvuoro",
        day=8,
        by="hodan",
        theme="liikunta",
        area="koululaakso",
        supports=22,
        title="Tyttöjen oma futisvuoro",
        text="""\
Koulun salissa on futisvuoroja joka ilta mutta aina pojille tai miehille. Meitä on 14 tyttöä \
jotka haluaa pelata. Yksi vuoro viikossa, ei liian myöhään, ja naisvalmentaja jos löytyy. Moni \
äiti päästää sitten.""",
        then=(
            Answered(
                22,
                "accepted",
                "liikunta",
                {
                    "fi": "Vuoro on teidän, Hodan: keskiviikkoisin klo 16.30–18 koulukeskuksen "
                    "salissa, heti ensi viikosta alkaen. Valmentajaksi lupautui kaksi naista "
                    "paikallisesta seurasta. Vuoro on maksuton. Sisäpelikengät saa lainaksi "
                    "liikuntapaikkamestarilta.",
                    "sv": "Turen är er, Hodan: onsdagar kl. 16.30–18 i skolcentrets sal, med "
                    "start redan nästa vecka. Två kvinnor från den lokala föreningen har lovat "
                    "vara tränare. Turen är gratis. Inomhusskor kan ni låna av "
                    "idrottsplatsmästaren.",
                    "en": "The slot is yours, Hodan: Wednesdays 4.30 to 6 pm in the school "
                    "centre hall, starting next week. Two women from the local club have "
                    "promised to coach. It is free, and you can borrow indoor shoes from the "
                    "sports facilities manager.",
                },
            ),
            Moved(
                39,
                "done",
                {
                    "fi": "Vuoro pyörii. Pelaajia on jo 19.",
                    "sv": "Turen är i gång. Spelarna är redan 19.",
                    "en": "The slot is running. There are already 19 players.",
                },
            ),
        ),
    ),
    Idea(
        key="skeittipaikka",
        day=15,
        by="abdirahman",
        theme="liikunta",
        area="keskusta",
        supports=23,
        title="Skeittipaikka katon alle",
        text="""\
Torin skeittiramppi on hyvä mut sateella ja talvella ei voi mitään. Vanhan linja-autoaseman \
katos on tyhjä ja siinä on sileä betoni. Sinne vois siirtää rampin ja laittaa kaks reiliä. Me \
ollaan piirretty kuva jos joku haluu nähä.""",
        then=(
            Assigned(19, "kaupunkirakenne", 92),
            Moved(
                35,
                "considering",
                {
                    "fi": "Tapaamme skeittaajat katoksella. Tuokaa piirros mukaan!",
                    "sv": "Vi träffar skejtarna vid taket. Ta ritningen med!",
                    "en": "We are meeting the skaters at the canopy. Bring the drawing!",
                },
            ),
        ),
    ),
    Idea(
        key="frisbeegolf-korit",
        day=18,
        by="ville",
        theme="liikunta",
        area="lehtosalo",
        supports=18,
        title="Frisbeegolfradan korit kuntoon",
        text="""\
Väylien 4, 7 ja 8 korit on vinossa ja 11 puuttuu kokonaan, myrskyn jäljiltä. Heittopaikoilla on \
kuraa. Kymmenen kuormaa mursketta ja yks päivä töitä, kyllä meitä heittäjiä talkoisiin lähtee.""",
        then=(
            Answered(
                32,
                "accepted",
                "liikunta",
                {
                    "fi": "Kiitos tarkasta listasta! Uusi kori väylälle 11 on tilattu, ja "
                    "oikaisemme vinot korit {day:+28} mennessä. Murskeen tuomme samalla. "
                    "Talkoopäivästä laitamme viestiä seuralle, makkarat ovat kaupungin piikkiin.",
                    "sv": "Tack för den noggranna listan! En ny korg till hål 11 är beställd och "
                    "vi rätar upp de sneda korgarna senast {day:+28}. Krossgruset kommer "
                    "samtidigt. Vi meddelar föreningen om talkodagen, och staden bjuder på korv.",
                    "en": "Thank you for the precise list! A new basket for hole 11 is on order, "
                    "and we will straighten the others no later than {day:+28}. The gravel comes "
                    "along. We will tell the club about the work day; the sausages are on us.",
                },
            ),
        ),
    ),
    Idea(
        key="utegym",
        day=23,
        by="bengt",
        language="sv",
        theme="liikunta",
        area="rantakyla",
        supports=13,
        title="Utegym som passar 80-åringar också",
        text="""\
Utegymmet vid skolan är bra för ungdomar, men vi som är lite äldre behöver redskap där man kan \
hålla i sig. Balansbräda, trappa med räcke, cykel för benen. Helst vid strandpromenaden så man \
kan vila ögonen på sjön.""",
        then=(Assigned(28, "kaupunkirakenne", 98),),
    ),
    Idea(
        key="padel",
        day=26,
        by="daniel",
        language="en",
        theme="liikunta",
        area="keskusta",
        supports=6,
        title="Padel court next to the ice rink",
        text="Everybody plays padel now. Two courts under a dome and people would come from the "
        "whole region.",
        then=(
            Answered(
                45,
                "declined",
                "liikunta",
                {
                    "fi": "Kiitos ehdotuksesta, Daniel. Padelkenttää kaupunki ei rakenna, koska "
                    "sitä varten on jo yksityinen halli naapurikunnassa ja kenttien pitäisi "
                    "maksaa itsensä takaisin. Jos yrittäjä haluaa rakentaa kentän, jäähallin "
                    "vierestä löytyy tontti: ota yhteyttä elinvoimapalveluihin.",
                    "sv": "Tack för förslaget, Daniel. Staden bygger ingen padelbana, eftersom "
                    "det redan finns en privat hall i grannkommunen och banorna borde betala sig "
                    "själva. Om en företagare vill bygga finns det en tomt bredvid ishallen: "
                    "kontakta näringslivstjänsterna.",
                    "en": "Thank you for the suggestion, Daniel. The city will not build padel "
                    "courts, since there is a private hall in the next municipality and the "
                    "courts would have to pay for themselves. If an entrepreneur wants to build, "
                    "there is a plot beside the ice rink: please contact our business services.",
                },
            ),
        ),
    ),
    Idea(
        key="skridskobana-torget",
        day=34,
        by="linnea",
        language="sv",
        theme="liikunta",
        area="keskusta",
        supports=16,
        title="En liten skridskobana på torget",
        text="""\
Den behöver inte vara stor! Lite is, en ljusslinga och en bänk. Skridskor kan man låna i \
biblioteket. Då skulle torget leva på vintern också.""",
        then=(Moved(55, "considering"),),
    ),
    Idea(
        key="latu-jaalle",
        day=47,
        by="niillas",
        theme="liikunta",
        area="pohjasaari",
        supports=12,
        title="Hiihtolatu järven jäälle",
        text="""\
Kun jää kantaa, latu Rantakylästä Pohjasaaren ympäri olis 9 km ja tasaista, sopii kaikille. Voin \
ajaa ladun omalla kelkalla jos kaupunki maksaa bensan ja mittaa jään. Poroja en tuo.""",
        then=(
            Answered(
                61,
                "partly",
                "liikunta",
                {
                    "fi": "Kiitos tarjouksesta, Niillas. Kaupunki mittaa jään kerran viikossa ja "
                    "maksaa bensan. Latu ajetaan aina, kun jäätä on vähintään 25 senttiä, mutta "
                    "Pohjasaaren ympäri emme lupaa sitä joka talvi: salmessa on virtapaikkoja. "
                    "Jään paksuus näkyy rannan taululla.",
                    "sv": "Tack för erbjudandet, Niillas. Staden mäter isen en gång i veckan och "
                    "betalar bensinen. Spåret körs alltid när isen är minst 25 centimeter, men "
                    "ett varv runt Norrholmen lovar vi inte varje vinter: i sundet finns "
                    "strömställen. Istjockleken står på tavlan vid stranden.",
                    "en": "Thank you for the offer, Niillas. The city measures the ice once a "
                    "week and pays for the petrol. The track is made whenever the ice is at "
                    "least 25 centimetres, but we cannot promise the loop around Pohjasaari "
                    "every winter: there are currents in the strait. The board on the shore "
                    "shows the thickness of the ice.",
                },
            ),
        ),
    ),
    Idea(
        key="pump-track",
        day=56,
        by="taras",
        language="en",
        theme="liikunta",
        area="koululaakso",
        supports=10,
        title="Pump track behind the school",
        text="""\
A pump track is a small wavy track for bikes and scooters. Little kids and big kids can use it \
together. The heap of earth behind the school is already half of it :)""",
        then=(
            Assigned(60, "kaupunkirakenne", 100),
            Moved(66, "considering"),
        ),
    ),
    Idea(
        key="pulkkamaki",
        day=69,
        by="anni",
        theme="liikunta",
        area="lehtosalo",
        supports=5,
        title="Valo pulkkamäkeen",
        text="Lehtosalon pulkkamäessä on pimeää jo iltapäivällä. Yksi tolppa riittää, sähkö "
        "tulee kylätalolta.",
    ),
)
