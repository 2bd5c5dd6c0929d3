"""Easy-language versions of three pages, by slug and language: title and text."""

Easy = dict[str, tuple[str, str]]

HOW: Easy = {
    "fi": (
        "Näin voit osallistua",
        """
## Netissä

Lue ensin, mitä muut ehdottavat. Siihen et tarvitse tunnusta.

Kirjoita sitten oma idea. Silloin sinun pitää kirjautua.

## Puhelimessa

Soita numeroon **000 123 4500**. Kirjoitamme idean puolestasi.

## Paperilla

Hae lomake kirjastosta. Kirjoita idea. Jätä lomake keltaiseen laatikkoon.
""",
    ),
    "sv": (
        "Så här kan du delta",
        """
## På nätet

Läs först vad andra föreslår. Du behöver inget konto för det.

Skriv sedan din egen idé. Då behöver du logga in.

## Per telefon

Ring numret **000 123 4500**. Vi skriver idén åt dig.

## På papper

Hämta en blankett på biblioteket. Skriv din idé. Lägg blanketten i den gula lådan.
""",
    ),
    "en": (
        "How you can take part",
        """
## On the web

First read what others suggest. You need no account for that.

Then write your own idea. For that you need to sign in.

## By phone

Call **000 123 4500**. We write your idea for you.

## On paper

Get a form from the library. Write your idea. Put the form into the yellow box.
""",
    ),
}

PARKS: Easy = {
    "fi": (
        "Ideoita puistoihin ja harrastuksiin",
        """
Kaupungilla on rahaa puistoihin ja harrastuksiin. Kerro, mihin raha pitäisi käyttää.

## Mitä voin tehdä?

- Kerro oma idea.
- Lue muiden ideoita.
- Kannata hyvää ideaa. Paina sydäntä.

## Mitä sitten tapahtuu?

Kaupungin työntekijä lukee jokaisen idean. Hän kirjoittaa vastauksen.

Vastaus voi olla kyllä, osittain tai ei.
""",
    ),
    "sv": (
        "Idéer för parker och fritid",
        """
Staden har pengar för parker och fritid. Berätta vad pengarna ska användas till.

## Vad kan jag göra?

- Berätta din egen idé.
- Läs andras idéer.
- Stöd en bra idé. Tryck på hjärtat.

## Vad händer sedan?

En person som arbetar på staden läser varje idé. Personen skriver ett svar.

Svaret kan vara ja, delvis eller nej.
""",
    ),
    "en": (
        "Ideas for parks and hobbies",
        """
The city has money for parks and hobbies. Tell us how to use the money.

## What can I do?

- Tell your own idea.
- Read the ideas of others.
- Support a good idea. Press the heart.

## What happens then?

A person who works for the city reads every idea. That person writes an answer.

The answer can be yes, partly or no.
""",
    ),
}

PLAN: Easy = {
    "fi": (
        "Suunnitelma hyvästä arjesta",
        """
Kaupunki tekee suunnitelman. Suunnitelma kertoo, miten ihmiset voivat täällä hyvin.

## Mitä nyt tapahtuu?

Neuvostot ja asukkaat kertovat ideoita. Neuvosto on ryhmä, joka puhuu esimerkiksi vanhojen \
ihmisten puolesta.

## Mitä voin tehdä?

Kerro, mikä tekisi arjesta paremman. Idea voi olla pieni.

## Milloin suunnitelma on valmis?

Ensin suunnitelmaa tehdään pienissä ryhmissä. Sitten siitä päättää valtuusto.
""",
    ),
    "sv": (
        "En plan för en god vardag",
        """
Staden gör en plan. Planen berättar hur människor ska må bra här.

## Vad händer nu?

Råden och invånarna berättar idéer. Ett råd är en grupp som till exempel talar för äldre \
människor.

## Vad kan jag göra?

Berätta vad som skulle göra vardagen bättre. Idén kan vara liten.

## När är planen klar?

Först arbetar små grupper med planen. Sedan beslutar fullmäktige om den.
""",
    ),
    "en": (
        "A plan for a good everyday life",
        """
The city is making a plan. The plan tells how people can live well here.

## What happens now?

Councils and residents tell their ideas. A council is a group that speaks for older people, \
for example.

## What can I do?

Tell us what would make everyday life better. Your idea can be small.

## When is the plan ready?

First small groups work on the plan. Then the town council decides.
""",
    ),
}

EASY: dict[str, Easy] = {
    "nain-osallistut": HOW,
    "puistot-ja-harrastukset": PARKS,
    "hyvinvointisuunnitelma": PLAN,
}
