"""An identity service of our own for tests and for developers: OpenID Connect over HTTP.

`python tests/provider.py PORT REDIRECT_URI…` serves it at http://localhost:PORT/ until it is
stopped: a made-up town where everybody signs in by a click on their name. It is django-allauth's
own provider in a Django of its own, with its database in memory.
"""

import sys
from wsgiref.simple_server import WSGIRequestHandler, make_server

CLIENT_ID, SECRET = "raati", "only-for-tests"
#: Who lives there: what the service tells of each.
CITIZENS = {
    "aino": {"pid": "290296-9515", "birthdate": "1996-02-29", "municipality": "309"},
    "eeli": {"pid": "150511A9XYZ", "birthdate": "2011-05-15", "municipality": "309"},
    "vieras": {"pid": "010190-998B", "birthdate": "1990-01-01", "municipality": "091"},
    "outo": {"pid": "311299-9872", "birthdate": ["?"], "municipality": {"a": None}},
    "nimeton": {"birthdate": "1990-01-01"},
}
CLAIMS = {
    "identifier": "pid",
    "birthdate": "birthdate",
    "municipality": "municipality",
    "home_municipality_codes": ["309"],
}


def private_key() -> str:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    return key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    ).decode()


def configure() -> None:
    import django
    from django.conf import settings

    settings.configure(
        SECRET_KEY="only-for-tests",
        ALLOWED_HOSTS=["localhost", "127.0.0.1"],
        ROOT_URLCONF="provider_urls",
        DATABASES={
            "default": {
                "ENGINE": "django.db.backends.sqlite3",
                "NAME": "file:provider?mode=memory&cache=shared",
            }
        },
        INSTALLED_APPS=[
            "django.contrib.auth",
            "django.contrib.contenttypes",
            "django.contrib.sessions",
            "django.contrib.messages",
            "allauth",
            "allauth.account",
            "allauth.idp.oidc",
        ],
        MIDDLEWARE=[
            "django.contrib.sessions.middleware.SessionMiddleware",
            "django.contrib.auth.middleware.AuthenticationMiddleware",
            "django.contrib.messages.middleware.MessageMiddleware",
            "allauth.account.middleware.AccountMiddleware",
        ],
        TEMPLATES=[{"BACKEND": "django.template.backends.django.DjangoTemplates"}],
        SESSION_COOKIE_NAME="provider",
        LOGIN_URL="/who/",
        IDP_OIDC_ADAPTER="provider_urls.Adapter",
        IDP_OIDC_PRIVATE_KEY=private_key(),
        USE_TZ=True,
    )
    django.setup()


def fill(redirect_uris: list[str]) -> None:
    from allauth.idp.oidc.models import Client
    from django.contrib.auth.models import User
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    for name in CITIZENS:
        User.objects.create_user(name, f"{name}@service.example")
    client = Client(id=CLIENT_ID, name="Raati", skip_consent=True)
    client.set_secret(SECRET)
    client.set_scopes(["openid", "profile", "email"])
    client.set_redirect_uris(redirect_uris)
    client.save()


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


def main(port: int, redirect_uris: list[str]) -> None:
    from django.core.wsgi import get_wsgi_application

    configure()
    fill(redirect_uris)
    with make_server("localhost", port, get_wsgi_application(), handler_class=Quiet) as server:
        server.serve_forever()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
