"""How to take part, and the same in easy language."""

HOW = {
    "slug": "nain-osallistut",
    "title": {"fi": "Näin osallistut", "sv": "Så här deltar du", "en": "How to take part"},
    "lead": {
        "fi": "Voit osallistua netissä, puhelimessa, paperilla tai paikan päällä. Kaikki tavat "
        "ovat yhtä arvokkaita.",
        "sv": "Du kan delta på nätet, per telefon, på papper eller på plats. Alla sätt är lika "
        "mycket värda.",
        "en": "You can take part on the web, by phone, on paper or in person. All ways count the "
        "same.",
    },
    "body": {
        "fi": """
## Netissä

Lukea voit ilman tunnuksia. Kun lähetät idean tai kannatat muiden ideaa, pyydämme kirjautumaan. \
Tunnuksen saat sähköpostiosoitteella parissa minuutissa. Valitset itse nimen, joka muille näkyy.

[[Ideakierros on auki | Kerro ideasi -> puistot-ja-harrastukset]]

## Puhelimessa

Soita **000 123 4500** arkisin klo 9–15. Kuuntelemme, kirjoitamme ideasi muistiin ja luemme sen \
sinulle ääneen ennen kuin julkaisemme sen.

## Paperilla

Lomakkeita on kirjastossa, terveysaseman aulassa ja kylätaloilla. Pudota lomake kirjaston \
keltaiseen laatikkoon. Kirjoitamme idean näille sivuille parin arkipäivän kuluessa.

## Paikan päällä

Kirjaston infotiskillä autetaan ma–pe klo 10–18. Saat lainata tabletin, ja henkilökunta neuvoo \
alkuun. Tulkin voi pyytää viikkoa ennen.

## Kysymyksiä ja vastauksia

?? Tarvitseeko minun asua Kuparilassa?
Ei. Myös loma-asukas, Kuparilassa työssä tai koulussa käyvä ja tänne muuttoa miettivä saa \
ehdottaa.

?? Minkä ikäinen voi osallistua?
Oman tunnuksen voi tehdä 13 vuotta täyttänyt. Pienempien ideat kirjaa aikuinen, ja tekijäksi \
merkitään ryhmä tai luokka.

?? Mitä jos asia ei kuulu kaupungille?
Silloin viemme sen sille, joka siitä päättää, esimerkiksi hyvinvointialueelle tai valtion \
tienpitäjälle. Idean sivulla näkyy, minne se meni ja milloin.

?? Onko kannatus sama kuin aloitteen allekirjoitus?
Ei ole. Kannatus kertoo, että idea on hyvä. Kuntalaisaloite on virallinen asiakirja. Jos sen on \
allekirjoittanut kaksi prosenttia asukkaista, Kuparilassa 134 ihmistä, se on käsiteltävä kuuden \
kuukauden kuluessa.

?? Voinko poistaa ideani?
Voit perua sen, kunnes kaupunki on vastannut. Teksti poistuu heti, ja tilalla lukee, että tekijä \
perui idean.
""",
        "sv": """
## På nätet

Du kan läsa utan att logga in. När du skickar en idé eller stöder någon annans ber vi dig logga \
in. Ett konto får du med din e-postadress på ett par minuter. Du väljer själv det namn som visas \
för andra.

[[Idéomgången är öppen | Berätta din idé -> puistot-ja-harrastukset]]

## Per telefon

Ring **000 123 4500** vardagar kl. 9–15. Vi lyssnar, skriver ner din idé och läser upp den för \
dig innan vi publicerar den.

## På papper

Blanketter finns på biblioteket, i hälsostationens aula och i byahusen. Lägg blanketten i den \
gula lådan på biblioteket. Vi skriver in din idé här inom ett par vardagar.

## På plats

I bibliotekets infodisk får du hjälp må–fre kl. 10–18. Du får låna en pekplatta, och personalen \
hjälper dig i gång. Be om tolk en vecka i förväg.

## Frågor och svar

?? Måste jag bo i Kuparila?
Nej. Också fritidsinvånare, de som arbetar eller studerar här och den som funderar på att flytta \
hit får föreslå.

?? Hur gammal ska man vara?
Ett eget konto kan den skaffa som har fyllt 13 år. Yngre barns idéer skrivs in av en vuxen, och \
som avsändare anges gruppen eller klassen.

?? Vad händer om saken inte hör till staden?
Då för vi den vidare till den som beslutar, till exempel välfärdsområdet eller statens \
väghållare. På idéns sida står vart den gick och när.

?? Är ett stöd samma sak som en underskrift?
Nej. Ett stöd säger att idén är bra. Ett invånarinitiativ är en officiell handling. Om två \
procent av invånarna har undertecknat det, i Kuparila 134 personer, ska det behandlas inom sex \
månader.

?? Kan jag ta bort min idé?
Du kan ta tillbaka den tills staden har svarat. Texten försvinner genast, och i stället står det \
att avsändaren tog tillbaka idén.
""",
        "en": """
## On the web

You can read without an account. When you send an idea or support someone else's, we ask you to \
sign in. An e-mail address is all you need for an account, and it takes a couple of minutes. You \
choose the name that others see.

[[The ideas round is open | Tell your idea -> puistot-ja-harrastukset]]

## By phone

Call **000 123 4500** on weekdays from 9 am to 3 pm. We listen, write your idea down and read it \
back to you before it is published.

## On paper

Forms are available in the library, in the lobby of the health centre and in the village halls. \
Drop yours in the yellow box at the library. We will put your idea on these pages within a \
couple of working days.

## In person

The library's information desk helps you Monday to Friday, 10 am to 6 pm. You can borrow a \
tablet, and staff will get you started. Ask for an interpreter a week ahead.

## Questions and answers

?? Do I have to live in Kuparila?
No. Holiday residents, people who work or study here and those thinking of moving may suggest \
ideas, too.

?? How old do I have to be?
You can have an account of your own from the age of 13. Younger children's ideas are entered by \
an adult, and the author is the group or class.

?? What if the matter is not the city's?
Then we take it to those who decide, for example the wellbeing services county or the state road \
authority. The idea's page tells where it went and when.

?? Is a support the same as signing an initiative?
No. A support says that the idea is good. A residents' initiative is an official document. Once \
two per cent of residents have signed it, in Kuparila 134 people, it must be dealt with within \
six months.

?? Can I remove my idea?
You can withdraw it until the city has answered. The text disappears at once, and a note says \
that its author withdrew the idea.
""",
    },
    "contact": {
        "role": {
            "fi": "Osallisuuskoordinaattori",
            "sv": "Delaktighetskoordinator",
            "en": "Participation coordinator",
        },
        "picture": "osallisuus",
        "alt": {
            "fi": "Piirroskuva hymyilevästä osallisuuskoordinaattorista",
            "sv": "Tecknad bild av en leende delaktighetskoordinator",
            "en": "Drawing of the smiling participation coordinator",
        },
        "phone": "000 123 4500",
        "email": "viestinta@example.org",
    },
}

