"""How Django is set up here; everything that differs per place comes from outside.

==========================  ====================================================
EXPLICIET_DATA              folder for what is kept; default ``var``
EXPLICIET_KEYS              folder for master keys; default ``keys`` in that folder
EXPLICIET_KEYS_COPY         folder on another disk for a second copy of the keys
EXPLICIET_BACKUP_DAYS       how long the oldest backup is kept; default 35
EXPLICIET_SECRET_KEY        default: a key made on first run, in that folder
EXPLICIET_ALLOWED_HOSTS     names this is reached by, with commas in between
EXPLICIET_TRUSTED_ORIGINS   origins of forms, where a proxy changes host or port
EXPLICIET_DATABASE          ``postgresql://user:word@host/name``; default SQLite
EXPLICIET_HTTPS             1 when a proxy in front speaks HTTPS
EXPLICIET_PROXIES           how many proxies in front say where somebody comes from
EXPLICIET_SITE              where people find this; stands in mails
EXPLICIET_MAIL              ``smtp://user:word@host:587``, or a folder; default ``mail``
                            in the data folder, so that a trial sends nothing
EXPLICIET_MAIL_FROM         the address mails come from
EXPLICIET_MAIL_DOMAINS      domains to which mail may go, with commas; empty is all
EXPLICIET_DEMO              1 where everything is made up: a fictional house, open doors
EXPLICIET_DEBUG             1 on a developer's own machine only
==========================  ====================================================
"""

import os
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from .environment import database, listed, mail, secret_key, switched_on

ROOM = Path(__file__).parent
DATA = Path(os.environ.get("EXPLICIET_DATA", "var")).absolute()
EXPLICIET_KEYS = Path(os.environ.get("EXPLICIET_KEYS", DATA / "keys")).absolute()
EXPLICIET_KEYS_COPY = os.environ.get("EXPLICIET_KEYS_COPY", "")
EXPLICIET_BACKUP_DAYS = int(os.environ.get("EXPLICIET_BACKUP_DAYS", "35"))

DEBUG = switched_on("EXPLICIET_DEBUG")
SECRET_KEY = os.environ.get("EXPLICIET_SECRET_KEY") or secret_key(DATA / "secret-key")
ALLOWED_HOSTS = listed("EXPLICIET_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("EXPLICIET_TRUSTED_ORIGINS")
BEHIND_HTTPS = switched_on("EXPLICIET_HTTPS")
PROXIES = int(os.environ.get("EXPLICIET_PROXIES") or 0)
DEMO = switched_on("EXPLICIET_DEMO")

DATABASES = {"default": database(os.environ.get("EXPLICIET_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "expliciet.web",
    "expliciet.demo",
    "expliciet.casework",
    "expliciet.evaluation",
    "expliciet.dossiers",
    "expliciet.post",
    "expliciet.accounts",
    "expliciet.audit",
    "expliciet.vault",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "axes",
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "csp",
    "django_htmx",
    "template_partials",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "expliciet.web.middleware.restraint",
    "expliciet.web.middleware.surroundings",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "axes.middleware.AxesMiddleware",
    "expliciet.web.accounts.staying.Staying",
    "expliciet.web.middleware.Gate",
]

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
ACCOUNT_ADAPTER = "expliciet.web.accounts.adapters.Entrance"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {
    "login": "expliciet.web.accounts.forms.SignInForm",
    "reauthenticate": "expliciet.web.accounts.forms.StepUpForm",
}
# Guessing is stopped by axes and by the count of wrong codes, both in the database.
ACCOUNT_RATE_LIMITS = False
MFA_ADAPTER = "expliciet.web.accounts.adapters.Factors"
MFA_FORMS = {"authenticate": "expliciet.web.accounts.forms.CodeForm"}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Expliciet"

# Five wrong passwords from one place: a quarter of an hour of rest, for that place.
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_DISABLE_ACCESS_LOG = True
AXES_VERBOSE = False
AXES_ENABLE_ADMIN = False
AXES_USERNAME_CALLABLE = "expliciet.web.accounts.locking.nameless"
AXES_CLIENT_IP_CALLABLE = "expliciet.web.whence.address_of"
AXES_LOCKOUT_CALLABLE = "expliciet.web.accounts.locking.locked_out"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "login", "email", "code"]

SESSION_ENGINE = "expliciet.accounts.sessions"
SESSION_COOKIE_NAME = "__Host-sessie" if BEHIND_HTTPS else "sessie"
SESSION_COOKIE_SECURE = BEHIND_HTTPS
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True

ROOT_URLCONF = "expliciet.urls"
WSGI_APPLICATION = "expliciet.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "expliciet.web.context.house",
            ],
            "builtins": ["expliciet.web.templatetags.days"],
        },
    },
]
FORM_RENDERER = "expliciet.web.forms.Renderer"

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "expliciet.accounts.password_rules.LongEnough",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "expliciet.accounts.password_rules.NotCommon"},
    {
        "NAME": "expliciet.accounts.password_rules.NotOneself",
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
]

LOGIN_URL = "accounts:sign-in"
LOGIN_REDIRECT_URL = "opening"

# How often a minute somebody may; only tests that ask a great deal do without.
RATES_ARE_KEPT = True

EXPLICIET_SITE = os.environ.get("EXPLICIET_SITE") or "http://localhost:8000/"
EXPLICIET_MAIL_DOMAINS = [domain.lower() for domain in listed("EXPLICIET_MAIL_DOMAINS")]
MAIL = mail(os.environ.get("EXPLICIET_MAIL", ""), DATA)
EMAIL_BACKEND = MAIL.backend
EMAIL_FILE_PATH = MAIL.folder
EMAIL_HOST, EMAIL_PORT = MAIL.host, MAIL.port
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = MAIL.user, MAIL.password
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL.starts_tls, MAIL.is_tls
EMAIL_TIMEOUT = 20
DEFAULT_FROM_EMAIL = os.environ.get("EXPLICIET_MAIL_FROM") or (
    f"Expliciet <expliciet@{urlsplit(EXPLICIET_SITE).hostname or 'localhost'}>"
)

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [ROOM / "web" / "locale"]
FORMAT_MODULE_PATH = ["expliciet.web.formats"]
TIME_ZONE = "Europe/Amsterdam"

STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {"BACKEND": "expliciet.web.static_files.Storage"},
}

# Text handed to the Verslagcheck stays in memory, and there is a bound to it.
FILE_UPLOAD_HANDLERS = ["expliciet.web.upload.InMemory"]
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 300  # a contribution of forty lines has 180
DATA_UPLOAD_MAX_NUMBER_FILES = 1

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
        "object-src": [NONE],
    },
}
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CSRF_COOKIE_NAME = "__Host-csrf" if BEHIND_HTTPS else "csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = BEHIND_HTTPS
CSRF_FAILURE_VIEW = "expliciet.web.errors.forged"
if BEHIND_HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^health/"]
    SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"stderr": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        # Whoever failed to sign in stands in the trail, not by name in a log.
        "axes": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
    },
}
