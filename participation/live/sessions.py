"""Which of this process's sockets still have a session and a user behind them."""

from collections.abc import Collection
from hashlib import sha256
from importlib import import_module
from typing import Any

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.cache import caches
from django.db.models.functions import Now


def digest(session_key: str) -> str:
    """A session's name on the channel layer and in memory: the key itself is a secret."""
    return sha256(session_key.encode()).hexdigest()[:32]


def alive(session_keys: Collection[str]) -> set[str]:
    """The keys whose sessions still exist: one query (or one call to the cache)."""
    if not session_keys:
        return set()
    store = import_module(settings.SESSION_ENGINE).SessionStore
    if hasattr(store, "get_model_class"):
        rows = store.get_model_class().objects.filter(
            session_key__in=session_keys, expire_date__gt=Now()
        )
        return set(rows.values_list("session_key", flat=True))
    prefix = getattr(store, "cache_key_prefix", None)
    if prefix is not None:
        found = caches[settings.SESSION_CACHE_ALIAS].get_many([prefix + k for k in session_keys])
        return {key.removeprefix(prefix) for key in found}
    return {key for key in session_keys if store().exists(key)}


def proof(user: Any) -> str:
    """What changes when the user's password does, "" for users without such a thing."""
    get_hash = getattr(user, "get_session_auth_hash", None)
    return get_hash() if get_hash else ""


def proofs(user_ids: Collection[Any]) -> dict[Any, str]:
    """The proofs of those of the users who exist and are active: one query."""
    if not user_ids:
        return {}
    users = get_user_model()._default_manager.filter(pk__in=user_ids)
    return {user.pk: proof(user) for user in users if getattr(user, "is_active", True)}
