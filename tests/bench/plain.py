"""What our pages are compared with: a bare Django with a 1 KB view, a one-query list, and a
vote that is a session, a CSRF check and one statement.

gunicorn tests.bench.plain:application, BENCH_BOARD naming a board's key.
"""

import os

import django
import environ
from django.conf import settings

database = environ.Env().db_url("DATABASE_URL")
database["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}

settings.configure(
    # With the town's own key and production's names its residents are signed in here, too.
    SECRET_KEY=os.environ["SECRET_KEY"],
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=[
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
    ],
    INSTALLED_APPS=["django.contrib.sessions"],
    SESSION_COOKIE_NAME="__Host-sessionid",
    CSRF_COOKIE_NAME="__Host-csrftoken",
    DATABASES={"default": database},
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "loaders": [
                    (
                        "django.template.loaders.cached.Loader",
                        [
                            (
                                "django.template.loaders.locmem.Loader",
                                {
                                    "list.html": "<!doctype html><title>ref</title><ul>{% for row "
                                    "in rows %}<li>{{ row.0 }} {{ row.1 }}{% endfor %}</ul>"
                                },
                            )
                        ],
                    )
                ]
            },
        }
    ],
)

django.setup()

from django.core.wsgi import get_wsgi_application
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

BODY = b"<!doctype html><title>1 KB</title><p>" + b"x" * 987
NEWEST = (
    "SELECT title, support_count FROM raati_ideas_idea WHERE component_id = %s AND hidden_at IS"
    " NULL AND withdrawn_at IS NULL AND merged_into_id IS NULL"
    " ORDER BY created_at DESC, id DESC LIMIT 20"
)
VOTE = "INSERT INTO bench_vote (person, idea) VALUES (%s, %s) ON CONFLICT DO NOTHING"


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


def ref(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(NEWEST, [os.environ["BENCH_BOARD"]])
        return render(request, "list.html", {"rows": cursor.fetchall()})


def vote(request: HttpRequest, public_id: str) -> HttpResponse:
    """Who is it, and one row: no page, no right, no openness, no fact."""
    user = request.session.get("_auth_user_id")
    with connection.cursor() as cursor:
        cursor.execute(VOTE, [user, public_id])
    return HttpResponse(b"ok" if user else b"", status=200 if user else 403)


urlpatterns = [path("bare/", bare), path("ref/", ref), path("vote/<public_id>/", vote)]
application = get_wsgi_application()
