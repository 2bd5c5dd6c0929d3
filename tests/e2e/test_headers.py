"""Every kind of page of the loaded site, crawled: headers, hosts, addresses that lead somewhere."""

import re
from collections import defaultdict
from urllib.parse import urldefrag, urljoin, urlsplit

from playwright.sync_api import APIResponse

from . import pages

LINK = re.compile(r"""<a\b[^>]*\bhref=["']([^"'#][^"']*)["']""")
#: What a browser fetches by itself; other addresses of the page are only named in its head.
LOADED = re.compile(
    r"""<(?:img|script|link(?!\srel="(?:canonical|alternate)")|source)\b"""
    r"""[^>]*\b(?:src|href)=["']([^"']+)["']"""
)
ID = re.compile(r"/[a-z0-9]{8,}(?:-[\w-]*)?/$")
ADMIN = ("/admin/", "/admin/pages/", "/admin/reports/site-history/", "/admin/images/")
#: Pages looked at of each kind: kinds matter, not their number.
EACH = 3
LIMIT = 120


def kind(path: str) -> str:
    """Addresses that one template answers: ids and depth are left out."""
    return ID.sub("/<id>/", path)


def check(answer: APIResponse, inline_allowed: bool = False) -> None:
    headers = answer.headers
    policy = headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff", answer.url
    assert headers["referrer-policy"] == "same-origin", answer.url
    # Files that editors put there may do nothing at all; Wagtail writes their policy itself.
    framed = "frame-ancestors" in policy or policy == "default-src 'none'"
    assert framed, answer.url
    assert headers["x-frame-options"] == "DENY", answer.url
    assert inline_allowed or "unsafe" not in policy, answer.url


def crawl(page, server, starts: list[str]) -> dict[str, APIResponse]:
    """Follow the site's own links, a few of each kind; every address must answer."""
    queue, seen, answers = list(starts), set(starts), {}
    per_kind: dict[str, int] = defaultdict(int)
    while queue and len(answers) < LIMIT:
        path = queue.pop(0)
        answer = page.request.get(path)
        answers[path] = answer
        assert answer.status < 400, f"{answer.status} {path}"
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        for link in LINK.findall(answer.text()):
            target = urldefrag(urljoin(answer.url, link.replace("&amp;", "&"))).url
            parts = urlsplit(target)
            if f"{parts.scheme}://{parts.netloc}" != server.url or parts.query:
                continue
            if parts.path in seen or per_kind[kind(parts.path)] >= EACH:
                continue
            per_kind[kind(parts.path)] += 1
            seen.add(parts.path)
            queue.append(parts.path)
    return answers


def foreign(answers: dict[str, APIResponse], server) -> list[str]:
    found = []
    for path, answer in answers.items():
        if "text/html" in answer.headers.get("content-type", ""):
            for address in LOADED.findall(answer.text()):
                if not urljoin(answer.url, address).startswith((server.url, "data:")):
                    found.append(f"{path}: {address}")
    return found


def test_every_public_page_has_the_headers_and_loads_only_from_here(page, server):
    answers = crawl(page, server, ["/fi/", "/sv/", "/en/"])
    assert len(answers) > 20
    for answer in answers.values():
        check(answer)
    assert not foreign(answers, server)


def test_errors_have_the_headers_too(page):
    for path in ("/fi/not-here/", "/o/nothing/", "/files/nothing/", "/fi/%00/", "/fi/a%ff/"):
        answer = page.request.get(path)
        assert 400 <= answer.status < 500, path
        check(answer)


def test_what_is_uploaded_and_what_is_styled_is_not_sniffed(page, server):
    answers = crawl(page, server, ["/fi/"])
    addresses = {
        urljoin(answer.url, address)
        for answer in answers.values()
        if "text/html" in answer.headers.get("content-type", "")
        for address in LOADED.findall(answer.text())
    }
    assert addresses
    for address in sorted(addresses)[:40]:
        answer = page.request.get(address)
        assert answer.ok, address
        assert answer.headers["x-content-type-options"] == "nosniff", address


def test_the_admin_has_headers_of_its_own(page):
    pages.login(page, "admin@example.org")
    for path in ADMIN:
        answer = page.request.get(path)
        assert answer.ok, path
        check(answer, inline_allowed=True)
        assert "frame-ancestors 'self'" in answer.headers["content-security-policy"], path


def test_the_admin_works_under_its_policy(page):
    """The window itself fails this test on a blocked script or style."""
    pages.login(page, "admin@example.org")
    for path in ADMIN:
        page.goto(path)
        page.wait_for_load_state("networkidle")
