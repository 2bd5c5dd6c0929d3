"""Forms as a browser reads them from a page, and how a person would fill them in."""

import time
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from django.core import signing

from participation.core.guarded_forms import SALT

BUTTONS = {"submit", "image", "reset", "button"}
TEXTS = {"text", "search", "textarea", "url", "email", "tel", "password"}
#: What one person would write where nothing says more.
WORDS = {
    "email": "aino@example.org",
    "url": "https://example.org/",
    "number": "1",
    "date": "2026-12-24",
    "datetime-local": "2026-12-24T12:00",
    "time": "12:00",
    "month": "2026-12",
    "color": "#123456",
    "tel": "0401234567",
}


@dataclass(frozen=True)
class Field:
    name: str
    kind: str
    value: str = ""
    options: tuple[str, ...] = ()
    is_required: bool = False
    is_on: bool = True

    @property
    def is_typed(self) -> bool:
        """Whether people write in it, so that it may not be lost."""
        return self.kind in TEXTS - {"password"} or self.kind in WORDS

    @property
    def likely(self) -> str:
        if self.name == "opened":
            return signing.dumps(time.time() - 60, salt=SALT)
        if self.value or not self.is_required:
            return self.value
        if self.options:
            return next((option for option in self.options if option), "")
        return WORDS.get(self.kind, "Penkki rantaan")


@dataclass(frozen=True)
class Form:
    page: str
    action: str
    method: str
    act: str
    fields: tuple[Field, ...]
    buttons: tuple[tuple[str, str], ...] = ()

    def names(self) -> list[str]:
        return list(dict.fromkeys(each.name for each in self.fields))

    def filled(self) -> dict[str, list[str]]:
        """What a browser would send when the required fields are filled in."""
        found: dict[str, list[str]] = {}
        for each in self.fields:
            if each.kind == "file" or not (each.is_on or each.is_required):
                continue
            if each.kind == "radio" and each.name in found:
                continue
            found.setdefault(each.name, []).append(each.likely)
        if self.buttons and self.buttons[0][0]:
            found.setdefault(self.buttons[0][0], [self.buttons[0][1]])
        return found


def _options(tag: Tag) -> tuple[str, ...]:
    return tuple(str(each.get("value", each.text)) for each in tag.find_all("option"))


def _chosen(tag: Tag) -> str:
    chosen = tag.find("option", selected=True) or tag.find("option")
    return str(chosen.get("value", chosen.text)) if chosen else ""


def _field(tag: Tag) -> Field | None:
    name, kind = str(tag.get("name", "")), str(tag.get("type", "text")).lower()
    if not name or kind in BUTTONS or tag.has_attr("disabled"):
        return None
    is_required = tag.has_attr("required")
    if tag.name == "textarea":
        # A browser does not send the first line end.
        return Field(name, "textarea", tag.text.removeprefix("\n"), is_required=is_required)
    if tag.name == "select":
        return Field(name, "select", _chosen(tag), _options(tag), is_required)
    value = str(tag.get("value", "on" if kind in ("checkbox", "radio") else ""))
    is_on = kind not in ("checkbox", "radio") or tag.has_attr("checked")
    return Field(name, kind, value, is_required=is_required, is_on=is_on)


def forms_in(html: str, address: str) -> list[Form]:
    """Every form of the page, with fields that name it by `form=` as well."""
    if "<form" not in html:
        return []
    soup, found = BeautifulSoup(html, "html.parser"), []
    for tag in soup.find_all("form"):
        inputs = tag.find_all(["input", "select", "textarea"])
        # A list of blocks is drawn by a script; without any it is sent as an empty one.
        blocks = [Field(f"{b['id']}-count", "hidden", "0") for b in tag.select("[data-block][id]")]
        buttons = tag.find_all(["button", "input"])
        if tag.get("id"):
            inputs += soup.find_all(["input", "select", "textarea"], attrs={"form": tag["id"]})
        action = urljoin(address, str(tag.get("action") or address))
        if urlsplit(action).netloc:
            action = urlsplit(action)._replace(scheme="", netloc="").geturl()
        fields = tuple(each for each in map(_field, dict.fromkeys(inputs)) if each)
        found.append(
            Form(
                page=address,
                action=action,
                method=str(tag.get("method", "get")).lower(),
                act=str(tag.get("data-act", "")),
                fields=tuple(f for f in (*fields, *blocks) if f.name != "csrfmiddlewaretoken"),
                buttons=tuple(
                    (str(b.get("name", "")), str(b.get("value", "")))
                    for b in buttons
                    if (b.name == "button" and b.get("type", "submit") == "submit")
                    or (b.name == "input" and b.get("type") == "submit")
                ),
            )
        )
    return found


def shown_values(html: str) -> set[str]:
    """All that stands in fields of the page."""
    found = set()
    soup = BeautifulSoup(html, "html.parser")
    for tag in soup.find_all(["input", "textarea"]):
        found.add(str(tag.get("value", "")) if tag.name == "input" else tag.text.removeprefix("\n"))
    return found
