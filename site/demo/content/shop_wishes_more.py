"""The rest of the children's wishes (the finished round)."""

from ..tale import Answered, Idea, Moved

MORE_WISHES = (
    Idea(
        key="karkkikauppa",
        day=10,
        by="Eskariryhmä Kettuset",
        theme="kaupat",
        area="keskusta",
        supports=19,
        title="Karkkikauppa jossa saa maistaa kaikkea",
        text="Joka päivä olisi karkkipäivä. Paitsi sunnuntaina, silloin olis sipsipäivä.",
        then=(
            Answered(
                41,
                "declined",
                "hyvinvointi",
                {
                    "fi": "Kiitos ehdotuksesta! Tätä emme toteuta. Kaupunki ei voi pitää "
                    "karkkikauppaa, ja hammaslääkäri katsoisi meitä pitkään. Lauantain "
                    "karkkipäivä on silti hyvä päivä, ja jäätelökioski torille tulee.",
                    "sv": "Tack för förslaget! Det här genomför vi inte. Staden kan inte hålla en "
                    "godisbutik, och tandläkaren skulle titta strängt på oss. Lördagen är en bra "
                    "godisdag ändå, och torget får sin glasskiosk.",
                    "en": "Thank you for the idea! We will not do this one. The city cannot keep a "
                    "sweet shop, and the dentist would give us a long look. Saturday is still a "
                    "good day for sweets, and the ice-cream kiosk is coming.",
                },
            ),
        ),
    ),
    Idea(
        key="pyorakorjaamo",
        day=11,
        by="Luokka 5 B",
        theme="kaupat",
        area="koululaakso",
        supports=26,
        title="Kauppa, jossa voi korjata oman pyörän",
        text="""\
Meidän luokalla on ainakin kuudella pyörä rikki. Korjaaminen maksaa ja vanhemmilla ei ole aikaa. \
Olisi kiva paikka, jossa on työkalut ja joku joka näyttää miten ketju laitetaan.""",
        then=(
            Answered(
                42,
                "accepted",
                "nuoriso",
                {
                    "fi": "Tämä on niin hyvä idea, että hankimme työkalut heti. Nuorisotila "
                    "Tornin pihaan tulee pyöränhuoltopiste: pumppu, avaimet ja teline. "
                    "Keskiviikkoisin klo 15–17 paikalla on eläkkeellä oleva pyörämestari, joka "
                    "näyttää, miten ketju laitetaan. Käyttö on ilmaista.",
                    "sv": "Idén är så bra att vi skaffar verktyg genast. På gården vid "
                    "ungdomslokalen Torni kommer en serviceplats för cyklar: pump, nycklar och "
                    "ställning. På onsdagar kl. 15–17 är en pensionerad cykelmästare på plats "
                    "och visar hur man lägger på kedjan. Allt är gratis.",
                    "en": "This is such a good idea that we are buying the tools right away. The "
                    "yard of Torni youth centre gets a bicycle service point: a pump, spanners "
                    "and a stand. On Wednesdays from 3 to 5 pm a retired bicycle repairer shows "
                    "how to put a chain back on. It is free.",
                },
            ),
            Moved(
                72,
                "done",
                {
                    "fi": "Huoltopiste on Tornin pihassa. Ensimmäisenä päivänä korjattiin "
                    "yhdeksän pyörää.",
                    "sv": "Serviceplatsen finns på Tornis gård. Första dagen lagades nio cyklar.",
                    "en": "The service point is in Torni's yard. Nine bicycles were mended on "
                    "day one.",
                },
            ),
        ),
    ),
    Idea(
        key="palikkalainaamo",
        day=12,
        by="Luokka 2 B",
        theme="harrastukset",
        area="keskusta",
        supports=18,
        title="Rakennuspalikoiden lainaamo",
        text="""\
Kirjoista voi lainata mutta miksi palikoita ei voi. Laatikon saisi kotiin kahdeksi viikoksi ja \
sitten se palautetaan. Ohje: älä hukkaa pientä oranssia.""",
        then=(
            Answered(
                43,
                "accepted",
                "kirjasto",
                {
                    "fi": "Miksi ei tosiaan? Kirjasto ostaa kymmenen laatikkoa "
                    "rakennuspalikoita. Ne lainataan kirjastokortilla, laina-aika on kaksi "
                    "viikkoa. Pientä oranssia hankimme varalle kokonaisen purkin.",
                    "sv": "Ja, varför inte? Biblioteket köper tio lådor med byggklossar. De "
                    "lånas med bibliotekskort och lånetiden är två veckor. Av den lilla orange "
                    "klossen köper vi en hel burk i reserv.",
                    "en": "Why not indeed? The library is buying ten boxes of building bricks. You "
                    "borrow them with your library card for two weeks. We are getting a whole jar "
                    "of the small orange one, just in case.",
                },
            ),
            Moved(
                80,
                "done",
                {
                    "fi": "Laatikot ovat lainattavissa. Jonossa on 12 varausta.",
                    "sv": "Lådorna går att låna. I kön finns 12 reservationer.",
                    "en": "The boxes can be borrowed. There are 12 in the queue.",
                },
            ),
        ),
    ),
    Idea(
        key="regnbagar",
        day=16,
        by="Förskolegruppen Blåbären",
        language="sv",
        theme="kaupat",
        area="rantakyla",
        supports=15,
        picture="rainbow",
        picture_alt="Barnteckning: en regnbåge över ett litet hus.",
        title="En butik med bara regnbågar",
        text="""\
Man får köpa en regnbåge och hänga den över sin egen gård. De små kostar en krona och de stora \
är gratis.""",
        then=(
            Answered(
                47,
                "partly",
                "puistot",
                {
                    "fi": "Kiitos, Blåbären! Oikeita sateenkaaria emme osaa tilata, mutta värejä "
                    "osaamme. Maalaamme Rantakylän leikkipuiston asfalttiin sateenkaaren, jonka "
                    "päästä alkaa hyppyruudukko. Saatte tulla maalaamaan kanssamme kesäkuussa.",
                    "sv": "Tack, Blåbären! Riktiga regnbågar kan vi inte beställa, men färger "
                    "kan vi. Vi målar en regnbåge på asfalten i Strandbyns lekpark, och där den "
                    "slutar börjar en hopphage. Kom och måla med oss i juni!",
                    "en": "Thank you, Blåbären! We cannot order real rainbows, but we can order "
                    "paint. We will paint a rainbow on the asphalt of the Rantakylä playground, "
                    "with hopscotch at its end. Come and paint with us in June!",
                },
            ),
            Moved(
                70,
                "done",
                {
                    "fi": "Sateenkaari maalattiin yhdessä Blåbärenin lasten kanssa.",
                    "sv": "Regnbågen målades tillsammans med barnen i Blåbären.",
                    "en": "The rainbow was painted together with the children of Blåbären.",
                },
            ),
        ),
    ),
    Idea(
        key="kukkakauppa",
        day=18,
        by="Päiväkodin Siilit",
        theme="puistot",
        area="keskusta",
        supports=21,
        title="Kukkakauppa, jossa istutetaan itse",
        text="""\
Torille paljon enemmän kukkia. Me tiedetään miten ne istutetaan: eka kuoppa, sitten kukka, \
sitten multa ja sit vettä. Ja leppäkertut pitää saada olla rauhassa.""",
        then=(
            Answered(
                35,
                "accepted",
                "puistot",
                {
                    "fi": "Te osaatte tämän paremmin kuin moni aikuinen. Varaamme Siileille kuusi "
                    "kukkalaatikkoa torin reunalta. Istutamme ne yhdessä kesäkuun ensimmäisellä "
                    "viikolla. Lapiot ja mullan tuomme me. Leppäkertut saavat olla rauhassa.",
                    "sv": "Ni kan det här bättre än många vuxna. Vi reserverar sex blomlådor vid "
                    "kanten av torget för Siilit. Vi planterar dem tillsammans den första veckan "
                    "i juni. Vi tar med spadar och mylla. Nyckelpigorna får vara i fred.",
                    "en": "You know this better than many grown-ups. Six flower boxes at the "
                    "edge of the square are yours. We will plant them together in the first week "
                    "of June. We bring spades and soil. Ladybirds will be left in peace.",
                },
            ),
            Moved(
                51,
                "done",
                {
                    "fi": "Laatikot istutettiin. Siilit kastelevat niitä koko kesän.",
                    "sv": "Lådorna planterades. Siilit vattnar dem hela sommaren.",
                    "en": "The boxes were planted. Siilit will water them all summer.",
                },
            ),
        ),
    ),
    Idea(
        key="hiljainen-kauppa",
        day=22,
        by="Luokka 6 A",
        theme="arki",
        area="keskusta",
        supports=16,
        title="Kauppa jossa on hiljaista",
        text="""\
Kaikki ei tykkää kun kaupassa soi musiikki ja piippaa. Ehdotamme että olisi yksi tunti viikossa \
jolloin kaupassa on hiljaista ja valot vähän himmeämmällä. Se auttais tosi monia.""",
        then=(
            Answered(
                48,
                "passed_on",
                "elinvoima",
                {
                    "fi": "Tämä oli kierroksen huomaavaisin toive. Kaupat päättävät itse "
                    "valoista ja musiikista, joten veimme ehdotuksen yrittäjäyhdistykselle. "
                    "Kaksi ruokakauppaa lupasi kokeilla hiljaista tuntia. Kirjastossa se alkaa "
                    "heti: keskiviikkoisin klo 16–17 valot ovat himmeämmät eikä laitteita "
                    "käytetä.",
                    "sv": "Det här var omgångens mest omtänksamma önskan. Butikerna bestämmer "
                    "själva om ljus och musik, så vi gav förslaget vidare till "
                    "företagarföreningen. Två matbutiker lovade pröva en tyst timme. På "
                    "biblioteket börjar den genast: på onsdagar kl. 16–17 är ljuset dämpat och "
                    "apparaterna avstängda.",
                    "en": "This was the most considerate wish of the round. Shops decide about "
                    "their own lights and music, so we took the idea to the entrepreneurs' "
                    "association. Two grocery shops promised to try a quiet hour. In the library "
                    "it starts at once: Wednesdays from 4 to 5 pm with dimmed lights and no "
                    "machines.",
                },
                passed_on_to={
                    "fi": "Kuparilan yrittäjäyhdistys",
                    "sv": "Kuparila företagarförening",
                    "en": "Kuparila business association",
                },
            ),
        ),
    ),
)
