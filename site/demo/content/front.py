"""The front page and the foot of every page."""

TITLE = {"fi": "Vaikuta Kuparilassa", "sv": "Påverka i Kuparila", "en": "Have your say in Kuparila"}

HEADLINE = {
    "fi": "Kerro ideasi. Kaupunki vastaa.",
    "sv": "Berätta din idé. Staden svarar.",
    "en": "Tell us your idea. The city answers.",
}

LEAD = {
    "fi": "Täällä voit ehdottaa, kannattaa ja seurata, mitä ehdotuksista tuli. Lukea voi ilman "
    "kirjautumista.",
    "sv": "Här kan du föreslå, stödja och följa vad det blev av förslagen. Du kan läsa utan att "
    "logga in.",
    "en": "Here you can suggest, support and follow what became of it. You can read without "
    "signing in.",
}

BODY = {
    "fi": """
## Näin idea etenee

- **Kirjoitat idean.** Muutama lause riittää.
- **Muut kannattavat.** Kannatus kertoo meille, että asia on tärkeä monelle.
- **Idealle nimetään vastuuhenkilö.** Näet sivulta, mihin mennessä hän vastaa.
- **Kaupunki vastaa.** Vastauksessa kerrotaan, mitä tehdään ja milloin, tai miksi ei.

> Pyysin kolmea penkkiä. Neljä tuli. — Rantareitin kävelijä
""",
    "sv": """
## Så här går en idé vidare

- **Du skriver din idé.** Några meningar räcker.
- **Andra ger sitt stöd.** Stödet berättar för oss att saken är viktig för många.
- **Idén får en ansvarig.** Du ser på sidan när svaret ska komma.
- **Staden svarar.** I svaret står vad som görs och när, eller varför det inte görs.

> Jag bad om tre bänkar. Det blev fyra. — En som går längs strandstigen
""",
    "en": """
## How an idea moves on

- **You write your idea.** A few sentences will do.
- **Others support it.** Supports tell us that it matters to many.
- **Someone takes charge.** The page shows by when they will answer.
- **The city answers.** The answer says what will be done and when, or why not.

> I asked for three benches. They brought four. — A walker on the shore path
""",
}

OTHER_WAYS = {
    "fi": """
Soita **000 123 4500** arkisin klo 9–15 tai käy kirjastossa. Kirjoitamme \
ideasi sivuille puolestasi. Paperilomakkeita saat kirjastosta, terveysaseman aulasta ja \
kylätaloilta.

[Kaikki tavat osallistua](page:nain-osallistut) · [Selkokielellä](page:selkokieli)
""",
    "sv": """
Ring **000 123 4500** vardagar kl. 9–15 eller besök biblioteket. Vi \
skriver in din idé åt dig. Pappersblanketter finns på biblioteket, i hälsostationens aula och i \
byahusen.

[Alla sätt att delta](page:nain-osallistut) · [På lätt språk](page:selkokieli)
""",
    "en": """
Call **000 123 4500** on weekdays from 9 am to 3 pm, or visit the library. We \
will enter your idea for you. Paper forms are available in the library, the health centre and \
the village halls.

[All ways to take part](page:nain-osallistut) · [In easy language](page:selkokieli)
""",
}

ABOUT = {
    "fi": "Kuparila on keksitty kaupunki järven rannalla. Ideat, suunnitelmat ja kaupungin "
    "vastaukset ovat täällä kaikkien luettavina.",
    "sv": "Kuparila är en påhittad stad vid en sjö. Här kan alla läsa idéerna, planerna och "
    "stadens svar.",
    "en": "Kuparila is a made-up town by a lake. Ideas, plans and the city's answers are here "
    "for all to read.",
}

CONTACT = {
    "fi": """
**Kuparilan kaupunki, osallisuus**

Torikatu 1, avoinna arkisin klo 9–15

Puhelin 000 123 4500

[viestinta@example.org](mailto:viestinta@example.org)
""",
    "sv": """
**Kuparila stad, delaktighet**

Torggatan 1, öppet vardagar kl. 9–15

Telefon 000 123 4500

[viestinta@example.org](mailto:viestinta@example.org)
""",
    "en": """
**City of Kuparila, participation**

Torikatu 1, open on weekdays from 9 am to 3 pm

Phone 000 123 4500

[viestinta@example.org](mailto:viestinta@example.org)
""",
}

SITE_NAME = "Kuparila"
