"""The kind of mail of these tests."""

from participation.core.models import OutgoingMail
from participation.core.outbox import Message

KIND = "tests.letter"


def write_letter(mail: OutgoingMail) -> Message | None:
    """Numbered; nothing for those told to be gone."""
    if mail.data.get("gone"):
        return None
    return Message(f"Numero {mail.data.get('n', 0)}", "Hei,\n\nkaupunki vastasi.")
