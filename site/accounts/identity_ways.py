"""The identity services of this site, for the pages of the suite that offer them."""

from allauth.socialaccount.adapter import get_adapter
from django.http import HttpRequest

from participation.people.verifying_ways import Way


def ways(request: HttpRequest, then: str) -> list[Way]:
    """Each service, to verify the account that is signed in and come back."""
    fields = {"process": "connect", **({"next": then} if then else {})}
    providers = get_adapter().list_providers(request)
    return [Way(each.name, each.get_login_url(request), fields) for each in providers]
