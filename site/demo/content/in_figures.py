"""A page that shows what editors can build: participation in Kuparila, told in every way."""

from typing import Any

SLUG = "osallisuus-kuparilassa"
TITLE = {
    "fi": "Osallisuus Kuparilassa",
    "sv": "Delaktighet i Kuparila",
    "en": "Taking part in Kuparila",
}
LEAD = {
    "fi": "Mitä viime vuonna kysyttiin, mitä vastattiin ja mitä seuraavaksi tapahtuu.",
    "sv": "Vad som frågades i fjol, vad svaret blev och vad som händer härnäst.",
    "en": "What was asked last year, what was answered, and what happens next.",
}

FILM = {
    "fi": "Penkit tulevat rantareitille",
    "sv": "Bänkarna kommer till strandstigen",
    "en": "The benches come to the shore path",
}
CAPTIONS = {
    "fi": "Aurinko nousee järven ylle. Rannalle tulee neljä penkkiä.",
    "sv": "Solen går upp över sjön. Fyra bänkar kommer till stranden.",
    "en": "The sun rises over the lake. Four benches come to the shore.",
}

#: Words of the blocks, by language.
WORDS: dict[str, dict[str, Any]] = {
    "fi": {
        "intro": "Vuonna 2025 kuparilalaiset lähettivät 118 ideaa. Jokaiseen vastattiin.",
        "numbers": [
            ("118", "", "ideaa"),
            ("99", "%", "vastattu ajoissa"),
            ("31", "", "tehty"),
        ],
        "source": "Osallisuusraportti 2025",
        "table": "Ideat ja vastaukset vuosittain",
        "columns": ("Vuosi", "Ideoita", "Vastattu"),
        "steps": [
            (-300, "", "Ideoita kerättiin", "Kirjastossa, kouluilla ja näillä sivuilla."),
            (-120, "", "Kaupunki vastasi", ""),
            (200, "ensi kesänä", "Penkit ja valot asennetaan", "Rantareitti on silloin kiinni."),
        ],
        "quote": ("Soitin, ja ideani luettiin minulle ääneen. Se tuntui hyvältä.", "Soittaja, 84"),
        "question": ("Mistä luvut ovat?", "Palvelu laskee ne itse. Nimiä niissä ei ole."),
        "pictures": ("Kuvia vuodesta", "Työpaja kirjastossa", "Bändikämppä"),
        "files": ("Lataa luvut", "Ideat ja vastaukset 2021–2025"),
        "people": "Kysy meiltä",
        "open": "Tähän voit vaikuttaa nyt",
        "latest": "Uusimmat ideat",
        "answered": "Vastatut ideat",
        "top": "Kannatetuimmat: puistot ja harrastukset",
        "action": ("Puuttuuko jotain?", "Kerro ideasi"),
    },
    "sv": {
        "intro": "År 2025 skickade Kuparilaborna 118 idéer. Alla fick svar.",
        "numbers": [
            ("118", "", "idéer"),
            ("99", "%", "fick svar i tid"),
            ("31", "", "blev av"),
        ],
        "source": "Delaktighetsrapporten 2025",
        "table": "Idéer och svar per år",
        "columns": ("År", "Idéer", "Besvarade"),
        "steps": [
            (-300, "", "Idéer samlades in", "På biblioteket, i skolorna och på de här sidorna."),
            (-120, "", "Staden svarade", ""),
            (200, "nästa sommar", "Bänkar och ljus monteras", "Strandstigen är då stängd."),
        ],
        "quote": (
            "Jag ringde, och min idé lästes upp för mig. Det kändes bra.",
            "Uppringare, 84",
        ),
        "question": ("Var kommer talen från?", "Tjänsten räknar dem själv. De har inga namn."),
        "pictures": ("Bilder från året", "Verkstad på biblioteket", "Replokalen"),
        "files": ("Ladda ner talen", "Idéer och svar 2021–2025"),
        "people": "Fråga oss",
        "open": "Det här kan du påverka nu",
        "latest": "De senaste idéerna",
        "answered": "Besvarade idéer",
        "top": "Mest stöd: parker och fritid",
        "action": ("Saknas något?", "Berätta din idé"),
    },
    "en": {
        "intro": "In 2025 the people of Kuparila sent 118 ideas. Every one was answered.",
        "numbers": [("118", "", "ideas"), ("99", "%", "answered in time"), ("31", "", "came true")],
        "source": "The participation report 2025",
        "table": "Ideas and answers by year",
        "columns": ("Year", "Ideas", "Answered"),
        "steps": [
            (-300, "", "Ideas were collected", "In the library, at schools and on these pages."),
            (-120, "", "The city answered", ""),
            (200, "next summer", "Benches and lights are put up", "The shore path is closed then."),
        ],
        "quote": ("I called, and they read my idea aloud to me. It felt good.", "A caller, 84"),
        "question": (
            "Where do the numbers come from?",
            "The service counts them, no names.",
        ),
        "pictures": ("Pictures of the year", "A workshop in the library", "The band room"),
        "files": ("Download the numbers", "Ideas and answers 2021–2025"),
        "people": "Ask us",
        "open": "You can influence this now",
        "latest": "Latest ideas",
        "answered": "Answered ideas",
        "top": "Most supported: parks and hobbies",
        "action": ("Is something missing?", "Tell your idea"),
    },
}
ROWS = (("2021", "54", "51"), ("2022", "72", "70"), ("2023", "81", "81"), ("2024", "96", "96"),
        ("2025", "118", "117"))  # fmt: skip
ALT = {
    "table": {
        "fi": "Kahdeksan ihmistä pöydän ympärillä ylhäältä katsottuna",
        "sv": "Åtta personer runt ett bord sett uppifrån",
        "en": "Eight people around a table seen from above",
    },
    "drums": {
        "fi": "Rummut tiiliseinän edessä",
        "sv": "Trummor framför en tegelvägg",
        "en": "Drums in front of a brick wall",
    },
}
