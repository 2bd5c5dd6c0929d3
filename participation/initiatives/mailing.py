"""Letters about an initiative: to its maker, in the initiative's language, and to the registry.

Sent by the receivers of facts, so at least once: a letter that goes twice has the same
Message-ID, by which mail programs fold it.
"""

from dataclasses import dataclass
from email.utils import make_msgid
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils import translation

from participation.core.below import resolver
from participation.core.models import Fact

from .models import Contact, Initiative


@dataclass(frozen=True)
class Letter:
    """One kind of letter: its template's name; the first line of the text is the subject."""

    template: str
    initiative: Initiative
    fact: Fact

    def send(self, to: str, language: str, **more: Any) -> None:
        """Nothing happens without an address. Whatever the mail server says is raised."""
        if not to:
            return
        with translation.override(language):
            address = page_address(self.initiative, language)
            context = {"initiative": self.initiative, "address": address, **more}
            text = render_to_string(f"raati_initiatives/mail/{self.template}.txt", context)
        subject, _newline, body = text.strip().partition("\n")
        domain = urlsplit(address).hostname or make_msgid().rpartition("@")[2].rstrip(">")
        EmailMessage(
            subject=" ".join(subject.split()),
            body=body.strip() + "\n",
            to=[to],
            headers={
                "Message-ID": f"<raati-fact-{self.fact.pk}-{self.template}@{domain}>",
                "Auto-Submitted": "auto-generated",
            },
        ).send()

    def to_maker(self, **more: Any) -> None:
        contact = Contact.objects.filter(initiative=self.initiative).first()
        self.send(contact.email if contact else "", self.initiative.language, **more)

    def to_registry(self, **more: Any) -> None:
        email = self.initiative.component.settings.get("registry_email", "")
        self.send(email, settings.LANGUAGE_CODE, **more)


def page_address(initiative: Initiative, language: str) -> str:
    """The initiative's page with the host; "" where there is no live page."""
    page = initiative.component.page_in(language)
    if page is None:
        return ""
    page = page.specific
    below = resolver(page.urlconf).reverse("initiative", initiative.path_name)
    return f"{page.full_url or ''}{below}"
