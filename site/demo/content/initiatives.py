"""The page of formal initiatives, and two initiatives on it."""

PAGE: dict[str, dict[str, str]] = {
    "title": {"fi": "Kuntalaisaloitteet", "sv": "Invånarinitiativ", "en": "Residents' initiatives"},
    "intro": {
        "fi": """
Kuntalaisaloite on virallinen pyyntö: kunta ottaa sen vastaan kirjaamossa ja kertoo sinulle, mitä \
sen vuoksi tehtiin. **Ideataulun kannatus ei ole allekirjoitus.**
""",
        "sv": """
Ett invånarinitiativ är en formell begäran: kommunen tar emot det på registratorskontoret och \
berättar för dig vad som har gjorts. **Ett stöd på en idétavla är inte en underskrift.**
""",
        "en": """
A resident's initiative is a formal request: the municipality takes it at the registry and tells \
you what was done because of it. **A support on an idea board is not a signature.**
""",
    },
    "rules": {
        "fi": """
- Aloitteen saavat tehdä asukkaat iästä riippumatta, palvelujen käyttäjät, yhdistykset ja yritykset.
- Voit jättää aloitteen heti tai kerätä sille ensin allekirjoituksia.
- Kirjaamo kirjaa, mistä päivästä aloite on vireillä. Kaikki vaiheet näkyvät aloitteen sivulla.
- Ilman nettiä: vie kirje kaupungintalon kirjaamoon tai soita 000 123 4500.
""",
        "sv": """
- Invånare i alla åldrar, serviceanvändare, föreningar och företag får göra initiativ.
- Du kan lämna in initiativet genast eller först samla underskrifter.
- Registratorskontoret antecknar när initiativet blev anhängigt. Alla skeden syns på dess sida.
- Utan nät: för ett brev till registratorskontoret i stadshuset eller ring 000 123 4500.
""",
        "en": """
- Residents of any age, users of services, associations and companies may make an initiative.
- You can deliver it at once or gather signatures first.
- The registry records the day from which it is pending. Every step is on the initiative's page.
- Without the web: bring a letter to the registry at the town hall or call 000 123 4500.
""",
    },
}
REGISTRY: dict[str, str] = {
    "fi": "Kaupungintalon kirjaamo, Torikatu 1, puhelin 000 123 4500.",
    "sv": "Registratorskontoret i stadshuset, Torikatu 1, telefon 000 123 4500.",
    "en": "The registry at the town hall, Torikatu 1, telephone 000 123 4500.",
}
SOURCE: dict[str, str] = {
    "fi": "väestötietojen kuntatilasto",
    "sv": "kommunstatistiken över befolkningen",
    "en": "the municipal population statistics",
}

#: Gathers: half of what is needed.
TRAIL = {
    "title": "Valaistus Kaivoskukkulan latupohjalle",
    "text": """Pyydämme, että kunta valaisee Kaivoskukkulan kolmen kilometrin latupohjan.

Talvella on pimeää jo kello neljältä. Koululaiset, vuorotyöläiset ja ikäihmiset eivät uskalla \
lähteä ladulle iltaisin, ja lähin valaistu latu on kolmenkymmenen kilometrin päässä.

- pylväät ovat paikoillaan jo ensimmäisen kilometrin matkalla
- valot voi sammuttaa kello 21
- kesällä sama reitti palvelee lenkkeilijöitä""",
}
#: Delivered by an association, answered.
BUS_STOP = {
    "title": "Katos Lehtosalon koulukyydin pysäkille",
    "organisation": "Lehtosalon kyläyhdistys",
    "text": """Pyydämme katosta Lehtosalon koulukyydin pysäkille.

Pysäkiltä lähtee joka aamu neljätoista lasta. Tuulisella aukealla ei ole mitään suojaa sateelta. \
Kylä rakentaa katoksen talkoilla, jos kunta antaa luvan, puutavaran ja pohjan.""",
}
TAKEN_UP: dict[str, str] = {
    "fi": "Tekninen lautakunta otti aloitteen käsiteltäväksi ja pyysi kustannusarvion.",
    "sv": "Tekniska nämnden tog upp initiativet till behandling och begärde en kostnadskalkyl.",
    "en": "The technical committee took the initiative up and asked for an estimate of the cost.",
}
ANSWER: dict[str, str] = {
    "fi": """Lautakunta hyväksyi aloitteen. Kunta tekee pohjan ja hankkii puutavaran, kyläyhdistys \
rakentaa katoksen talkoilla. Katos on valmis {by:5}.""",
    "sv": """Nämnden godkände initiativet. Kommunen gör grunden och skaffar virket, byföreningen \
bygger skyddet på talko. Det är klart {by:5}.""",
    "en": """The committee accepted the initiative. The municipality lays the base and buys the \
timber, the village association builds the shelter together. It will be ready {by:5}.""",
}
ROLE: dict[str, str] = {
    "fi": "Tekninen lautakunta",
    "sv": "Tekniska nämnden",
    "en": "Technical committee",
}
