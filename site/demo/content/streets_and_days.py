"""Ideas about streets, buses and everyday life (the open round)."""

from ..tale import Answered, Assigned, Idea, Moved, Withdrawn

STREETS = (
    Idea(
        key="pyoratie-lehtosaloon",
        day=0,
        by="outi",
        theme="liikkuminen",
        area="lehtosalo",
        supports=34,
        title="Pyörätie Lehtosalosta koululle",
        text="""\
Lehtosalontiellä rekat ajavat kahdeksaakymppiä eikä ole edes piennarta. Matkaa koululle on 3,8 \
km, sen lapsi kyllä polkisi, mutta kukaan ei uskalla päästää. Niinpä meitä on joka aamu 25 autoa \
jonossa koulun pihassa.

Pyydämme pyörätietä tai edes nopeuden alentamista ja levennettyä piennarta.""",
        then=(
            Assigned(2, "kaupunkirakenne", 25),
            Answered(
                21,
                "passed_on",
                "kaupunkirakenne",
                {
                    "fi": "Olette oikeassa, tie on vaarallinen. Se on valtion tie, joten "
                    "pyörätien rakentamisesta päättää valtion tienpitäjä. Veimme asian sille ja "
                    "laitoimme mukaan teidän {supports} kannatustanne. Vastaus nopeuden "
                    "alentamisesta on luvattu {day:+75} mennessä. Oman osamme teemme heti: "
                    "koulukyydin saa nyt kaikki Lehtosalon alakoululaiset, matkan pituudesta "
                    "riippumatta.",
                    "sv": "Ni har rätt, vägen är farlig. Den är statens, så det är statens "
                    "väghållare som beslutar om en cykelväg. Vi har fört saken vidare och "
                    "bifogat era {supports} stöd. Svar om lägre hastighet är utlovat senast "
                    "{day:+75}. Vår egen del gör vi genast: alla lågstadieelever i Lundsala får "
                    "nu skolskjuts, oberoende av hur lång vägen är.",
                    "en": "You are right, the road is dangerous. It belongs to the state, so the "
                    "state road authority decides about a cycle path. We have passed the matter "
                    "on together with your {supports} supports. A reply about a lower speed "
                    "limit is promised by {day:+75}. Our own part we do at once: every primary "
                    "pupil in Lehtosalo now gets school transport, whatever the distance.",
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
        key="hidasteet-koulutielle",
        day=12,
        by="johanna",
        theme="liikkuminen",
        area="koululaakso",
        supports=25,
        title="Hidasteet Koulutielle",
        text="""\
Koulutiellä on kolmenkympin rajoitus, mutta suora houkuttelee ajamaan lujempaa. Läheltä piti \
-tilanteita on viikoittain suojatiellä päiväkodin kohdalla. Kaksi töyssyä tai korotettu \
suojatie, kiitos.""",
        then=(
            Assigned(17, "kaupunkirakenne", 77),
            Moved(
                30,
                "considering",
                {
                    "fi": "Mittaamme nopeudet kahden viikon ajan ja päätämme sitten, millainen "
                    "hidaste auttaa.",
                    "sv": "Vi mäter hastigheten i två veckor och beslutar sedan vilket "
                    "farthinder som hjälper.",
                    "en": "We are measuring speeds for two weeks and will then decide which kind "
                    "of bump helps.",
                },
            ),
        ),
    ),
    Idea(
        key="harrastusbussi",
        day=19,
        by="asukas",
        theme="liikkuminen",
        area="myllylampi",
        supports=29,
        title="Harrastusbussi kylistä keskustaan",
        text="""\
Meidän kylästä viimeinen bussi keskustaan lähtee klo 15.40. Se tarkoittaa, että lapsi harrastaa \
vain, jos vanhemmalla on auto ja aikaa. Meillä on kolme lasta, kolme harrastusta ja yksi auto.

Voisiko illalla ajaa yksi pikkubussi kierroksen Myllylampi–Lehtosalo–keskusta ja takaisin? \
Vaikka vain tiistaisin ja torstaisin.""",
        then=(
            Assigned(23, "hyvinvointi", 60),
            Answered(
                57,
                "accepted",
                "hyvinvointi",
                {
                    "fi": "Kiitos Aino, kuvasit ongelman niin, että sitä ei voinut ohittaa. "
                    "Harrastusbussi ajaa tiistaisin ja torstaisin {from:1} alkaen: Myllylampi "
                    "16.30, Lehtosalo 16.45, keskusta 17.00, paluu 20.15. Kyyti maksaa alle "
                    "18-vuotiaalta euron. Kokeilu kestää kevään. Jos kyydissä on keskimäärin "
                    "kahdeksan matkustajaa, bussi jatkaa.",
                    "sv": "Tack Aino, du beskrev problemet så att det inte gick att gå förbi. "
                    "Hobbybussen kör på tisdagar och torsdagar {from:1}: Kvarnträsk 16.30, "
                    "Lundsala 16.45, centrum 17.00, tillbaka 20.15. Resan kostar en euro för den "
                    "som är under 18. Försöket pågår hela våren. Om bussen i medeltal har åtta "
                    "passagerare får den fortsätta.",
                    "en": "Thank you, Aino: you described the problem so that nobody could pass "
                    "it by. The hobby bus runs on Tuesdays and Thursdays {from:1}: Myllylampi "
                    "4.30 pm, Lehtosalo 4.45, town centre 5.00, back at 8.15. It costs one euro "
                    "for under-18s. The trial lasts all spring. If eight people ride on average, "
                    "the bus stays.",
                },
            ),
        ),
    ),
    Idea(
        key="terveysasema-auki",
        day=22,
        by="sirpa",
        theme="arki",
        area="keskusta",
        supports=30,
        title="Terveysaseman laboratorio takaisin aamuksi",
        text="""\
Verikokeeseen pitää nyt mennä paastoamatta tai ajaa 42 kilometriä, koska labra aukeaa vasta \
kymmeneltä. Työssäkäyvälle mahdotonta. Aukioloaika 7–9 edes kahtena aamuna viikossa.""",
        then=(
            Answered(
                31,
                "passed_on",
                "hyvinvointi",
                {
                    "fi": "Terveysaseman aukioloajoista ei päätä kaupunki vaan hyvinvointialue. "
                    "Lähetimme ideasi hyvinvointialueen palvelupäällikölle ja pyysimme vastausta "
                    "{day:+45} mennessä. Kun vastaus tulee, julkaisemme sen tässä. Voit ottaa "
                    "yhteyttä suoraan myös hyvinvointialueen asiakaspalveluun.",
                    "sv": "Det är inte staden utan välfärdsområdet som beslutar om "
                    "hälsostationens öppettider. Vi har skickat din idé till välfärdsområdets "
                    "servicechef och bett om svar senast {day:+45}. När svaret kommer publicerar "
                    "vi det här. Du kan också kontakta välfärdsområdets kundtjänst direkt.",
                    "en": "Opening hours of the health centre are decided by the wellbeing "
                    "services county, not by the city. We sent your idea to the county's service "
                    "manager and asked for a reply by {day:+45}. When it comes, we will publish "
                    "it here. You may also contact the county's customer service directly.",
                },
                passed_on_to={
                    "fi": "Hyvinvointialue",
                    "sv": "Välfärdsområdet",
                    "en": "The wellbeing services county",
                },
            ),
        ),
    ),
    Idea(
        key="lisaa-parkkipaikkoja",
        day=24,
        by="pentti",
        theme="liikkuminen",
        area="keskusta",
        supports=2,
        title="Lisää parkkipaikkoja torille",
        text="Torin laidalle mahtuisi kymmenen autoa jos pyörätelineet siirrettäis. "
        "Pitkäaikaispysäköijät muualle.",
        then=(Withdrawn(28),),
    ),
    Idea(
        key="kesakahvila-asemalle",
        day=30,
        by="anni",
        theme="arki",
        area="keskusta",
        supports=14,
        title="Kahvila vanhalle asemalle",
        text="""\
Asema on kaunis ja tyhjä. Kesäkahvilan vois antaa lukiolaisten pyöritettäväksi: he oppis \
yrittämistä ja muut sais pullaa.""",
    ),
    Idea(
        key="bussipysakki-katos",
        day=38,
        by="oskari",
        theme="liikkuminen",
        area="kaivosmaki",
        supports=9,
        title="Katos Kaivosmäen bussipysäkille",
        text="""\
Pysäkillä tuulee järveltä suoraan kaulukseen. Kolme seinää ja katto, kiitos. Penkki ois \
luksusta. Ja roskis, ettei muovimukit lennä ojaan.""",
    ),
    Idea(
        key="suojatie-torille",
        day=45,
        by="biret",
        theme="liikkuminen",
        area="keskusta",
        supports=11,
        title="Äänimajakka torin suojatielle",
        text="""\
Isäni on sokea. Torin suojatiellä ei ole äänimerkkiä, eikä reunakivestä tunnista mistä suojatie \
alkaa. Hän odottaa aina, että joku sattuu kulkemaan samaan aikaan. Yksi laite muuttaisi hänen \
päivänsä.""",
        then=(
            Assigned(48, "kaupunkirakenne", 96),
            Answered(
                65,
                "accepted",
                "kadut",
                {
                    "fi": "Kiitos, että kerroit. Tilasimme torin suojatielle äänimajakan, ja "
                    "reunakiveen tulee uritettu laatta, jonka keppi tunnistaa. Asennamme "
                    "molemmat {day:+42} mennessä. Käymme vammaisneuvoston kanssa läpi myös muut "
                    "keskustan suojatiet.",
                    "sv": "Tack för att du berättade. Vi har beställt en ljudfyr till "
                    "övergångsstället vid torget, och vid kantstenen läggs en räfflad platta som "
                    "käppen känner. Båda är på plats senast {day:+42}. Tillsammans med rådet för "
                    "personer med funktionsnedsättning går vi också igenom de andra "
                    "övergångsställena i centrum.",
                    "en": "Thank you for telling us. We have ordered an acoustic signal for the "
                    "crossing by the square, and a ridged slab that a cane can feel will be laid "
                    "at the kerb. Both will be in place no later than {day:+42}. With the "
                    "disability council we will also go through the other crossings in the "
                    "centre.",
                },
            ),
        ),
    ),
    Idea(
        key="cykelstallning",
        day=50,
        by="frida",
        language="sv",
        theme="liikkuminen",
        area="keskusta",
        supports=6,
        title="Cykelställning vid bussen",
        text="""\
Jag cyklar till bussen men har ingenstans att låsa cykeln. En ställning där man kan låsa ramen, \
inte bara framhjulet!""",
        then=(
            Answered(
                58,
                "accepted",
                "kadut",
                {
                    "fi": "Hyvä tarkennus, runko on se osa, jonka varas haluaa. Asemakaaren "
                    "pysäkille tulee kahdeksan runkolukittavaa pyörätelinettä {by:4}.",
                    "sv": "Bra påpekat: det är ramen som tjuven vill åt. Vid hållplatsen på "
                    "Stationsbågen ställer vi åtta cykelställ där ramen går att låsa, {by:4}.",
                    "en": "Good point: the frame is what a thief wants. Eight stands that let "
                    "you lock the frame will be placed at the Asemakaari stop {by:4}.",
                },
            ),
        ),
    ),
    Idea(
        key="winter-benches",
        day=63,
        by="kadri",
        language="en",
        theme="liikkuminen",
        area="rantakyla",
        supports=4,
        title="Grit the stairs to the shore",
        text="""\
The wooden stairs from the bus stop to the shore are like glass in winter. Last year I came down \
sitting. A box of grit and a small shovel at the top would do, people will use it themselves.""",
        then=(
            Answered(
                70,
                "accepted",
                "kadut",
                {
                    "fi": "Kiitos, ja toivottavasti takapuoli on kunnossa! Viemme portaiden "
                    "yläpäähän hiekkalaatikon ja pienen lapion tällä viikolla. Samalla "
                    "karhennamme kolme alinta askelmaa.",
                    "sv": "Tack, och hoppas att baken mår bra! Vi ställer en sandlåda och en "
                    "liten spade högst uppe vid trappan den här veckan. Samtidigt ruggar vi upp "
                    "de tre nedersta stegen.",
                    "en": "Thank you, and we hope the landing was soft! This week we will put a "
                    "box of grit and a small shovel at the top of the stairs, and roughen the "
                    "three lowest steps.",
                },
            ),
            Moved(
                76,
                "done",
                {
                    "fi": "Laatikko ja lapio ovat paikallaan.",
                    "sv": "Lådan och spaden är på plats.",
                    "en": "The box and the shovel are in place.",
                },
            ),
        ),
    ),
    Idea(
        key="tavaroiden-lainaamo",
        day=71,
        by="kaisu",
        theme="arki",
        area="koululaakso",
        supports=7,
        title="Porakone lainaan, ei laatikkoon",
        text="""\
Porakonetta käytetään keskimäärin vartti vuodessa. Kirjaston eteiseen kaappi, josta voi lainata \
poran, painepesurin, retkikeittimen ja pöytätuoleja juhliin.""",
        then=(Assigned(75, "hyvinvointi", 108),),
    ),
    Idea(
        key="laiturille-valo",
        day=81,
        by="reino",
        theme="liikkuminen",
        area="pohjasaari",
        supports=1,
        title="Valo lossirantaan",
        text="Lossirannassa ei näe iltasella kädenmittaa. Lamppu joka syttyy kun auto tulee "
        "riittää.",
    ),
)
