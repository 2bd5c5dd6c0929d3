"""A large town, made in bulk: `python -m tests.bench.town FOLDER [--small]`, `--depth`, `--check`.

This is the one place that writes past the actions, because ten thousand ideas with
forty thousand supports would take the actions an hour. What the actions promise
holds all the same, and `check()` compares it: counters equal rows, rights used equal
supports given, nobody supports their own idea.
"""

import json
import os
import random
import sys
from datetime import datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import django

IDEAS, RESIDENTS, EARLIER = 10_000, 2_000, 2_000
SMALL, LARGE = 1_000, 100_000
PASTE = 5_000
#: Of the first resident who is signed in.
PASSWORD = "osallistu-2026"
#: Seven of ten ideas wait; the rest has gone some way.
STATES = ["received"] * 4 + ["considering"] * 3 + ["accepted", "declined", "done"]
WHERE = ("Rantakylän", "Koivumäen", "keskustan", "Lehtisaaren", "aseman", "Kaivoksen", "Männikön")
WHAT = (
    ("penkit rantareitille", "Rantareitillä ei ole yhtään penkkiä, ja matka on monelle pitkä."),
    ("valot pulkkamäkeen", "Talvella on pimeää jo neljältä, ja mäki jää silloin tyhjäksi."),
    ("koirapuistoon aita", "Aita kaatui syysmyrskyssä. **Nyt koirat juoksevat ajotielle.**"),
    ("suojatie koululle", "Lapset ylittävät tien mutkassa, jossa autot ajavat liian lujaa."),
    (
        "yhteinen kasvimaa",
        "Joutomaalla kasvaa nokkosta.\n\n- laatikoita\n- vesipiste\n- kompostori",
    ),
    ("skeittipaikka nuorille", "Nuorilla ei ole iltaisin paikkaa, jossa olla sateella."),
    ("uimalaituri kuntoon", "Laiturin portaista puuttuu kaksi askelmaa, ja kaide heiluu."),
    ("kirjastoauto iltaisin", "Auto käy, kun olemme töissä. Yksi ilta viikossa riittäisi."),
    ("latu lampunvalossa", "Valaistu kolmen kilometrin lenkki saisi meidät liikkeelle talvella."),
    ("leikkipuiston keinut", "Keinut vietiin korjattaviksi keväällä, eikä niitä ole näkynyt."),
)
MORE = (
    "Asiasta on puhuttu pitkään kylätoimikunnassa, ja moni on valmis auttamaan talkoissa.",
    "Kustannus ei ole suuri, jos työ tehdään samalla kun katu muutenkin kaivetaan auki.",
    "Naapurikunnassa tehtiin sama kaksi vuotta sitten, ja sitä on kiitelty.",
    "Iäkkäille ja lastenvaunujen kanssa kulkeville tästä olisi eniten apua.",
)
dice = random.Random(2026)


def pages() -> dict[str, Any]:
    """A site in three languages with a menu and legal pages; the boards' pages by name."""
    from wagtail.models import Locale, Page, Site

    from home.models import (
        AccessibilityPage,
        ContentPage,
        HomePage,
        NewsIndexPage,
        PrivacyPage,
        RulesPage,
    )
    from participation.ideas.models import IdeaBoardPage

    Site.objects.all().delete()
    for page in Page.objects.filter(depth=2):
        page.specific.delete()
    for code in ("fi", "sv", "en"):
        Locale.objects.get_or_create(language_code=code)
    home = Page.objects.get(depth=1).add_child(
        instance=HomePage(
            title="Kuparila osallistuu",
            slug="kuparila",
            locale=Locale.objects.get(language_code="fi"),
            lead="Kerro, mitä toivot. Kaupunki vastaa jokaiseen ideaan.",
            contact="<p>Soita 000 123 4500.</p>",
        )
    )
    Site.objects.create(
        hostname="localhost", root_page=home, is_default_site=True, site_name="Kuparila"
    )
    for page in (
        ContentPage(title="Näin osallistut", slug="nain", show_in_menus=True),
        NewsIndexPage(title="Uutiset", slug="uutiset", show_in_menus=True),
        PrivacyPage(title="Tietosuoja", slug="tietosuoja"),
        RulesPage(title="Säännöt", slug="saannot"),
        AccessibilityPage(title="Saavutettavuus", slug="saavutettavuus"),
    ):
        home.add_child(instance=page)
    boards = {}
    for name, title in (("ideat", "Puistot ja harrastukset"), ("pieni", "Tuhat ideaa"),
                        ("suuri", "Satatuhatta ideaa")):  # fmt: skip
        boards[name] = home.add_child(
            instance=IdeaBoardPage(
                title=title,
                slug=name,
                show_in_menus=name == "ideat",
                intro="<p>Mitä puuttuu puistosta, rannasta tai kotikylästä?</p>",
                rules="<p>Jokainen saa ehdottaa, ja jokainen idea saa vastauksen.</p>",
            )
        )
    for code in ("sv", "en"):
        for page in (home, boards["ideat"]):
            copy = page.copy_for_translation(Locale.objects.get(language_code=code)).specific
            copy.save_revision().publish()
    return boards


