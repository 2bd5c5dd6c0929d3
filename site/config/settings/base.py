"""Settings that every way of running the site shares.

What differs between a laptop, the tests and a server is read from the
environment here or set in the sibling modules; see docs/operations.md.
"""

from pathlib import Path

import environ
from django.utils.translation import gettext_lazy as _

from config import identity

BASE_DIR = Path(__file__).resolve().parents[3]
SITE_DIR = BASE_DIR / "site"
VAR_DIR = BASE_DIR / "var"

env = environ.Env()

SECRET_KEY = env("SECRET_KEY", default="")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
BASE_URL = env("BASE_URL", default="http://localhost:8000")
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[BASE_URL])

INSTALLED_APPS = [
    "home",
    "accounts",
    "participation.ideas",
    "participation.initiatives",
    "participation.processes",
    "participation.moderation",
    "participation.notifications",
    "participation.people",
    "participation.live",
    "participation.core",
    "participation.wiring",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "accounts.users.SiteUsersConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "channels",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "django_tasks_db",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "config.headers.security_headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "accounts.middleware.SignedInCookie",
    "accounts.middleware.StaffSecondFactor",
    "accounts.middleware.AccountPages",
    "home.page_guard.PageGuard",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "home.middleware.NotForSearchEngines",
    "home.middleware.Unread",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
ASGI_APPLICATION = "config.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SITE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    },
]

# IMMEDIATE: a transaction that reads before it writes would otherwise fail at
# once with "database is locked" instead of waiting its turn.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
}
# A pool, because CONN_MAX_AGE leaks connections under ASGI.
POSTGRES_POOL = {"min_size": 1, "max_size": env.int("DATABASE_POOL", default=8), "timeout": 10}


def database(default: str) -> dict:
    """The default connection's settings from DATABASE_URL, or from `default`."""
    config = env.db_url("DATABASE_URL", default=default)
    if config["ENGINE"].endswith("sqlite3"):
        config["OPTIONS"] = SQLITE_OPTIONS
    else:
        config["OPTIONS"] = {"pool": POSTGRES_POOL, "connect_timeout": 5}
        config["CONN_MAX_AGE"] = 0
        # A connection that died with a restart of the server is noticed before it is used.
        config["CONN_HEALTH_CHECKS"] = True
    return config


REDIS_URL = env("REDIS_URL", default="")


# Sites that share a Redis need names of their own.
REDIS_PREFIX = env("REDIS_PREFIX", default="raati")


def channel_layers(redis_url: str, prefix: str = REDIS_PREFIX) -> dict:
    """The pub/sub layer over Redis, or the one-process layer without it."""
    if not redis_url:
        return {"default": {"BACKEND": "channels.layers.InMemoryChannelLayer"}}
    return {
        "default": {
            "BACKEND": "channels_redis.pubsub.RedisPubSubChannelLayer",
            "CONFIG": {"hosts": [redis_url], "prefix": prefix},
        }
    }


