"""What this package does when something has happened below it."""

from typing import Any

from django.dispatch import receiver

from participation.core import bounces
from participation.core.models import Fact, OutgoingMail

from .registrations import ADDRESS_KIND
from .telling import News, tell


@receiver(bounces.mail_bounced, dispatch_uid="raati_notifications:mail_bounced")
def tell_of_address(fact: Fact, **_given: Any) -> None:
    """Mails came back twice: the person hears it here, where no address is needed."""
    if not fact.data["is_distrusted"]:
        return
    mail = OutgoingMail.objects.filter(pk=fact.subject_id).first()
    if mail is not None and mail.person_id is not None:
        label = "raati_core.Person"
        news = News(ADDRESS_KIND, label, str(mail.person_id), mark=f"fact:{fact.pk}")
        tell(news, mail.person_id)
