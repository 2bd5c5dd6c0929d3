"""Pages that the law wants: the privacy notice and the rules of discussion."""

PRIVACY = {
    "slug": "tietosuoja",
    "title": {"fi": "Tietosuojaseloste", "sv": "Dataskyddsbeskrivning", "en": "Privacy notice"},
    "lead": {
        "fi": "Tässä kerrotaan, mitä tietoja sinusta kerätään, miksi ja kuinka kauan.",
        "sv": "Här berättar vi vilka uppgifter vi samlar in om dig, varför och hur länge vi "
        "sparar dem.",
        "en": "This tells what data about you is collected, why, and how long it is kept.",
    },
    "body": {
        "fi": """
## Kuka tiedoista vastaa?

Rekisterinpitäjä on Kuparilan kaupunki, Torikatu 1. Kysymyksiin vastaa tietosuojavastaava: \
[tietosuoja@example.org](mailto:tietosuoja@example.org), puhelin 000 123 4500.

## Miksi tietoja kerätään?

Kuntalain mukaan asukkailla on oikeus osallistua ja vaikuttaa. Käsittelemme tietoja tämän \
julkisen tehtävän hoitamiseksi (EU:n yleinen tietosuoja-asetus, 6 artiklan 1 kohdan e alakohta; \
kuntalaki 410/2015, 22 §). Suostumusta ei siksi kysytä. Henkilötunnusta emme kerää.

## Mitä muut näkevät?

Muut näkevät vain valitsemasi nimen ja sen, mitä itse kirjoitat. Sähköpostiosoitteesi ja se, \
mitä ideoita kannatat, eivät näy muille.

## Kenelle tietoja annetaan?

Tietoja ei myydä eikä anneta mainostajille. Ne säilytetään EU:ssa. Kaupungin saamat ideat ovat \
viranomaisen asiakirjoja, joten niitä voi pyytää nähtäväksi julkisuuslain mukaan. Jos ideasi \
kuuluu toiselle viranomaiselle, lähetämme sille idean tekstin, emme yhteystietojasi.

## Mitä laitteesi muistaa?

Sivusto tallentaa laitteellesi vain sen, mitä kirjautumiseen ja luonnosten säilyttämiseen \
tarvitaan. Kävijöitä ei seurata.
""",
        "sv": """
## Vem ansvarar för uppgifterna?

Personuppgiftsansvarig är Kuparila stad, Torggatan 1. Frågor besvaras av dataskyddsombudet: \
[tietosuoja@example.org](mailto:tietosuoja@example.org), telefon 000 123 4500.

## Varför samlar vi in uppgifter?

Enligt kommunallagen har invånarna rätt att delta och påverka. Vi behandlar uppgifterna för att \
sköta den här offentliga uppgiften (EU:s allmänna dataskyddsförordning, artikel 6.1 e; \
kommunallagen 410/2015, 22 §). Därför frågar vi inte efter samtycke. Vi samlar inte in \
personbeteckningar.

## Vad ser andra?

Andra ser bara det namn du har valt och det du själv skriver. Din e-postadress och vilka idéer \
du stöder visas inte för andra.

## Vem får uppgifterna?

Uppgifterna säljs inte och ges inte till annonsörer. De förvaras inom EU. Idéer som staden har \
fått är myndighetshandlingar, och man kan be att få se dem enligt offentlighetslagen. Om din idé \
hör till en annan myndighet skickar vi dit idéns text, inte dina kontaktuppgifter.

## Vad minns din enhet?

Webbplatsen sparar på din enhet bara det som behövs för inloggningen och för att spara utkast. \
Vi följer inte upp besökare.
""",
        "en": """
## Who is responsible?

The controller is the City of Kuparila, Torikatu 1. Questions are answered by the data \
protection officer: [tietosuoja@example.org](mailto:tietosuoja@example.org), phone 000 123 4500.

## Why is data collected?

Under the Municipal Act residents have the right to take part and have a say. We process data to \
carry out this public task (EU General Data Protection Regulation, Article 6(1)(e); Municipal \
Act 410/2015, section 22). That is why we do not ask for consent. We do not collect personal \
identity codes.

## What do others see?

Others see only the name you chose and what you write. Your e-mail address and which ideas you \
support are not shown to them.

## Who receives data?

Data is not sold or given to advertisers. It is kept within the EU. Ideas that the city receives \
are an authority's documents, and anyone may ask to see them under the Act on the Openness of \
Government Activities. If your idea belongs to another authority, we send them the text of the \
idea, not your contact details.

## What does your device remember?

The site stores on your device only what is needed for signing in and for keeping your drafts. \
Visitors are not tracked.
""",
    },
    "rights": {
        "fi": """
Voit pyytää nähtäväksi tietosi, korjata ne tai pyytää, että ne poistetaan. Osa tiedoista on \
säilytettävä lain vuoksi; silloin kerromme siitä ja irrotamme nimesi tekstistä.

Lähetä pyyntö osoitteeseen [tietosuoja@example.org](mailto:tietosuoja@example.org). Vastaamme \
kuukauden kuluessa. Jos olet tyytymätön, voit valittaa tietosuojavaltuutetulle, \
[tietosuoja.fi](https://tietosuoja.fi).
""",
        "sv": """
Du kan begära att få se dina uppgifter, rätta dem eller be oss ta bort dem. En del uppgifter \
måste sparas enligt lag; då berättar vi det för dig och kopplar loss ditt namn från texten.

Skicka din begäran till [tietosuoja@example.org](mailto:tietosuoja@example.org). Vi svarar inom \
en månad. Om du inte är nöjd kan du klaga hos dataombudsmannen, \
[tietosuoja.fi](https://tietosuoja.fi/sv).
""",
        "en": """
You can ask to see your data, correct it, or ask us to erase it. Some data must be kept by law; \
if so, we will tell you and remove your name from the text.

Send your request to [tietosuoja@example.org](mailto:tietosuoja@example.org). We reply within a \
month. If you are not satisfied, you can complain to the Data Protection Ombudsman, \
[tietosuoja.fi](https://tietosuoja.fi/en).
""",
    },
}

