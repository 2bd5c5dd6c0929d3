"""What the children of Kuparila wished for, and what the city answered (the finished round).

The wishes were told and drawn at school and in day care; adults wrote them down.
The author is always a group, never a child.
"""

from ..tale import Answered, Idea, Moved

WISHES = (
    Idea(
        key="jaatelokioski",
        day=2,
        by="Eskariryhmä Kettuset",
        theme="kaupat",
        area="keskusta",
        supports=35,
        picture="kiosk",
        picture_alt="Lapsen piirros: vaaleanpunainen jäätelökioski, jonka katolla on jättitötterö.",
        title="Jäätelökioski torille",
        text="""\
Torille pitää saada jäätelökioski. Siinä on jättitötterö katolla että sen näkee kauas.

Me halutaan ainakin nämä maut:

- mansikka
- sininen
- lakritsi (Kettusista kaksi tykkää)
- semmonen jossa on **kaikkia** sekaisin

Penkki pitää olla myös. Mummit ei jaksa seistä.""",
        then=(
            Answered(
                24,
                "accepted",
                "elinvoima",
                {
                    "fi": "Kiitos, Kettuset! Torille tulee jäätelökioski heti tänä kesänä. "
                    "Vuokraamme torin paikan kioskille kesäkuun alusta elokuun loppuun. Teimme "
                    "sopimuksen yrittäjän kanssa, ja hän lupasi myydä myös sinistä jäätelöä. "
                    "Puistoväki tuo kioskin viereen kaksi penkkiä, joissa on selkänoja ja "
                    "käsituet.",
                    "sv": "Tack, Kettuset! Torget får en glasskiosk redan i sommar. Vi hyr ut en "
                    "torgplats till kiosken från början av juni till slutet av augusti. Vi har "
                    "gjort ett avtal med en företagare, som lovade att också sälja blå glass. "
                    "Parkpersonalen ställer två bänkar med ryggstöd och armstöd bredvid kiosken.",
                    "en": "Thank you, Kettuset! The square gets an ice-cream kiosk this very "
                    "summer. We rent out a place for it from the beginning of June to the end of "
                    "August. The shopkeeper has promised to sell blue ice cream, too. The park "
                    "staff will put two benches with backs and armrests beside it.",
                },
            ),
            Moved(
                137,
                "done",
                {
                    "fi": "Kioski oli torilla koko kesän. Sinistä jäätelöä meni eniten.",
                    "sv": "Kiosken stod på torget hela sommaren. Den blå glassen gick åt mest.",
                    "en": "The kiosk was on the square all summer. Blue was the best seller.",
                },
            ),
        ),
    ),
    Idea(
        key="salapoliisikauppa",
        day=3,
        by="Luokka 2 A",
        theme="kaupat",
        area="keskusta",
        supports=31,
        picture="detective",
        picture_alt="Lapsen piirros: suuri suurennuslasi ja jalanjälkiä.",
        title="Salapoliisikauppa",
        text="""\
Kaupassa myytäisiin suurennuslaseja, valepartoja, näkymätöntä mustetta ja vihkoja joihin \
kirjoitetaan johtolankoja. Myyjä ei saa kertoa kuka siellä on käynyt.

Kaupan takaovi olisi salainen. Sinne pääsee vain jos ratkaisee arvoituksen.""",
        then=(
            Answered(
                30,
                "partly",
                "kirjasto",
                {
                    "fi": "Hei 2 A! Kauppaa kaupunki ei voi perustaa, sillä kaupat ovat "
                    "yrittäjien työtä. Salaisuuksia voimme kyllä järjestää. Kirjastoon tulee "
                    "salapoliisipolku: kymmenen johtolankaa hyllyjen väleissä, suurennuslasit "
                    "lainaan ja arvoitus, joka avaa takahuoneen oven. Suunnittelemme arvoitukset "
                    "teidän kanssanne koulun alkaessa.",
                    "sv": "Hej 2 A! En butik kan staden inte grunda, för butiker drivs av "
                    "företagare. Men hemligheter kan vi ordna. Biblioteket får en detektivstig: "
                    "tio ledtrådar mellan hyllorna, förstoringsglas att låna och en gåta som "
                    "öppnar dörren till bakrummet. Vi hittar på gåtorna tillsammans med er när "
                    "skolan börjar.",
                    "en": "Hello 2 A! The city cannot open a shop, because shops are run by "
                    "shopkeepers. Secrets we can do. The library will get a detective trail: ten "
                    "clues among the shelves, magnifying glasses to borrow and a riddle that opens "
                    "the back-room door. We will make up the riddles with you when school starts.",
                },
            ),
            Moved(
                141,
                "done",
                {
                    "fi": "Salapoliisipolku on auki kirjaston lastenosastolla. Takahuoneen "
                    "arvoitus vaihtuu joka kuukausi.",
                    "sv": "Detektivstigen är öppen på bibliotekets barnavdelning. Gåtan till "
                    "bakrummet byts varje månad.",
                    "en": "The detective trail is open in the children's library. The back-room "
                    "riddle changes every month.",
                },
            ),
        ),
    ),
    Idea(
        key="lemmikkikauppa",
        day=3,
        by="Päiväkodin Siilit",
        theme="kaupat",
        area="rantakyla",
        supports=27,
        picture="pets",
        picture_alt="Lapsen piirros: ruskea kani, oranssi kissa ja vihreä kilpikonna.",
        title="Lemmikkikauppa jossa saa silittää",
        text="""\
Siellä olisi kaneja ja kissoja ja yksi kilpikonna. Eläimiä ei ole pakko ostaa. Voi vaan käydä \
silittämässä ja sitten mennään kotiin.""",
        then=(
            Answered(
                33,
                "partly",
                "hyvinvointi",
                {
                    "fi": "Rakkaat Siilit, lemmikkikauppaa emme voi avata, eivätkä eläimet "
                    "viihdy kaupassa pitkiä päiviä. Silittämään kuitenkin pääsee! Kotieläintila "
                    "Myllylammella ottaa kaikki päiväkotiryhmät vastaan syyskuussa. Kaupunki "
                    "maksaa bussin. Kilpikonnaa tilalla ei ole, mutta vuohia on viisi.",
                    "sv": "Kära Siilit, någon djuraffär kan vi inte öppna, och djuren trivs inte "
                    "i en butik hela dagarna. Men klappa djur får ni! Djurgården i Kvarnträsk "
                    "tar emot alla daghemsgrupper i september. Staden betalar bussen. Någon "
                    "sköldpadda finns inte på gården, men nog fem getter.",
                    "en": "Dear Siilit, we cannot open a pet shop, and animals do not enjoy long "
                    "days in one. But you will get to stroke some! The farm in Myllylampi "
                    "welcomes every day-care group in September. The city pays for the bus. "
                    "There is no tortoise on the farm, but there are five goats.",
                },
            ),
            Moved(
                178,
                "done",
                {
                    "fi": "Kaikki kuusi päiväkotiryhmää kävivät tilalla.",
                    "sv": "Alla sex daghemsgrupper besökte gården.",
                    "en": "All six day-care groups visited the farm.",
                },
            ),
        ),
    ),
    Idea(
        key="taikakauppa",
        day=5,
        by="Luokka 1 B",
        theme="kaupat",
        area="keskusta",
        supports=24,
        title="Taikakauppa",
        text="""\
Me haluamme kaupan jossa myydään taikasauvoja, hattuja ja temppuja. Myyjä on oikea taikuri. Jos \
temppu ei toimi, rahat saa takaisin mutta ne täytyy löytää omasta korvasta.""",
        then=(
            Answered(
                36,
                "partly",
                "nuoriso",
                {
                    "fi": "Hyvä 1 B! Nauroimme ääneen tuolle korvalle. Taikakauppaa emme saa "
                    "aikaan, mutta taikakerhon saamme. Se kokoontuu nuorisotila Tornissa "
                    "tiistaisin klo 15 elokuun lopusta alkaen. Ensimmäisellä kerralla mukana on "
                    "oikea taikuri. Kerho on maksuton.",
                    "sv": "Bästa 1 B! Vi skrattade högt åt det där med örat. En magibutik får vi "
                    "inte till stånd, men en trolleriklubb. Den träffas i ungdomslokalen Torni "
                    "på tisdagar kl. 15 från slutet av augusti. Första gången kommer en riktig "
                    "trollkarl. Klubben är gratis.",
                    "en": "Dear 1 B! We laughed out loud about the ear. We cannot make a magic "
                    "shop happen, but we can make a magic club. It meets at Torni youth centre "
                    "on Tuesdays at 3 pm from the end of August. A real magician comes to the "
                    "first meeting. The club is free of charge.",
                },
            ),
            Moved(
                152,
                "done",
                {
                    "fi": "Taikakerho alkoi. Mukana on 14 taikuria ja yksi kadonnut kani.",
                    "sv": "Trolleriklubben har börjat. Med är 14 trollkarlar och en försvunnen "
                    "kanin.",
                    "en": "The magic club has started, with 14 magicians and one vanished rabbit.",
                },
            ),
        ),
    ),
    Idea(
        key="euron-tv-kauppa",
        day=8,
        by="Luokka 4 C",
        theme="kaupat",
        area="koululaakso",
        supports=29,
        title="Yhden euron TV-kauppa",
        text="""\
TV-kauppa missä kaikki maksaa tasan euron. Tavarat esitellään telkkarissa tosi innokkaasti \
("mutta ei siinä vielä kaikki!!") ja sitten soitetaan. Me voitais itse esiintyä. Tavarat vois \
olla semmosia mitä kukaan ei enää tarvii kotona.""",
        then=(
            Answered(
                38,
                "accepted",
                "koulu",
                {
                    "fi": "Mutta ei siinä vielä kaikki, 4 C! Koulukeskuksen mediapajassa on "
                    "kamerat ja valot, ja nyt saatte ne käyttöönne. Kuvaatte lähetyksen "
                    "syyskuussa. Tavarat kerätään lahjoituksina, kaikki maksaa euron, ja tuotto "
                    "menee luokkaretkeen. Lähetys näkyy koulun verkkosivuilla huoltajille. "
                    "Nuoriso-ohjaaja auttaa.",
                    "sv": "Men det är inte allt, 4 C! I skolcentrets medieverkstad finns kameror "
                    "och lampor, och nu får ni använda dem. Ni spelar in sändningen i september. "
                    "Sakerna samlas in som gåvor, allt kostar en euro och pengarna går till "
                    "klassresan. Vårdnadshavarna kan se sändningen på skolans webbplats. En "
                    "ungdomsledare hjälper till.",
                    "en": "But wait, there's more, 4 C! The media workshop of the school centre "
                    "has cameras and lights, and now you may use them. You will film your show "
                    "in September. People donate the goods, everything costs one euro, and the "
                    "money goes to your class trip. Parents can watch on the school's website. A "
                    "youth worker helps.",
                },
            ),
            Moved(
                170,
                "done",
                {
                    "fi": "Lähetys kuvattiin. Sata tavaraa vaihtoi omistajaa, ja luokkaretki on "
                    "maksettu.",
                    "sv": "Sändningen spelades in. Hundra saker bytte ägare och klassresan är "
                    "betald.",
                    "en": "The show was filmed. A hundred things changed hands and the class trip "
                    "is paid for.",
                },
            ),
        ),
    ),
    Idea(
        key="lasten-kirppis",
        day=9,
        by="Luokka 3 A",
        theme="kaupat",
        area="keskusta",
        supports=22,
        title="Kirppis, jossa lapset myyvät itse",
        text="""\
Aikuiset saa vain ostaa. Pöytä ei saa maksaa mitään, koska meillä ei ole rahaa ennen kuin ollaan \
myyty.""",
        then=(
            Answered(
                40,
                "accepted",
                "elinvoima",
                {
                    "fi": "Järkevä ajatus, 3 A: kukaan ei maksa pöydästä ennen kuin on myynyt. "
                    "Varaamme torin lasten kirppikselle kolmena lauantaina elokuussa klo 10–13. "
                    "Pöydän saa ilmaiseksi, kun ilmoittautuu kirjastossa. Mukana pitää olla yksi "
                    "aikuinen, mutta hän saa vain ostaa.",
                    "sv": "Klokt tänkt, 3 A: ingen betalar för bordet innan något är sålt. Vi "
                    "bokar torget för barnens loppis tre lördagar i augusti kl. 10–13. Bordet är "
                    "gratis när man anmäler sig på biblioteket. En vuxen ska vara med, men den "
                    "vuxna får bara köpa.",
                    "en": "Sensible thinking, 3 A: nobody pays for a table before they have sold "
                    "something. We reserve the square for a children's flea market on three "
                    "Saturdays in August, 10 am to 1 pm. Tables are free; sign up at the library. "
                    "One adult must come along, but they may only buy.",
                },
            ),
            Moved(
                145,
                "done",
                {
                    "fi": "Kirppis pidettiin kolme kertaa, parhaimmillaan 26 pöytää.",
                    "sv": "Loppisen ordnades tre gånger, som mest med 26 bord.",
                    "en": "The flea market was held three times, with 26 tables at its best.",
                },
            ),
        ),
    ),
)
