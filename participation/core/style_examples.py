"""What `/style/` shows: for each element its states, as (what it is, arguments)."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from django import forms
from django.utils.safestring import mark_safe

LONG_WORD = "Kuntalaiskeskustelutilaisuus"


class SampleForm(forms.Form):
    """One field of each kind; drawn unsent and, with EMPTY sent, with its errors."""

    title = forms.CharField(
        label="Otsikko", max_length=80, help_text="Lyhyesti, mistä ideassa on kyse."
    )
    text = forms.CharField(
        label="Kerro ideasi",
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mitä pitäisi tehdä, missä ja miksi?",
    )
    area = forms.ChoiceField(
        label="Alue", choices=[("", "Valitse alue"), ("k", "Keskusta"), ("j", "Järvikylä")]
    )
    theme = forms.ChoiceField(
        label="Aihe",
        widget=forms.RadioSelect,
        choices=[("p", "Puistot ja leikkipaikat"), ("h", "Harrastukset"), ("l", "Liikkuminen")],
    )
    ages = forms.MultipleChoiceField(
        label="Keitä asia koskee?",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[("c", "Lapset"), ("y", "Nuoret"), ("o", "Ikäihmiset")],
    )
    day = forms.DateField(
        label="Päivä", required=False, widget=forms.DateInput(attrs={"type": "date"})
    )
    picture = forms.FileField(
        label="Kuva", required=False, help_text="JPEG tai PNG, enintään 8 Mt."
    )
    rules = forms.BooleanField(label="Olen lukenut keskustelun säännöt")


FORM = SampleForm(auto_id="sample_%s")
SENT = SampleForm({"title": "Lisää penkkejä rantapolulle"}, auto_id="sent_%s")

PHASES = [
    {"title": "Ideoita asukkailta", "dates": "1.9.–30.9.2026", "state": "past", "href": "#phase"},
    {"title": "Työpajat", "dates": "5.10.–6.11.2026", "state": "past"},
    {
        "title": "Luonnos kommentoitavana",
        "dates": "9.11.–4.12.2026",
        "state": "here",
        "text": "Lue luonnos ja kerro, mitä siitä puuttuu.",
        "href": "#phase",
    },
    {"title": "Päätös valtuustossa", "dates": "14.12.2026", "state": "coming"},
    {"title": "Seuranta", "dates": "vuosi 2027", "state": "coming"},
]
STEPS = [
    {"title": "Lähetetty", "date": "ti 1.9.2026", "icon": "send", "state": "done"},
    {
        "title": "Saanut 134 kannatusta",
        "date": "la 3.10.2026",
        "icon": "heart",
        "state": "done",
        "text": "Kaupunki lupasi vastata, kun kannatuksia on sata.",
    },
    {
        "title": "Vastuuhenkilö nimetty",
        "date": "ke 7.10.2026",
        "icon": "user-round",
        "state": "here",
        "text": "Kaupunkirakennepalvelut vastaa pe 30.10.2026 mennessä.",
    },
    {"title": "Kaupungin vastaus", "icon": "landmark", "state": "coming"},
]
FILTERS = mark_safe(
    '<p><label for="filter-area">Alue</label><select id="filter-area" name="area">'
    "<option>Kaikki alueet</option><option>Järvikylä</option></select></p>"
    '<p><label for="filter-q">Hae</label><input id="filter-q" name="q" type="text"></p>'
)
ROWS = mark_safe(
    '<thead><tr><th scope="col">Avustus</th><th scope="col" class="r-table__number">Euroa</th>'
    '<th scope="col">Hakijoita</th></tr></thead><tbody>'
    '<tr><th scope="row">Yleisavustukset</th><td class="r-table__number" data-label="Euroa">'
    '26 550</td><td data-label="Hakijoita">41</td></tr>'
    '<tr><th scope="row">Kolmivuotiset sopimukset</th><td class="r-table__number"'
    ' data-label="Euroa">7 800</td><td data-label="Hakijoita">8</td></tr></tbody>'
)
ANSWER = mark_safe(
    "<p>Kiitos ideasta. Rantapolulle tulee kuusi uutta penkkiä ensi keväänä.</p>"
    "<p>Kaksi niistä on korkeita ja käsinojallisia, koska moni kannattaja toivoi niitä.</p>"
)
BUTTONS: list[tuple[str, dict[str, Any]]] = [
    ("primary", {"label": "Kerro idea", "href": "#b", "kind": "primary", "icon": "lightbulb"}),
    ("primary, large", {"label": "Lähetä idea", "kind": "primary", "size": "large"}),
    ("secondary", {"label": "Lue lisää", "href": "#b", "kind": "secondary"}),
    ("plain", {"label": "Tallenna luonnos", "type": "button"}),
    ("quiet", {"label": "Peruuta", "href": "#b", "kind": "quiet"}),
    ("danger", {"label": "Poista idea", "kind": "danger", "icon": "trash-2"}),
    ("small", {"label": "Oma sivu", "href": "#b", "size": "small", "icon": "user-round"}),
    ("disabled", {"label": "Lähetä", "kind": "primary", "disabled": True}),
    ("wide", {"label": "Näytä kaikki ideat", "kind": "secondary", "wide": True, "type": "button"}),
]

EXAMPLES: dict[str, list[tuple[str, dict[str, Any]]]] = {
    "answer": [
        (
            "signed by role",
            {
                "body": ANSWER,
                "date": "ma 26.10.2026 klo 9.15",
                "date_iso": "2026-10-26T09:15:00+02:00",
                "name": "Puistovastaava",
                "role": "Kaupunkirakennepalvelut, Kuparilan kunta",
                "level": 4,
            },
        )
    ],
    "avatar": [
        ("role", {"name": "Nuoriso-ohjaaja", "role": "Hyvinvointipalvelut", "tone": "pine"}),
        ("initials", {"name": "Aino V.", "initials": "AV", "tone": "copper"}),
        ("icon", {"name": "Asukas", "role": "Järvikylä"}),
    ],
    "breadcrumbs": [
        (
            "path",
            {
                "crumbs": [{"label": "Etusivu", "href": "#"}, {"label": "Osallistu", "href": "#"}],
                "current": "Puistot ja harrastukset",
            },
        )
    ],
    "button": BUTTONS,
    "card": [
        (
            "link",
            {
                "title": "Frisbeegolfrata Kaivoskukkulalle",
                "href": "#card",
                "text": "Vanhan kaivoksen mäki on tyhjillään. Radan voisi tehdä talkoilla.",
                "meta": [
                    {"icon": "map-pin", "label": "Keskusta"},
                    {"icon": "heart", "label": "57 kannatusta"},
                ],
                "level": 4,
            },
        ),
        ("tone", {"title": LONG_WORD, "text": "To 26.11. klo 18", "tone": "pine", "level": 4}),
        ("quiet", {"title": "Ei linkkiä", "text": "Vain tietoa.", "tone": "quiet", "level": 4}),
    ],
    "chip": [
        ("plain", {"label": "Puistot", "icon": "tag", "tone": "plain"}),
        ("pine", {"label": "Toteutetaan", "icon": "sprout", "tone": "pine"}),
        ("copper", {"label": "Kerää kannatusta", "icon": "heart", "tone": "copper"}),
        ("lake", {"label": "Kaupunki vastaa", "icon": "landmark", "tone": "lake"}),
        ("sun", {"label": "Sulkeutuu huomenna", "icon": "hourglass", "tone": "sun"}),
        ("danger", {"label": "Piilotettu", "icon": "eye-off", "tone": "danger"}),
        ("neutral", {"label": "Siirretty", "icon": "forward"}),
        ("link", {"label": "Järvikylä", "icon": "map-pin", "tone": "lake", "href": "#chip"}),
    ],
    "connection": [("live", {"state": "live"}), ("delayed", {"state": "delayed"}), ("off", {})],
    "demo_banner": [("banner", {"text": "Kuparila on keksitty kunta.", "label": "Malli"})],
    "disclosure": [
        ("closed", {"title": "Näin osallistut puhelimella", "body": "Soita numeroon 0100 100."}),
        ("open", {"title": "Näin osallistut paperilla", "body": "Kirjastossa.", "open": True}),
    ],
    "dates": [
        (
            "coming",
            {
                "dates": [
                    {
                        "page": {"title": "Puistot ja harrastukset", "url": "#dates"},
                        "at": datetime(2026, 12, 14, 14, tzinfo=UTC),
                        "what": "Sulkeutuu",
                    }
                ]
            },
        )
    ],
    "empty": [
        (
            "first step",
            {
                "title": "Täällä ei ole vielä ideoita",
                "text": "Ole ensimmäinen. Lyhytkin idea riittää.",
                "href": "#empty",
                "label": "Kerro idea",
                "level": 4,
            },
        )
    ],
    "error_summary": [("errors", {"form": SENT})],
    "facts": [
        (
            "facts",
            {
                "facts": [
                    {"label": "Lähetetty", "value": "ti 1.9.2026 klo 17.30"},
                    {"label": "Alue", "value": "Järvikylä", "href": "#facts"},
                ]
            },
        )
    ],
    "field": [
        *((f"{name}", {"field": FORM[name]}) for name in FORM.fields),
        ("choices as cards", {"field": SampleForm(auto_id="cards_%s")["theme"], "cards": True}),
        *((f"{name}, refused", {"field": SENT[name]}) for name in ("text", "area", "theme")),
        ("checkbox, refused", {"field": SENT["rules"]}),
    ],
    "figure": [
        ("number", {"number": "134", "label": "ideaa asukkailta"}),
        ("unit", {"number": "92", "unit": "%", "label": "sai vastauksen ajoissa"}),
        ("note", {"number": "17", "label": "toteutettu", "note": "vuonna 2026"}),
        ("before", {"before": "yli", "number": "150", "label": "osallistujaa"}),
    ],
    "filters": [("filters", {"body": FILTERS, "action": "#", "active": 2, "clear_href": "#"})],
    "form_fields": [("a whole form", {"form": SampleForm(auto_id="whole_%s")})],
    "hero": [("hero", {"title": "Mitä Kuparilassa pitäisi tehdä?", "lead": "Kerro se tässä."})],
    "language_switch": [
        (
            "three",
            {
                "languages": [
                    {"code": "fi", "name": "Suomi", "href": "#", "current": True},
                    {"code": "sv", "name": "Svenska", "href": "#"},
                    {"code": "en", "name": "English", "href": "#", "missing": "only in Finnish"},
                ],
                "label": "Kielen valinnan malli",
            },
        )
    ],
    "link_list": [
        (
            "links",
            {
                "links": [
                    {"label": "Keskustelun säännöt", "href": "#", "note": "Luet ne minuutissa"},
                    {"label": "Tietosuoja", "href": "#", "icon": "shield-check"},
                ]
            },
        )
    ],
    "milestone": [
        (
            "words",
            {
                "date": "ma 5.10.2026",
                "date_iso": "2026-10-05",
                "title": "Penkit tilattiin",
                "text": "Kuusi penkkiä, kaksi niistä selkänojalla.",
            },
        ),
    ],
    "notice": [
        ("info", {"title": "Kierros avautuu maanantaina", "text": "Ma 30.11. klo 8."}),
        ("success", {"kind": "success", "title": "Kiitos!", "text": "Ideasi on nyt taululla."}),
        ("warning", {"kind": "warning", "text": "Kierros sulkeutuu huomenna klo 16."}),
        ("error", {"kind": "error", "title": "Ei onnistunut", "text": "Kierros on sulkeutunut."}),
    ],
    "pagination": [
        ("keyset", {"previous_href": "#", "next_href": "#"}),
        ("more", {"next_href": "#", "more": True, "label": "Lisää ideoita"}),
    ],
    "progress": [
        (
            "progress",
            {
                "label": "Kannatuksia",
                "value": 57,
                "most": 100,
                "shown": "57 / 100",
                "note": "Kun kannatuksia on sata, kaupunki vastaa.",
                "id": "sample-progress",
            },
        )
    ],
    "quote": [("quote", {"text": "Enemmän kukkia ja eläimiä.", "by": "Lapsiparlamentti, 6 v."})],
    "search_box": [("search", {"action": "#", "value": "penkit", "id": "sample-search"})],
    "search_hit": [
        (
            "found",
            {
                "hit": {
                    "kind": "Idea",
                    "title": "Lisää penkkejä rantaan",
                    "href": "#",
                    "text": "Rannalla ei ole paikkaa istua…",
                    "details": ("Ideoita puistoihin", "Käsittelyssä"),
                },
            },
        )
    ],
    "section_head": [
        ("head", {"title": "Vastattu", "href": "#", "link_label": "Kaikki vastaukset", "level": 4})
    ],
    "steps": [("an idea's way", {"steps": STEPS})],
    "support_button": [
        ("idle", {"note": "Rantapolun penkit"}),
        ("pressed", {"pressed": True}),
        ("refused", {"reason": "Kierros on sulkeutunut. Kannatuksesi ei muutu."}),
        ("as a link", {"href": "#support"}),
    ],
    "table": [("figures", {"caption": "Avustukset 2026", "body": ROWS, "stack": True})],
    "tabs": [
        (
            "orders",
            {
                "label": "Järjestys",
                "tabs": [
                    {"label": "Uusimmat", "href": "#", "current": True, "count": 61},
                    {"label": "Eniten kannatetut", "href": "#"},
                ],
            },
        )
    ],
    "time_left": [
        ("far", {"text": "Avoinna 14 päivää"}),
        ("soon", {"text": "Sulkeutuu huomenna", "soon": True}),
        ("over", {"text": "Sulkeutui pe 20.11.", "over": True}),
    ],
    "timeline": [("you are here", {"phases": PHASES, "label": "Hyvinvointisuunnitelman vaiheet"})],
    "toast": [("toast", {"text": "Kannatuksesi on tallessa."})],
    "votes": [("one", {"count": 1}), ("many", {"count": 57})],
}
