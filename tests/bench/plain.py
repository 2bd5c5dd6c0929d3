"""What our pages are compared with: a bare Django with a 1 KB view and a one-query list.

gunicorn tests.bench.plain:application, BENCH_BOARD naming a board's key.
"""

import os

import django
import environ
from django.conf import settings

database = environ.Env().db_url("DATABASE_URL")
database["OPTIONS"] = {"pool": {"min_size": 1, "max_size": 8}}

settings.configure(
    SECRET_KEY="for-measuring-only",
    ALLOWED_HOSTS=["*"],
    ROOT_URLCONF=__name__,
    MIDDLEWARE=["django.middleware.common.CommonMiddleware"],
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


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse(BODY)


def ref(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute(NEWEST, [os.environ["BENCH_BOARD"]])
        return render(request, "list.html", {"rows": cursor.fetchall()})


urlpatterns = [path("bare/", bare), path("ref/", ref)]
application = get_wsgi_application()
