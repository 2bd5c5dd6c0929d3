"""Ideas about hobbies, clubs and culture (the open round)."""

from ..tale import Answered, Assigned, Idea, Moved

HOBBIES = (
    Idea(
        key="bandikamppa",
        day=2,
        by="nuori",
        theme="harrastukset",
        area="kaivosmaki",
        supports=31,
        title="Bändikämppä vanhaan pumppaamoon",
        text="""\
Kuparilassa ei oo yhtään paikkaa missä vois soittaa kovaa. Meillä on bändi ja treenataan kaverin \
autotallissa, mut naapuri ei tykkää (ymmärrän). Vanhassa pumppaamossa ois paksut seinät ja se on \
tyhjä.

Tarvittais: lämpö, sähkö, lukko johon saa koodin ja **rummut**, koska niitä ei jaksa roudata. \
Vuorot vois varata puhelimella. Me voidaan maalata seinät ite!""",
        then=(
            Assigned(5, "hyvinvointi", 45),
            Moved(
                18,
                "considering",
                {
                    "fi": "Nuorisotoimi ja kiinteistöt kävivät pumppaamossa. Selvitämme, mitä "
                    "lämmitys maksaa.",
                    "sv": "Ungdomsväsendet och fastighetssidan besökte pumpstationen. Vi reder "
                    "ut vad uppvärmningen kostar.",
                    "en": "Youth services and property staff visited the pumping station. We are "
                    "finding out what heating would cost.",
                },
            ),
            Answered(
                44,
                "accepted",
                "nuoriso",
                {
                    "fi": "Eeli, teille tulee bändikämppä! Pumppaamo on kuiva ja seinät tosiaan "
                    "paksut. Lämmitys ja sähkö maksavat 18 000 euroa, ja raha löytyi tämän "
                    "vuoden nuorisotyön rahoista. Rummut ja vahvistimet ostetaan teidän listanne "
                    "mukaan. Seinien maalaus on teidän: sovitaan päivä nuorisotilalla. Ovet "
                    "aukeavat {by:2}.",
                    "sv": "Eeli, ni får er replokal! Pumpstationen är torr och väggarna är "
                    "faktiskt tjocka. Värme och el kostar 18 000 euro, och pengarna hittades i "
                    "årets anslag för ungdomsarbete. Trummor och förstärkare köps enligt er "
                    "lista. Väggarna får ni måla: vi kommer överens om en dag i ungdomslokalen. "
                    "Dörrarna öppnas {by:2}.",
                    "en": "Eeli, you are getting your band room! The pumping station is dry and "
                    "the walls are thick indeed. Heating and power cost 18,000 euros, and we "
                    "found the money in this year's youth budget. Drums and amplifiers will be "
                    "bought from your list. Painting is yours: let's agree on a day at the youth "
                    "centre. The doors open {by:2}.",
                },
            ),
        ),
    ),
    Idea(
        key="pelikerho",
        day=5,
        by="bohdan",
        theme="harrastukset",
        area="keskusta",
        supports=16,
        title="Lautapelikerho kirjastoon",
        text="""\
Kirjastolla on hyllyllinen lautapelejä mutta niitä ei saa auki pelata, kun pöydät ovat \
lukusalissa. Voisiko olla yksi ilta viikossa? Pelaaminen on hyvä tapa oppia kieltä, tiedän sen \
itsestäni.""",
        then=(
            Answered(
                15,
                "accepted",
                "kirjasto",
                {
                    "fi": "Otetaan käyttöön torstai! Lehtisali on peli-illan käytössä joka "
                    "torstai klo 17–20, ja silloin saa nauraa ääneen. Kerho ei vaadi "
                    "ilmoittautumista. Aloitamme kahden viikon päästä.",
                    "sv": "Vi tar torsdagen! Tidningssalen är öppen för spelkväll varje torsdag "
                    "kl. 17–20, och då får man skratta högt. Ingen anmälan behövs. Vi börjar om "
                    "två veckor.",
                    "en": "Thursday it is! The newspaper room is yours for games every Thursday "
                    "from 5 to 8 pm, and laughing out loud is allowed. No sign-up needed. We "
                    "start in two weeks.",
                },
            ),
            Moved(
                31,
                "done",
                {
                    "fi": "Ensimmäisessä peli-illassa oli 23 pelaajaa viidestä maasta.",
                    "sv": "På den första spelkvällen kom 23 spelare från fem länder.",
                    "en": "The first games night had 23 players from five countries.",
                },
            ),
        ),
    ),
    Idea(
        key="soittimia-lainaan",
        day=10,
        by="elias",
        theme="harrastukset",
        area="keskusta",
        supports=20,
        title="Soittimia lainaan kirjastosta",
        text="""\
Lapsi haluaisi kokeilla ukulelea. Ostaisin jos tietäisin että into kestää yli kuukauden... \
Kirjasto voisi lainata soittimia samalla tavalla kuin kirjoja. Varmasti kuparilalaisten \
kaapeissa on käyttämättömiä soittimia lahjoitettavaksi.""",
        then=(
            Assigned(13, "hyvinvointi", 40),
            Answered(
                38,
                "accepted",
                "kirjasto",
                {
                    "fi": "Tehdään näin. Kirjasto ostaa kymmenen ukulelea ja kolme kitaraa, ja "
                    "lahjoituksia otetaan vastaan. Kaupungin musiikinopettaja tarkistaa "
                    "soittimet ja vaihtaa kielet. Ensimmäiset soittimet ovat lainattavina "
                    "{month:1}. Laina-aika on neljä viikkoa.",
                    "sv": "Så gör vi. Biblioteket köper tio ukuleler och tre gitarrer, och tar "
                    "emot gåvor. En musiklärare går igenom instrumenten och byter strängar. De "
                    "första instrumenten kan lånas {month:1}. Lånetiden är fyra veckor.",
                    "en": "Let's do it. The library is buying ten ukuleles and three guitars, "
                    "and welcomes donations. A music teacher will check them and change the "
                    "strings. The first instruments can be borrowed {month:1}, for four weeks at "
                    "a time.",
                },
            ),
        ),
    ),
    Idea(
        key="saamen-satuhetki",
        day=13,
        by="aile",
        theme="harrastukset",
        area="keskusta",
        supports=14,
        title="Saamenkielinen satuhetki",
        text="""\
Meitä saamelaisia on Kuparilassa vain muutama perhe. Lapsille olisi tärkeää kuulla pohjoissaamea \
muualtakin kuin kotoa. Luen mielelläni itse, jos kirjasto tilaa kirjoja. Bures boahtin buohkat – \
tervetuloa kaikki, kieltä ei tarvitse osata!""",
        then=(
            Answered(
                27,
                "accepted",
                "kirjasto",
                {
                    "fi": "Giitu, Áile! Tilasimme kaksikymmentä pohjoissaamenkielistä "
                    "lastenkirjaa. Satuhetki on kuukauden ensimmäisenä lauantaina klo 11 "
                    "{from:2} alkaen. Maksamme sinulle lukupalkkion ja matkat.",
                    "sv": "Giitu, Áile! Vi har beställt tjugo barnböcker på nordsamiska. "
                    "Sagostunden hålls den första lördagen i månaden kl. 11 med start {month:2}. "
                    "Vi betalar dig ett arvode och dina resor.",
                    "en": "Giitu, Áile! We have ordered twenty children's books in Northern "
                    "Sámi. Story time is on the first Saturday of the month at 11 am, starting "
                    "{month:2}. We will pay you a fee and your travel.",
                },
            ),
        ),
    ),
    Idea(
        key="conversation-evenings",
        day=16,
        by="priya",
        language="en",
        theme="harrastukset",
        area="keskusta",
        supports=12,
        title="A language café at the library",
        text="""\
I work at the sawmill office and everybody there switches to English with me. Very kind, but I \
never learn Finnish! A weekly language café where newcomers practise Finnish and locals can \
practise English, Ukrainian, Somali... Just coffee and a sign on each table.""",
        then=(Assigned(22, "hyvinvointi", 90), Moved(40, "considering")),
    ),
    Idea(
        key="sommarteater",
        day=20,
        by="gun-britt",
        language="sv",
        theme="harrastukset",
        area="kaivosmaki",
        supports=15,
        title="Sommarteater i den gamla gruvan",
        text="""\
Dagbrottet är som en amfiteater – man hör när någon viskar på botten. På sextiotalet spelades \
det teater där. Varför inte igen? Vi är ett litet gäng som gärna skriver en pjäs om gruvans \
kvinnor. Vi behöver bara en scen, el och några bänkar.""",
        then=(
            Assigned(26, "hyvinvointi", 100),
            Moved(
                45,
                "considering",
                {
                    "fi": "Turvallisuus on ensin. Asiantuntija tarkastaa kallion ennen kuin "
                    "päätämme.",
                    "sv": "Säkerheten först. En sakkunnig granskar berget innan vi beslutar.",
                    "en": "Safety first. An expert will inspect the rock before we decide.",
                },
            ),
        ),
    ),
    Idea(
        key="kuoro-kaikille",
        day=27,
        by="eeva-liisa",
        theme="harrastukset",
        area="lehtosalo",
        supports=10,
        title="Kuoro, johon ei tarvitse osata laulaa",
        text="""\
Minulle sanottiin koulussa, että liikuta vain suuta. Siitä on 58 vuotta. Nyt haluan laulaa! \
Meitä on varmasti muitakin. Kylätalo on tyhjä maanantaisin, ja piano siellä on, vähän \
epävireessä, mutta niin olen minäkin.""",
        then=(Moved(44, "considering"),),
    ),
    Idea(
        key="tanssia-iltapaivalla",
        day=31,
        by="reino",
        theme="harrastukset",
        area="keskusta",
        supports=17,
        title="Tanssia iltapäivällä",
        text="""\
Tanssit alkavat aina illalla kello 20 jolloin meikäläinen on jo nukkumassa ja bussit eivät \
kulje. Pidettäköön tanssit joskus klo 14. Hanuristi löytyy omasta takaa.""",
    ),
    Idea(
        key="bokcirkel",
        day=37,
        by="kasper",
        language="sv",
        theme="harrastukset",
        area="keskusta",
        supports=5,
        title="Bokcirkel på svenska",
        text="""\
Vi som läser på svenska är inte så många i stan, men vi finns. En bok i månaden, kaffe och prat. \
Serier räknas också som böcker!""",
    ),
    Idea(
        key="elokuvakerho",
        day=43,
        by="minh",
        theme="harrastukset",
        area="keskusta",
        supports=9,
        title="Elokuvakerho vanhaan elokuvateatteriin",
        text="""\
Vanhassa Kupari-teatterissa on yhä valkokangas. Kerran kuussa näytettäisiin elokuva jostain \
muusta maasta ja joku sieltä kotoisin oleva kertoisi alkuun viisi minuuttia. Minä voin aloittaa \
Vietnamista.""",
        then=(Moved(59, "considering"),),
    ),
    Idea(
        key="valokuvia-kaivokselta",
        day=53,
        by="paavo",
        theme="harrastukset",
        area="kaivosmaki",
        supports=8,
        title="Vanhat kaivoskuvat kaikkien nähtäville",
        text="""\
Minulla on isän jäljiltä 300 valokuvaa kaivokselta vuosilta 1938–1961. Monella muulla on lisää. \
Kuvat pitäisi skannata ja laittaa nettiin ennen kuin me, jotka tiedämme keitä kuvissa on, \
lähdemme. Olisin valmis istumaan kirjastossa ja kertomaan nimiä.""",
        then=(
            Assigned(58, "hyvinvointi", 100),
            Moved(
                68,
                "considering",
                {
                    "fi": "Kirjasto ja museo selvittävät, millä kuvat skannataan. Tule käymään, "
                    "Paavo, kahvi on valmiina.",
                    "sv": "Biblioteket och museet reder ut hur bilderna kan skannas. Kom gärna "
                    "förbi, Paavo, kaffet är klart.",
                    "en": "The library and the museum are finding out how to scan the pictures. "
                    "Do drop in, Paavo, coffee is ready.",
                },
            ),
        ),
    ),
    Idea(
        key="ompeluhuone",
        day=60,
        by="ayaan",
        theme="harrastukset",
        area="rantakyla",
        supports=7,
        title="Ompeluhuone kaikille",
        text="""\
Koululla on kymmenen ompelukonetta, ne seisoo illat. Jos ovi olis kerran viikossa auki niin \
voisi korjata vaatteita ja opettaa toisia. Minä osaan tehdä verhot ja lyhentää housut.""",
        then=(
            Assigned(64, "hyvinvointi", 99),
            Moved(72, "considering"),
        ),
    ),
    Idea(
        key="nuorten-oma-kerho",
        day=66,
        by="nuori",
        theme="harrastukset",
        area="koululaakso",
        supports=11,
        title="Kerhoja joita nuoret vetää ite",
        text="""\
Yläkoululaiset vois vetää kerhoja pienemmille ja saada siitä pientä palkkaa tai merkinnän \
todistukseen. Esim koodaus, koris, piirtäminen. Moni osaa jotain mitä opet ei.""",
        then=(
            Assigned(69, "hyvinvointi", 104),
            Moved(
                74,
                "considering",
                {
                    "fi": "Kysymme nyt koulusta, mitä kerhoja halutaan ja kuka haluaisi ohjata.",
                    "sv": "Vi frågar nu i skolan vilka klubbar som önskas och vem som vill leda "
                    "dem.",
                    "en": "We are asking at school which clubs are wanted and who would like to "
                    "lead one.",
                },
            ),
        ),
    ),
    Idea(
        key="kirjasto-sunnuntaisin",
        day=77,
        by="johanna",
        theme="harrastukset",
        area="keskusta",
        supports=6,
        title="Kirjasto auki myös sunnuntaisin",
        text="Omatoimikirjastona ainakin. Sunnuntai on ainoa päivä kun koko perhe on yhtä aikaa "
        "vapaalla.",
        then=(Assigned(79, "hyvinvointi", 110),),
    ),
)
