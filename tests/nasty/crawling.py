"""A walk through the site by its own links, a few of each kind of address."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from urllib.parse import urldefrag, urljoin, urlsplit

from wagtail.models import Page

from participation.ideas.models import Idea
from participation.initiatives.models import Initiative

from .forms import Form, forms_in
from .people import GUEST, Visitor

#: Addresses in attributes of all kinds, and in the data of Wagtail's menu.
LINK = re.compile(
    r"""\b(?:href|hx-get|src|data-[a-z-]*(?:url|src)[a-z-]*)=["']([^"'#][^"']*)["']"""
    r"""|"url": "(/[^"]+)\""""
)
ID = re.compile(r"[2-9bcdfghjkmnpqrstvwxz]{12}(?:-.*)?|\d+|[0-9a-f-]{36}")
EDITED = re.compile(r"/admin/pages/(\d+)/edit/")
#: Where leaving is, where nothing is to be filled in or the same as beside it, and what is the
#: same in another language.
NEVER = re.compile(
    r"/logout/|/_util/|^/static/|^/media/|/jsi18n|^/(?:sv|en)/|/api/|/feed/|/style/|^/documents/"
    r"|^/(?:fi|sv|en)/admin/"
    r"|/usage/|/\d+/history/|/history/\d|/history-results/|/results/|/choose|/editing-sessions/"
    r"|/lock/|/privacy/|/set_position/|/bulk/"
)
OPEN = ("/fi/", "/fi/accounts/signup/")
MINE = ("/fi/accounts/", "/fi/me/")
ADMIN = ("/admin/",)
RESIDENTS, STAFF = (GUEST, "asukas", "nuori"), "viestinta"
#: How often a kind of page is looked at: once, and a thing of ours in several of its states.
ENOUGH, STATES = 1, 5


@dataclass
class Seen:
    """What the walks found: forms by what they are, pages by kind, faults."""

    forms: dict[tuple, tuple[str, Form]] = field(default_factory=dict)
    pages: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)
    often: Counter[str] = field(default_factory=Counter)


class Map:
    """Which kind of address a path is: the type of its page and what is below, without ids."""

    def __init__(self) -> None:
        pages = list(Page.objects.filter(depth__gt=1).specific())
        self.types = {str(each.pk): type(each).__name__ for each in pages}
        self.pages = {urlsplit(p.url).path: type(p).__name__ for p in pages if p.live and p.url}

    def kind(self, address: str) -> str:
        path, below = urlsplit(address).path, []
        if edited := EDITED.fullmatch(path):
            below.append(self.types.get(edited[1], "-"))
        while path not in self.pages and path.count("/") > 2:
            path, _slash, last = path.rstrip("/").rpartition("/")
            below.insert(0, "<id>" if ID.fullmatch(last) else last)
            path += "/"
        return "/".join([self.pages.get(path, path), *below])


def starts(visitor: Visitor) -> Iterator[str]:
    if visitor.name in RESIDENTS:
        yield from OPEN
    if visitor.name != GUEST:
        yield from MINE
    if visitor.name not in RESIDENTS:
        yield from ADMIN
    email = f"{visitor.name}@example.org"
    for idea in Idea.objects.filter(author__user__email=email)[:3]:
        yield f"/o/{idea.public_id}/"
    if visitor.name == STAFF:
        # What can be done with a thing depends on its state.
        for name, model in (("ideas", Idea), ("initiatives", Initiative)):
            for state in model.objects.order_by("state").values_list("state", flat=True).distinct():
                thing = model.objects.filter(state=state).latest("pk")
                yield f"/admin/{name}/{thing.public_id}/"


def links_in(html: str, address: str) -> Iterator[str]:
    for match in LINK.finditer(html):
        found = urljoin(address, unescape(match[1] or match[2]))
        parts = urlsplit(urldefrag(found).url)
        if parts.scheme in ("", "http") and parts.netloc in ("", "testserver", "localhost:8000"):
            yield parts._replace(scheme="", netloc="", query="").geturl()


def walk(visitor: Visitor, plan: Map, seen: Seen, enough: int = ENOUGH) -> None:
    """Look at each kind of address that has not been seen enough, and note its forms."""
    queue = list(starts(visitor))
    known, mine = set(queue), Counter[str]()
    while queue:
        address = queue.pop(0)
        answer = visitor.look(address)
        seen.often[plan.kind(address)] += answer.status_code == 200
        if answer.status_code >= 500:
            seen.faults.append(f"{answer.status_code} {visitor.name} {address}")
        if answer.status_code in (301, 302, 303):
            html = f'href="{answer["Location"]}"'
        elif "html" in answer.get("Content-Type", "") and not answer.streaming:
            html = answer.content.decode()
            if answer.status_code == 200:
                seen.pages.setdefault(plan.kind(address), (visitor.name, address, html))
            for form in forms_in(html, address):
                name = (form.method, plan.kind(form.action), form.act, *form.names())
                seen.forms.setdefault(name, (visitor.name, form))
        else:
            continue
        for link in links_in(html, address):
            kind = plan.kind(link)
            if link in known or NEVER.search(link):
                continue
            known.add(link)
            wanted = enough * STATES if kind.endswith("/<id>") or "/mine" in kind else enough
            # What residents see of the same page depends on who they are.
            shared = 0 if visitor.name in RESIDENTS else seen.often[kind]
            if mine[kind] < wanted and shared < wanted:
                mine[kind] += 1
                queue.append(link)


def walk_all(visitors: Iterable[Visitor], enough: int = ENOUGH) -> Seen:
    plan, seen = Map(), Seen()
    for visitor in visitors:
        walk(visitor, plan, seen, enough)
    return seen
