"""Many people through one cache with odd headers: nobody gets what is another's (A15)."""

import random
import re
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from .proxied import Person, Proxied

SHARED = ("/fi/", "/fi/ideat/", "/fi/ideat/?sort=supported", "/sv/", "/en/ideat/", "/fi/nain/")
PRIVATE = ("/fi/accounts/", "/fi/ideat/mine/", "/fi/ideat/new/", "/fi/accounts/menu/")
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
ODD: tuple[dict[str, str], ...] = (
    {},
    {"Accept_Language": "sv, *;q=0.1"},
    {"Accept_Language": "xx-" + "y" * 900},
    {"HX_Request": "true", "HX_Boosted": "true"},
    {"X_Forwarded_Host": "evil.example.org", "Forwarded": "host=evil.example.org"},
    {"X_HTTP_Method_Override": "POST", "X_Original_URL": "/fi/accounts/"},
    {"Cache_Control": "no-cache", "Pragma": "no-cache"},
    {"Vary": "Cookie", "Range": "bytes=0-9", "If_None_Match": '"x"'},
    {"Accept_Encoding": "gzip"},
    {"Cookie": "junk=1; sessionid=none; __Host-sessionid=guess"},
)


@dataclass
class Tally:
    asked: int = 0
    kept: int = 0
    faults: list[str] = field(default_factory=list)


def run(town: Proxied, requests: int, clients: int = 6) -> Tally:
    """Ask `requests` times, people and visitors at once; every fault that was found."""
    people = town.people
    everyone: list[Person | None] = [*people[:4], None, None][:clients]
    marks = {p["user"]: {p["user"], *p["cookies"].values()} - {"1"} for p in people}

    def visit(who: Person | None, number: int) -> Tally:
        tally, dice = Tally(), random.Random(number)
        client = town.visitor(who["cookies"] if who else None)
        own = who["user"] if who else ""
        for _each in range(requests // clients):
            private = dice.random() < 0.3
            path = dice.choice(PRIVATE if private else SHARED)
            client.cookies = dict(who["cookies"]) if who else {}
            odd = dice.choice(ODD)
            answer = client.ask(path, **odd)
            tally.asked += 1
            tally.kept += answer.headers.get("X-Cache") == "HIT"
            told = str(answer.headers) + answer.body.decode("latin-1")
            for user, secrets in marks.items():
                if (user != own or not private) and any(each in told for each in secrets):
                    tally.faults.append(f"{path} told {own or 'a visitor'} something of {user}")
            if not private and (TOKEN.search(told) or "Set-Cookie" in answer.headers):
                tally.faults.append(f"{path} is shared and personal")
            if private and ("X-Cache" in answer.headers or "evil" in told):
                tally.faults.append(f"{path} went through the cache")
            if answer.status >= 500:
                tally.faults.append(f"{path}: {answer.status}")
        return tally

    with ThreadPoolExecutor(clients) as pool:
        found = list(pool.map(visit, everyone, range(clients)))
    faults = [fault for tally in found for fault in tally.faults]
    return Tally(sum(t.asked for t in found), sum(t.kept for t in found), faults)
