"""Pages and sockets in the demo; sockets alone in production."""

import os

from django.core.asgi import get_asgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
# Before anything imports a model.
django_application = get_asgi_application()

from channels.routing import ProtocolTypeRouter  # noqa: E402

from config.checks import refuse_demo_accounts  # noqa: E402
from participation.live.routing import websocket_application  # noqa: E402

application = ProtocolTypeRouter({"http": django_application, "websocket": websocket_application()})
refuse_demo_accounts()
