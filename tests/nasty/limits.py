"""Settings under which a thousand requests from one address in a minute are nothing special."""

NO_LIMITS = {
    "RAATI_PERSON_HOURLY": 10**9,
    "RAATI_GUEST_HOURLY": 10**9,
    "RAATI_GUESTS_HOURLY": 10**9,
    "RAATI_SOURCE_HOURLY": 10**9,
    "RAATI_SLOW_HOURLY": 10**9,
    "RAATI_NEW_ACCOUNT_HOURS": 0,
    "RAATI_FRESH_SECONDS": 10**6,
    "ACCOUNT_RATE_LIMITS": False,
    "MFA_RATE_LIMITS": False,
    # The demo's passwords are kept as production keeps them.
    "PASSWORD_HASHERS": [
        "django.contrib.auth.hashers.MD5PasswordHasher",
        "django.contrib.auth.hashers.PBKDF2PasswordHasher",
    ],
}