EASY = {
    "slug": "selkokieli",
    "title": {
        "fi": "Vaikuta selkokielellä",
        "sv": "Påverka på lätt språk",
        "en": "Easy language: have your say",
    },
    "lead": {
        "fi": "Tällä sivulla kerrotaan selkokielellä, miten voit vaikuttaa Kuparilassa.",
        "sv": "På den här sidan berättar vi på lätt språk hur du kan påverka i Kuparila.",
        "en": "This page tells in easy language how you can have your say in Kuparila.",
    },
    "body": {
        "fi": """
## Mitä on osallisuus?

Osallisuus on vaikea sana. Se tarkoittaa kolmea asiaa:

- Sinä kuulut joukkoon.
- Sinua kuunnellaan.
- Sinä voit vaikuttaa.

## Mikä on idea?

Idea on ehdotus. Kerrot, mitä kaupungissa pitäisi tehdä.

Idea voi olla pieni. Esimerkiksi: puistoon tarvitaan penkki.

## Miten kerron ideani?

- Kirjoita idea näille sivuille.
- Tai soita numeroon **000 123 4500**.
- Tai mene kirjastoon. Kirjastossa joku auttaa sinua.

## Mitä ideoille tapahtuu?

Muut ihmiset lukevat idean. Jos idea on heistä hyvä, he kannattavat sitä.

Kaupungin työntekijä lukee idean. Sitten hän kirjoittaa vastauksen. Vastaus voi olla kyllä, \
osittain tai ei.

Jos vastaus on ei, työntekijä kertoo syyn.

## Milloin saan vastauksen?

Idean sivulla on päivä. Sinä päivänä vastaus on viimeistään valmis.

[[Lue, mitä muut ehdottavat | Katso ideoita -> puistot-ja-harrastukset]]
""",
        "sv": """
## Vad är delaktighet?

Delaktighet är ett svårt ord. Det betyder tre saker:

- Du hör till.
- Någon lyssnar på dig.
- Du kan påverka.

## Vad är en idé?

En idé är ett förslag. Du berättar vad staden borde göra.

En idé kan vara liten. Till exempel: parken behöver en bänk.

## Hur berättar jag min idé?

- Skriv idén på de här sidorna.
- Eller ring numret **000 123 4500**.
- Eller gå till biblioteket. Där får du hjälp.

## Vad händer med idén?

Andra människor läser idén. Om de tycker att idén är bra stöder de den.

En person som arbetar på staden läser idén. Sedan skriver personen ett svar. Svaret kan vara ja, \
delvis eller nej.

Om svaret är nej, berättar personen varför.

## När får jag svar?

På idéns sida finns ett datum. Senast den dagen är svaret klart.

[[Läs vad andra föreslår | Se på idéerna -> puistot-ja-harrastukset]]
""",
        "en": """
## What is participation?

Participation is a difficult word. It means three things:

- You belong.
- Somebody listens to you.
- You can change things.

## What is an idea?

An idea is a suggestion. You tell what the city should do.

An idea can be small. For example: the park needs a bench.

## How do I tell my idea?

- Write your idea on these pages.
- Or call **000 123 4500**.
- Or go to the library. Somebody there will help you.

## What happens to my idea?

Other people read your idea. If they think it is good, they support it.

A person who works for the city reads your idea. Then that person writes an answer. The answer \
can be yes, partly or no.

If the answer is no, the person tells why.

## When do I get an answer?

There is a date on the idea's page. The answer is ready on that day at the latest.

[[Read what others suggest | Look at the ideas -> puistot-ja-harrastukset]]
""",
    },
}