RULES = {
    "slug": "keskustelun-saannot",
    "title": {
        "fi": "Keskustelun säännöt",
        "sv": "Regler för diskussionen",
        "en": "Rules of discussion",
    },
    "lead": {
        "fi": "Näillä säännöillä jokainen uskaltaa sanoa mielipiteensä.",
        "sv": "Med de här reglerna vågar alla säga vad de tycker.",
        "en": "With these rules everybody dares to say what they think.",
    },
    "body": {
        "fi": """
## Kirjoita näin

- **Puhu asiasta, älä ihmisestä.** Kritiikki on tervetullutta, loukkaaminen ei.
- **Jätä muiden nimet pois.** Älä kerro kenenkään yksityisasioista, terveydestä tai osoitteesta. \
Oman nimesi saat kertoa, jos haluat.
- **Kirjoita omin sanoin** ja kerro, mistä tiedät.
- **Yksi idea kerrallaan.** Silloin siihen on helppo vastata.
- **Muista, että lapsetkin lukevat.**

## Tätä emme julkaise

Piilotamme viestin, joka kiihottaa vihaan, uhkaa, kertoo toisen yksityisasioita, mainostaa, \
rikkoo lakia tai ei liity aiheeseen. Poliittisesta mielipiteestä emme piilota mitään.

## Mitä piilottamisesta seuraa?

Viestin paikalla lukee, miksi se piilotettiin. Kirjoittaja näkee oman tekstinsä ja voi \
kirjoittaa asian uudelleen sääntöjen mukaan. Jos olet eri mieltä, pyydä uutta arviota: \
[viestinta@example.org](mailto:viestinta@example.org). Toinen työntekijä arvioi asian ja vastaa \
viiden arkipäivän kuluessa.

## Jos olet huolissasi

Jos joku on hengenvaarassa, soita **112**. Kriisipuhelin päivystää joka päivä numerossa 09 2525 \
0111.
""",
        "sv": """
## Skriv så här

- **Tala om saken, inte om personen.** Kritik är välkommen, kränkningar är det inte.
- **Lämna bort andras namn.** Berätta inte om någons privatliv, hälsa eller adress. Ditt eget \
namn får du berätta om du vill.
- **Skriv med egna ord** och berätta hur du vet det.
- **En idé i taget.** Då är den lätt att svara på.
- **Kom ihåg att också barn läser.**

## Det här publicerar vi inte

Vi döljer meddelanden som hetsar till hat, hotar, avslöjar någons privata saker, gör reklam, \
bryter mot lagen eller inte hör till ämnet. Vi döljer ingenting på grund av en politisk åsikt.

## Vad händer när något döljs?

På meddelandets plats står varför det doldes. Den som skrev ser sin egen text och kan skriva om \
saken enligt reglerna. Om du är av annan åsikt, begär en ny bedömning: \
[viestinta@example.org](mailto:viestinta@example.org). En annan anställd bedömer saken och \
svarar inom fem vardagar.

## Om du är orolig

Ring **112** om någon är i livsfara. Kristelefonen svarar på svenska på numret 09 2525 0112.
""",
        "en": """
## How to write

- **Talk about the matter, not the person.** Criticism is welcome, insults are not.
- **Leave out other people's names.** Do not tell about anyone's private life, health or \
address. You may tell your own name if you like.
- **Use your own words**, and say how you know.
- **One idea at a time.** That makes it easy to answer.
- **Remember that children read this, too.**

## What we do not publish

We hide messages that stir up hatred, threaten, reveal someone's private matters, advertise, \
break the law or are off topic. Nothing is ever hidden for a political opinion.

## What happens when something is hidden?

A note in its place tells why. Its author still sees the text and can write it again within the \
rules. If you disagree, ask for a new review: \
[viestinta@example.org](mailto:viestinta@example.org). Another member of staff will look at it \
and reply within five working days.

## If you are worried

If somebody's life is in danger, call **112**. You find a crisis helpline in many languages at \
[mieli.fi](https://mieli.fi/en).
""",
    },
}