def labels() -> tuple[list[Any], list[Any]]:
    from participation.core.models import Area, Theme

    names = (
        "Puistot",
        "Liikunta",
        "Liikenne",
        "Kulttuuri",
        "Lapset",
        "Nuoret",
        "Luonto",
        "Palvelut",
    )
    themes = [
        Theme.objects.create(slug=name.lower(), name={"fi": name, "sv": name, "en": name})
        for name in names
    ]
    town = Area.objects.create(slug="kuparila", name={"fi": "Kuparila"})
    areas = [
        Area.objects.create(
            slug=f"alue-{n}", name={"fi": name, "sv": name, "en": name}, parent=town
        )
        for n, name in enumerate(("Keskusta", "Rantakylä", "Koivumäki", "Lehtisaari", "Kaivos"))
    ]
    return themes, areas


def residents(count: int, prefix: str) -> list[Any]:
    """Users with verified addresses and their persons, a month old: new ones may do less."""
    from allauth.account.models import EmailAddress
    from django.contrib.auth import get_user_model
    from django.contrib.auth.hashers import make_password

    from participation.core import clock
    from participation.core.models import Person

    user_model, joined = get_user_model(), clock.now() - timedelta(days=30)
    users = user_model.objects.bulk_create(
        [
            user_model(
                email=f"{prefix}{number}@example.org",
                password=make_password(None),
                date_joined=joined,
            )
            for number in range(count)
        ]
    )
    EmailAddress.objects.bulk_create(
        [EmailAddress(user=u, email=u.email, primary=True, verified=True) for u in users]
    )
    return Person.objects.bulk_create(
        [Person(user=u, display_name=f"Asukas {n}") for n, u in enumerate(users)]
    )


def wanted_supports(rank: int, residents: int) -> int:
    """A few ideas are known to all, most to a handful: as in every open round."""
    return min(residents, int(1_500 / (rank + 1) ** 0.8))


def ideas(component: Any, count: int, authors: list[Any], themes: list, areas: list,
          supports: list[int]) -> list[Any]:  # fmt: skip
    """`count` ideas of the last year, each with its first step and its number of supports."""
    from participation.core import clock
    from participation.ideas.models import Idea, Step

    last = clock.now() - timedelta(minutes=5)
    between = timedelta(days=365) / count
    counts = list(islice(cycle(supports), count))
    dice.shuffle(counts)
    made: list[Any] = []
    for start in range(0, count, PASTE):
        rows = []
        for number in range(start, min(count, start + PASTE)):
            what, why = WHAT[number % len(WHAT)]
            author = authors[number % len(authors)]
            rows.append(
                Idea(
                    component=component,
                    title=f"{WHERE[number % len(WHERE)].capitalize()} {what} {number + 1}",
                    text="\n\n".join([why, *dice.sample(MORE, 1 + number % 4)]),
                    language="fi",
                    theme=themes[number % len(themes)] if number % 5 else None,
                    area=areas[number % len(areas)] if number % 3 else None,
                    author=author,
                    author_name=author.display_name,
                    state=STATES[number % len(STATES)],
                    support_count=counts[number],
                    shuffle=dice.randrange(2**31),
                    created_at=last - between * (count - number),
                )
            )
        made += Idea.objects.bulk_create(rows)
        Step.objects.bulk_create(
            [Step(idea=i, state="received", at=i.created_at) for i in rows]
            + [Step(idea=i, state=i.state, at=i.created_at + timedelta(days=3))
               for i in rows if i.state != "received"]
        )  # fmt: skip
    return made


