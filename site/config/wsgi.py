"""Pages in production: WSGI workers behind the proxy."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")
application = get_wsgi_application()

from config.checks import refuse_demo_accounts  # noqa: E402

refuse_demo_accounts()