def caches(redis_url: str) -> dict:
    """Redis where there is one, so that limits count over all processes."""
    if not redis_url:
        return {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
    return {
        "default": {
            "BACKEND": "config.caching.RedisOrMemory",
            "LOCATION": redis_url,
            "KEY_PREFIX": REDIS_PREFIX,
            "OPTIONS": {"socket_connect_timeout": 1, "socket_timeout": 1},
        }
    }


CHANNEL_LAYERS = channel_layers(REDIS_URL)
CACHES = caches(REDIS_URL)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TASKS = {
    "default": {
        "BACKEND": "django_tasks_db.DatabaseBackend",
        "QUEUES": ["default", "wagtail_localize", "raati"],
    }
}

# What the clock would do within a minute (mails, notices) the worker does at once.
RAATI_SOON_QUEUE = "raati"
RAATI_RETURN_ADDRESS = env("RETURN_ADDRESS", default="")

LANGUAGE_CODE = "fi"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [
    ("fi", _("Finnish")),
    ("sv", _("Swedish")),
    ("en", _("English")),
]
LOCALE_PATHS = [SITE_DIR / "locale", SITE_DIR / "package_words" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Helsinki"
WAGTAIL_I18N_ENABLED = True

AUTH_USER_MODEL = "accounts.User"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
AUTHENTICATION_BACKENDS = ["accounts.backends.AddressBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 10},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [SITE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env("MEDIA_ROOT", default=str(VAR_DIR / "media")))
RAATI_DEMO = False
RAATI_PRIVATE_ROOT = Path(env("PRIVATE_ROOT", default=str(VAR_DIR / "private")))
# Who was erased: outlives the database and its copies.
RAATI_ERASED_FILE = env("ERASED_FILE", default="")

WAGTAIL_SITE_NAME = "Kuparila"
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAILADMIN_LOGIN_URL = WAGTAIL_FRONTEND_LOGIN_URL = "account_login"
# The admin would otherwise call out from the editor's browser.
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_IMAGE_FORM_BASE = "home.forms.WholeImageForm"
WAGTAILADMIN_PERMITTED_LANGUAGES = LANGUAGES
# The index holds stems already: PostgreSQL is not to stem them again.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}

EMAIL_CONFIG = env.email("EMAIL_URL", default="consolemail://")
vars().update(EMAIL_CONFIG)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("DEFAULT_FROM_EMAIL", default="raati@localhost")

# No nonces: they do not survive a shared cache. Everything a page loads is a file
# of this site. A browser applies form-action to the redirect after a POST too, so
# the origins of identity providers belong there.
IDENTITY_SERVICES = identity.read(env("IDENTITY_SERVICES", default=""))
IDP_ORIGINS = [*env.list("IDP_ORIGINS", default=[]), *identity.origins(IDENTITY_SERVICES)]
CSP_ADMIN_PREFIXES = ["/admin/"]
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'", *IDP_ORIGINS],
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"

# What people write, their addresses and tokens are in no message that we log.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "level": env("LOG_LEVEL", default="WARNING"),
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

# --- Accounts (docs/accounts.md) ---
CSRF_FAILURE_VIEW = "participation.core.csrf.csrf_failure"
# In the session, which signing out empties; a cookie would outlive its reader.
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
ACCOUNT_ADAPTER = "accounts.adapters.AccountAdapter"
MFA_ADAPTER = "accounts.adapters.MFAAdapter"
SOCIALACCOUNT_ADAPTER = "accounts.identity.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = identity.for_allauth(IDENTITY_SERVICES)
# A service's word about an address is not believed: a code is sent there, as to everybody.
SOCIALACCOUNT_AUTO_SIGNUP = False
SOCIALACCOUNT_EMAIL_AUTHENTICATION = False
SOCIALACCOUNT_STORE_TOKENS = False
SOCIALACCOUNT_FORMS = {"signup": "accounts.forms.ServiceSignupForm"}
# Which claim of which service means what, and the secret behind the hashes of identifiers.
RAATI_IDENTITY_PROVIDERS = identity.claims(IDENTITY_SERVICES)
RAATI_IDENTITY_KEY = env("RAATI_IDENTITY_KEY", default="")
RAATI_IDENTITY_OLD_KEYS = env.list("RAATI_IDENTITY_OLD_KEYS", default=[])
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Codes rather than links: they stay in the browser where the act began, and
# no mail carries an address that a forged Host header could have chosen.
ALLAUTH_USER_CODE_FORMAT = {"numeric": True}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60
ACCOUNT_LOGIN_ON_PASSWORD_RESET = True
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_FORMS = {
    "add_email": "accounts.forms.AddEmailForm",
    "change_password": "accounts.forms.ChangePasswordForm",
    "confirm_email_verification_code": "accounts.forms.ConfirmEmailVerificationCodeForm",
    "confirm_login_code": "accounts.forms.ConfirmLoginCodeForm",
    "confirm_password_reset_code": "accounts.forms.ConfirmPasswordResetCodeForm",
    "login": "accounts.forms.LoginForm",
    "reauthenticate": "accounts.forms.ReauthenticateForm",
    "request_login_code": "accounts.forms.RequestLoginCodeForm",
    "reset_password": "accounts.forms.ResetPasswordForm",
    "reset_password_from_key": "accounts.forms.ResetPasswordKeyForm",
    "set_password": "accounts.forms.SetPasswordForm",
    "signup": "accounts.forms.SignupForm",
}
# Per address strict, per connection wide: a school's pupils share one.
ACCOUNT_RATE_LIMITS = {
    "login": "300/m/ip",
    "login_failed": "60/m/ip,5/300s/key",
    "signup": "100/m/ip",
    "request_login_code": "100/m/ip,3/m/key,30/d/key",
    "reset_password": "60/m/ip,3/m/key,30/d/key",
}
MFA_RATE_LIMITS = {"webauthn_login": "300/m/ip"}
# The number of own proxies in front; 0 believes no X-Forwarded-For at all.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
# A finger, a face or a PIN each time, so that a passkey alone is two factors.
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1
MFA_FORMS = {
    "activate_totp": "accounts.forms.ActivateTOTPForm",
    "add_webauthn": "accounts.passkey_forms.AddWebAuthnForm",
    "authenticate": "accounts.forms.AuthenticateForm",
    "authenticate_webauthn": "accounts.passkey_forms.AuthenticateWebAuthnForm",
    "edit_webauthn": "accounts.passkey_forms.EditWebAuthnForm",
    "login_webauthn": "accounts.passkey_forms.LoginWebAuthnForm",
    "reauthenticate": "accounts.forms.MFAReauthenticateForm",
    "reauthenticate_webauthn": "accounts.passkey_forms.ReauthenticateWebAuthnForm",
}
# Staff enter the administration only with a second factor; the demonstration may say no.
RAATI_STAFF_MFA = True
# Passwords and addresses change on the account pages alone: behind a fresh proof
# of identity there, behind nothing in the administration.
WAGTAIL_PASSWORD_MANAGEMENT_ENABLED = False
WAGTAIL_PASSWORD_RESET_ENABLED = False
WAGTAIL_EMAIL_MANAGEMENT_ENABLED = False
WAGTAILUSERS_PASSWORD_ENABLED = False
