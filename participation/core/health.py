"""/healthz/live says that the process answers; /healthz/ready that its parts do too."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.core.files.base import ContentFile
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import path

from . import clock, conf
from .ids import new_public_id
from .jobs import HEARTBEAT
from .models import Heartbeat
from .models.files import private_storage
from .shared import private

logger = logging.getLogger(__name__)
_checks: dict[str, Callable[[], None]] = {}
#: What takes a second to look at and cannot become bad while this process lives.
_well_since_start: set[str] = set()


def register_check(name: str, check: Callable[[], None]) -> None:
    """Add a part to /healthz/ready: `check` returns when well and raises when not."""
    _checks[name] = check


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def _storage() -> None:
    storage = private_storage()
    name = storage.save(f"health/{new_public_id()}", ContentFile(b"ok"))
    storage.delete(name)


def _migrations() -> None:
    """Asked until it is well: new migrations come with new code, in another process."""
    if _well_since_start:
        return
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise RuntimeError("Migrations are waiting.")
    _well_since_start.add("migrations")


def _clock_command() -> None:
    beat = Heartbeat.objects.filter(name=HEARTBEAT).first()
    limit = timedelta(seconds=conf.get("HEARTBEAT_SECONDS"))
    if beat is None or clock.now() - beat.at > limit:
        raise RuntimeError("The clock command has not finished a round lately.")


register_check("database", _database)
register_check("migrations", _migrations)
register_check("storage", _storage)
register_check("clock", _clock_command)


def _state(name: str, check: Callable[[], None]) -> str:
    try:
        check()
    except Exception as error:
        logger.warning("Health check %s failed: %r", name, error)
        return f"failing: {error}"
    return "ok"


def _is_staff(request: HttpRequest) -> bool:
    try:
        return bool(request.user.is_authenticated and getattr(request.user, "is_staff", False))
    except DatabaseError:
        return False


def live(request: HttpRequest) -> HttpResponse:
    """200 while the process answers; asks nothing else."""
    return private(JsonResponse({"status": "ok"}))


def ready(request: HttpRequest) -> HttpResponse:
    """200 or 503; which part is broken is told to staff only."""
    states = {name: _state(name, check) for name, check in _checks.items()}
    well = all(state == "ok" for state in states.values())
    body: dict[str, object] = {"status": "ok" if well else "failing"}
    if _is_staff(request):
        body["parts"] = states
    return private(JsonResponse(body, status=200 if well else 503))


urlpatterns = [
    path("live", live, name="healthz_live"),
    path("ready", ready, name="healthz_ready"),
]
