"""How often one visitor may send: counted in the cache, forgotten after an hour."""

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest
from django.utils.crypto import salted_hmac

HOUR = 3600
PER_SESSION = 5
#: A library or a school shares one address.
PER_ADDRESS = 40


def may_send(request: HttpRequest, session: str, what: str) -> bool:
    """Count this attempt; False when the session or the network address had too many."""
    address = get_adapter(request).get_client_ip(request)
    used = [_count(f"{what}:session:{session}"), _count(f"{what}:address:{_veiled(address)}")]
    return used[0] <= PER_SESSION and used[1] <= PER_ADDRESS


def _veiled(address: str) -> str:
    """The cache keeps no addresses that could be read back."""
    return salted_hmac("home.limits", address).hexdigest()


def _count(name: str) -> int:
    key = f"home:limit:{name}"
    cache.add(key, 0, HOUR)
    try:
        return cache.incr(key)
    except ValueError:
        # It ran out between the two calls.
        cache.set(key, 1, HOUR)
        return 1
