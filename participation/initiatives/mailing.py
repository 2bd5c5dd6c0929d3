"""Letters about an initiative: to its maker, in the initiative's language, and to the registry.

A letter is a row of the outbox, written when its fact is heard: the same fact heard twice is
the same letter. It goes to an address that somebody gave, not to an account.
"""

from dataclasses import dataclass

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string

from participation.core import outbox
from participation.core.below import resolver
from participation.core.models import Fact, OutgoingMail
from participation.core.outbox import Message

from .models import Contact, Entry, Initiative

KIND = "initiatives.letter"


@dataclass(frozen=True)
class Letter:
    """One kind of letter: its template's name; the first line of the text is the subject."""

    template: str
    initiative: Initiative
    fact: Fact

    def to_maker(self, entry: int | None = None) -> None:
        contact = Contact.objects.filter(initiative=self.initiative).first()
        self._post(contact.email if contact else "", self.initiative.language, entry)

    def to_registry(self) -> None:
        email = self.initiative.component.settings.get("registry_email", "")
        self._post(email, settings.LANGUAGE_CODE)

    def _post(self, to: str, language: str, entry: int | None = None) -> None:
        """Nothing happens without an address."""
        if not to:
            return
        data = {"initiative": self.initiative.pk, "template": self.template, "entry": entry}
        with transaction.atomic():
            outbox.post(
                mark=f"{KIND}:{self.fact.pk}:{self.template}",
                kind=KIND,
                address=to,
                language=language,
                data=data,
            )


def write(mail: OutgoingMail) -> Message:
    """The letter as it reads now. What was hidden is still told to its maker: the law asks so."""
    rows = Initiative.objects.with_numbers()
    initiative = rows.get(pk=mail.data["initiative"])
    context = {
        "initiative": initiative,
        "address": page_address(initiative, outbox.language_of(mail)),
        "entry": Entry.objects.filter(pk=mail.data["entry"]).first(),
    }
    template = f"raati_initiatives/mail/{mail.data['template']}.txt"
    subject, _newline, body = render_to_string(template, context).strip().partition("\n")
    return Message(subject, body)


def page_address(initiative: Initiative, language: str) -> str:
    """The initiative's page with the host; "" where there is no live page."""
    page = initiative.component.page_in(language)
    if page is None:
        return ""
    page = page.specific
    below = resolver(page.urlconf).reverse("initiative", initiative.path_name)
    return f"{page.full_url or ''}{below}"
