"""What lies on the staff's desk: prepared answers, a note, views, two ideas of others."""

from typing import Any

#: By the idea's key: not published yet, so only staff read them.
PREPARED: dict[str, dict[str, Any]] = {
    "utegym": {
        "outcome": "accepted",
        "role": "liikunta",
        "is_ready": True,
        "text": {
            "fi": """\
Ulkokuntosali rantaan tulee. Hankimme tasapainopuomin, kaidelliset portaat ja jalkapyörän, jotka \
sopivat myös heikommalle tasapainolle. Paikka on Rantapolun varrella, penkin vieressä, ja järvi \
näkyy jokaiselta laitteelta.""",
            "sv": """\
Utegymmet vid stranden blir av. Vi skaffar en balansbom, trappor med räcke och en bencykel som \
passar också för den som har sämre balans. Platsen ligger vid strandstigen, intill bänken, och \
sjön syns från varje redskap.""",
            "en": """\
The outdoor gym by the shore will be built. We are getting a balance beam, steps with a railing \
and a leg cycle that also suit people with poorer balance. It stands along the shore path, beside \
the bench, with the lake in view from each of them.""",
        },
    },
    "tavaroiden-lainaamo": {
        "outcome": "partly",
        "role": "kirjasto",
        "is_ready": False,
        "text": {
            "fi": """\
Kirjaston eteiseen tulee lainauskaappi, josta saa poran, työkalusarjan ja retkikeittimen. \
Painepesuria emme ota: sen huoltoon ei ole tekijää.""",
        },
    },
}

NOTE = (
    "tavaroiden-lainaamo",
    """\
Kirjastosta soitettiin: kaappi mahtuu eteiseen, jos lehtihylly siirretään. Ruotsinkielinen vastaus \
vielä puuttuu, Hanna lupasi katsoa.""",
)

VIEWS = (
    ("Maanantain kierros", "waiting=unowned"),
    ("Valmiit julkaistavaksi", "waiting=ready"),
    ("Puistojen odottavat", "waiting=unanswered&theme=puistot"),
)

#: Entered by communications in the person's own words.
ENTERED = (
    {
        "key": "kuparila-paperilta-penkit",
        "channel": "paper",
        "days_ago": 9,
        "received_before": 3,
        "shown_name": "Elma, 84",
        "title": "Penkki apteekin ja kirkon väliin",
        "text": """\
Mäki on sama kuin ennenkin, mutta minä en ole. Puolivälissä pitäisi saada istahtaa hetkeksi. \
Selkänoja ja käsinojat, kiitos.""",
        "theme": "puistot",
    },
    {
        "key": "kuparila-kyla-illasta-laavu",
        "channel": "event",
        "days_ago": 6,
        "received_before": 1,
        "shown_name": "Kyläillan väki",
        "title": "Laavulle polttopuut koko talveksi",
        "text": """\
Kyläillassa moni sanoi samaa: laavu on hyvä, mutta puut loppuvat marraskuussa. Me kyllä pilkomme, \
jos kaupunki tuo rangat pihaan.""",
        "theme": "puistot",
    },
)