def supports_of(ideas: list[Any], people: list[Any], component: Any, now: datetime) -> None:
    """A row for each support that a counter tells, and the rights that they used."""
    from participation.core.models import Right
    from participation.ideas.actions.sending import SUPPORT_RIGHT
    from participation.ideas.models import Support

    used = dict.fromkeys((person.pk for person in people), 0)
    rows: list[Support] = []
    for idea in ideas:
        others = [person for person in people if person.pk != idea.author_id]
        for person in dice.sample(others, idea.support_count):
            used[person.pk] += 1
            rows.append(Support(idea=idea, person=person, at=now))
    Support.objects.bulk_create(rows, batch_size=PASTE)
    Right.objects.bulk_create(
        [
            Right(component=component, person_id=person, act=SUPPORT_RIGHT, used=count)
            for person, count in used.items()
            if count
        ]
    )


def sessions(people: list[Any]) -> list[dict[str, Any]]:
    """A session row for each, as signing in leaves it; their cookies."""
    from allauth.usersessions.models import UserSession
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore
    from django.contrib.sessions.models import Session
    from django.utils.crypto import get_random_string

    from participation.core import clock

    store, rows, told, found = SessionStore(), [], [], []
    until = clock.now() + timedelta(days=14)
    for person in people:
        key, token = get_random_string(32), get_random_string(32)
        content = {
            SESSION_KEY: str(person.user_id),
            BACKEND_SESSION_KEY: settings.AUTHENTICATION_BACKENDS[0],
            HASH_SESSION_KEY: person.user.get_session_auth_hash(),
        }
        rows.append(Session(session_key=key, session_data=store.encode(content), expire_date=until))
        told.append(UserSession(user=person.user, session_key=key, ip="127.0.0.1", user_agent=""))
        cookies = {
            settings.SESSION_COOKIE_NAME: key,
            settings.CSRF_COOKIE_NAME: token,
            "signed_in": "1",
        }
        found.append({"user": person.user.email, "cookies": cookies, "csrf": token})
    Session.objects.bulk_create(rows, batch_size=PASTE)
    UserSession.objects.bulk_create(told, batch_size=PASTE)
    return found


def build(home: Path, many: int = IDEAS, people: int = RESIDENTS, before: int = EARLIER) -> None:
    """The board of ten thousand, its people and their cookies."""
    from participation.core import clock

    boards = pages()
    themes, areas = labels()
    earlier = residents(before, "vanha")
    component = boards["ideat"].component
    counts = [wanted_supports(rank, before - 1) for rank in range(many)]
    rows = ideas(component, many, earlier, themes, areas, counts)
    supports_of(rows, earlier, component, clock.now())
    signed_in = residents(people, "asukas")
    # Before the sessions: they are bound to the password.
    signed_in[0].user.set_password(PASSWORD)
    signed_in[0].user.save()
    (home / "sessions.json").write_text(json.dumps(sessions(signed_in)))
    tidy_statistics()


def build_depth() -> None:
    """A thousand and a hundred thousand ideas without supports, to compare orders and depths.

    Their counters stand at nought, so the order by supports is decided by age alone.
    """
    from participation.core.models import Area, Person, Theme
    from participation.ideas.models import Idea, IdeaBoardPage

    people = list(Person.objects.order_by("pk")[:EARLIER])
    themes, areas = list(Theme.objects.all()), list(Area.objects.exclude(parent=None))
    for slug, count in (("pieni", SMALL), ("suuri", LARGE)):
        component = IdeaBoardPage.objects.get(slug=slug).component
        if Idea.objects.filter(component=component).count() != count:
            Idea.objects.filter(component=component).delete()
            ideas(component, count, people, themes, areas, [0])
    tidy_statistics()


def tidy_statistics() -> None:
    """What autovacuum would do in its own time: plans know how many rows there are."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE")


def check() -> None:
    """AssertionError unless counters equal rows, and rights used equal supports given."""
    from django.db.models import Count, F, Sum

    from participation.core.models import Right
    from participation.ideas.actions.sending import SUPPORT_RIGHT
    from participation.ideas.models import Idea, Support

    wrong = Idea.objects.annotate(rows=Count("supports")).exclude(support_count=F("rows"))
    assert not wrong.exists(), f"{wrong.count()} counters are wrong"
    given = Right.objects.filter(act=SUPPORT_RIGHT).aggregate(used=Sum("used"))["used"]
    assert given == Support.objects.count(), "rights used are not the supports given"
    assert not Support.objects.filter(person=F("idea__author")).exists()


def main(arguments: list[str]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.bench.settings")
    django.setup()
    if "--depth" in arguments:
        build_depth()
    elif "--check" in arguments:
        check()
    elif "--small" in arguments:
        build(Path(arguments[0]), 30, 5, 20)
    else:
        build(Path(arguments[0]))
        check()


if __name__ == "__main__":
    main(sys.argv[1:])
