"""Prints where PostgreSQL and Redis are, as lines for a shell; exits 1 without both.

Takes DATABASE_URL and REDIS_URL where they are set, else looks at the usual
local ports. Makes the maintenance database that the tests' copies are named after.
"""

import os
import shlex
import sys
from urllib.parse import urlsplit

import psycopg
import redis

LOCAL = [f"postgres://{user}@127.0.0.1:5432/raati_ci" for user in ("root", "postgres")]
# A high database number, away from what else may live on that server.
LOCAL_REDIS = "redis://127.0.0.1:6379/8"


def answers(url: str) -> bool:
    parts = urlsplit(url)
    login = {
        "host": parts.hostname,
        "port": parts.port,
        "user": parts.username,
        "password": parts.password,
        "connect_timeout": 3,
        "autocommit": True,
    }
    name = parts.path.lstrip("/")
    try:
        with psycopg.connect(dbname="postgres", **login) as connection:
            rows = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            if not rows.fetchone():
                connection.execute(f'CREATE DATABASE "{name}"')
    except psycopg.Error as error:
        sys.stderr.write(f"PostgreSQL at {parts.hostname} as {parts.username}: {error}\n")
        return False
    return True


def redis_answers(url: str) -> bool:
    try:
        redis.Redis.from_url(url, socket_connect_timeout=3).ping()
    except redis.RedisError as error:
        sys.stderr.write(f"Redis: {error}\n")
        return False
    return True


def main() -> int:
    given = os.environ.get("DATABASE_URL")
    database = next((url for url in ([given] if given else LOCAL) if answers(url)), None)
    redis_url = os.environ.get("REDIS_URL") or LOCAL_REDIS
    if not urlsplit(redis_url).path.strip("/"):
        redis_url = redis_url.rstrip("/") + "/8"
    if not database or not redis_answers(redis_url):
        return 1
    sys.stdout.write(f"DATABASE_URL={shlex.quote(database)}\nREDIS_URL={shlex.quote(redis_url)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
