"""Who lives and works in Kuparila: the demo accounts and the residents around them."""

from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password

from accounts.models import User
from participation.core import clock
from participation.core.actors import Actor
from participation.core.models import Person, ServiceArea
from participation.core.roles import Role, grant_role

from .cast import PASSWORD


@dataclass(frozen=True)
class Account:
    """Somebody with an account; without `signs_in` nobody knows the password."""

    key: str
    email: str
    name: str
    language: str = "fi"
    signs_in: bool = False
    role: str = ""
    service_area: str = ""
    is_superuser: bool = False


ACCOUNTS = (
    Account("asukas", "asukas@example.org", "Aino K.", signs_in=True),
    Account("nuori", "nuori@example.org", "Eeli", signs_in=True),
    Account(
        "viestinta",
        "viestinta@example.org",
        "Viestinnän Veera",
        signs_in=True,
        role=Role.COMMUNICATIONS,
    ),
    Account(
        "ohjaaja", "ohjaaja@example.org", "Ohjaaja Olli", signs_in=True, role=Role.YOUTH_WORKER
    ),
    Account(
        "palvelualue",
        "palvelualue@example.org",
        "Katu ja puisto Kirsi",
        signs_in=True,
        role=Role.SERVICE_AREA,
        service_area="kaupunkirakenne",
    ),
    Account(
        "moderaattori",
        "moderaattori@example.org",
        "Moderoinnin Mari",
        signs_in=True,
        role=Role.MODERATOR,
    ),
    Account(
        "turva",
        "turva@example.org",
        "Kuraattori Kaisa",
        signs_in=True,
        role=Role.SAFEGUARDING,
    ),
    Account(
        "palvelupiste",
        "palvelupiste@example.org",
        "Palvelupisteen Päivi",
        signs_in=True,
        role=Role.SERVICE_DESK,
    ),
    Account(
        "admin",
        "admin@example.org",
        "Ylläpitäjä Yrjö",
        signs_in=True,
        role=Role.ADMINISTRATOR,
        is_superuser=True,
    ),
)

# Two colleagues whose work the stories need; nobody signs in as them.
COLLEAGUES = (
    Account(
        "hyvinvointi",
        "hyvinvointi@example.org",
        "Hyvinvoinnin Hanna",
        role=Role.SERVICE_AREA,
        service_area="hyvinvointi",
    ),
    Account(
        "hallinto",
        "hallinto@example.org",
        "Hallinnon Heikki",
        role=Role.SERVICE_AREA,
        service_area="hallinto",
    ),
)

_NAMES = """
    fi: Marjatta L.|Pentti|Jari|Sanna M.|Tuula|Ville|Henna|Oskari|Riitta|Kaisu|Teemu P.|Outi
    fi: Elias|Reino|Sirpa|Mikko H.|Johanna|Veikko|Anni|Paavo|Niko|Eeva-Liisa
    fi: Áile|Niillas|Biret|Hodan|Abdirahman|Ayaan|Oksana|Bohdan|Sofiia|Taras|Minh|Kadri
    sv: Gun-Britt|Anders S.|Maj-Len|Kasper|Linnea|Bengt|Frida
    en: James|Priya|Daniel O.
"""


def _residents() -> tuple[Account, ...]:
    found = []
    for line in _NAMES.strip().splitlines():
        language, names = line.strip().split(": ")
        for name in names.split("|"):
            number = len(found) + 1
            found.append(
                Account(key_of(name), f"kuparilalainen{number:02}@example.org", name, language)
            )
    return tuple(found)


def key_of(name: str) -> str:
    """How stories call a resident: the first name in plain letters."""
    plain = str.maketrans("áäöåé", "aaoae")
    return name.split()[0].lower().translate(plain)


RESIDENTS = _residents()


class People:
    """Everybody by key, as actors."""

    def __init__(self) -> None:
        self._actors: dict[str, Actor] = {}

    def __getitem__(self, key: str) -> Actor:
        return self._actors[key]

    def person(self, key: str) -> Person:
        person = self[key].person
        assert person is not None
        return person

    @property
    def supporters(self) -> list[str]:
        """The keys of those who live here: residents and the two residents' accounts."""
        return ["asukas", "nuori", *(account.key for account in RESIDENTS)]

    def owner_in(self, service_area: str) -> Person:
        """The person who answers for a service area in the stories."""
        key = {"kaupunkirakenne": "palvelualue"}.get(service_area, service_area)
        return self.person(key)

    def load(self) -> None:
        """Find everybody, or create them with a Person and their role."""
        found = {p.user.email: p for p in Person.objects.select_related("user").exclude(user=None)}
        for account in (*ACCOUNTS, *COLLEAGUES, *RESIDENTS):
            person = found.get(account.email) or _create(account)
            self._actors[account.key] = Actor.member(person)
        for slug in ("kaupunkirakenne", "hyvinvointi", "hallinto"):
            owner, deputy = self.owner_in(slug), self.person("viestinta")
            ServiceArea.objects.filter(slug=slug).update(owner=owner, deputy=deputy)


@cache
def _hashed() -> str:
    """Hashed once for all: it is slow on purpose, and this password is printed anyway."""
    return make_password(PASSWORD)


def _create(account: Account) -> Person:
    user = User.objects.create_verified(
        account.email,
        is_staff=bool(account.role),
        is_superuser=account.is_superuser,
        date_joined=clock.now(),
    )
    if account.signs_in:
        User.objects.filter(pk=user.pk).update(password=_hashed())
    person = Person.objects.create(user=user, display_name=account.name)
    if account.role:
        area = ServiceArea.objects.filter(slug=account.service_area).first()
        grant_role(actor=Actor.system("demo"), person=person, role=account.role, service_area=area)
    return person
