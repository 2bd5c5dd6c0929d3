"""Ideas sent to the wellbeing plan's own board (the process in its second phase)."""

from ..tale import Assigned, Idea, Moved

EVERYDAY = (
    Idea(
        key="yhteinen-poyta",
        day=1,
        by="marjatta",
        theme="arki",
        area="keskusta",
        supports=18,
        title="Yhteinen ruokapöytä kerran viikossa",
        text="""\
Syön yksin joka päivä. En ole ainoa. Koulun ruokalassa on keskiviikkoisin tilaa, kun osa \
luokista syö aikaisemmin. Jos me eläkeläiset saisimme tulla syömään samaan pöytään lasten \
kanssa, kaikilla olisi mukavampaa. Maksamme tietenkin.""",
        then=(Assigned(4, "hyvinvointi", 75), Moved(14, "considering")),
    ),
    Idea(
        key="juttelupiste",
        day=3,
        by="nuori",
        theme="arki",
        area="koululaakso",
        supports=17,
        title="Juttelupiste ilman ajanvarausta",
        text="""\
Jos on paha olo niin aika kuraattorille on kahden viikon päästä. Silloin se on jo mennyt ohi tai \
pahempi. Pitäis olla joku aikuinen joka on paikalla joka päivä välkällä ja sille vois vaan \
mennä. Ei tarvi olla mikään lääkäri, kunhan kuuntelee.""",
        then=(
            Assigned(5, "hyvinvointi", 70),
            Moved(
                12,
                "considering",
                {
                    "fi": "Otimme tämän suoraan nuorten pienryhmän pöydälle.",
                    "sv": "Vi tog upp det här direkt i ungdomarnas smågrupp.",
                    "en": "We took this straight to the young people's small group.",
                },
            ),
        ),
    ),
    Idea(
        key="kavelykaveri",
        day=6,
        by="tuula",
        theme="arki",
        area="rantakyla",
        supports=13,
        title="Kävelykaveri",
        text="""\
Lenkille lähtee helpommin, kun joku odottaa. Voisiko kirjastossa olla taulu, johon laitetaan \
etunimi, vauhti (hidas/reipas/koira määrää) ja kellonaika?""",
    ),
    Idea(
        key="stod-for-narstaende",
        day=9,
        by="gun-britt",
        language="sv",
        theme="arki",
        area="keskusta",
        supports=11,
        title="En ledig eftermiddag för närståendevårdare",
        text="""\
Jag sköter min man hemma sedan fyra år. En eftermiddag i veckan då någon annan är hos honom vore \
guld värd, och ett kaffebord där vi som vårdar kan träffas. Det behöver inte vara märkvärdigt.""",
        then=(Moved(20, "considering"),),
    ),
    Idea(
        key="digineuvonta",
        day=11,
        by="veikko",
        theme="arki",
        area="lehtosalo",
        supports=10,
        title="Digineuvontaa kylätaloille",
        text="""\
Pankki, verot, lääkäri, kaikki on puhelimessa. Minun puhelimeni ei tottele. Kirjastoauto voisi \
tuoda mukanaan nuoren joka osaa. Maksan kahvit.""",
    ),
    Idea(
        key="welcome-evening",
        day=14,
        by="oksana",
        language="en",
        theme="arki",
        area="keskusta",
        supports=9,
        title="A welcome evening for new residents",
        text="""\
When I came, I did not know where the recycling goes, when the bus leaves, or that you may take \
a berry bucket into any forest. One evening a season with soup and someone from the school, the \
library and the clubs. I can interpret for Ukrainians.""",
        then=(Moved(22, "considering"),),
    ),
    Idea(
        key="perheiden-olohuone",
        day=18,
        by="henna",
        theme="arki",
        area="koululaakso",
        supports=8,
        title="Perheiden olohuone joka arkipäivä",
        text="""\
Avoin päiväkoti on kerran viikossa ja silloin tasan on jollakin nuha. Tarvittaisiin ovi, joka on \
auki joka aamu. Ei ohjelmaa, vain kahvi, matto ja muita vanhempia.""",
    ),
    Idea(
        key="ystavapenkki",
        day=23,
        by="teemu",
        theme="arki",
        area="koululaakso",
        supports=5,
        title="Ystäväpenkki koulun pihaan",
        text="""\
Penkki, johon istutaan, kun ei ole kaveria välitunnilla. Se joka näkee menee viereen. \
Kyläyhdistyksen puuverstaalla tehdään penkki ilmaiseksi, lapset saavat maalata.""",
    ),
)
