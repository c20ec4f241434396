"""How Django is set up here; everything that differs per place comes from outside.

==========================  ====================================================
EXPLICIET_DATA              folder for what is kept; default ``var``
EXPLICIET_SECRET_KEY        default: a key made on first run, in that folder
EXPLICIET_ALLOWED_HOSTS     names this is reached by, with commas in between
EXPLICIET_TRUSTED_ORIGINS   origins of forms, where a proxy changes host or port
EXPLICIET_DATABASE          ``postgresql://user:word@host/name``; default SQLite
EXPLICIET_HTTPS             1 when a proxy in front speaks HTTPS
EXPLICIET_DEBUG             1 on a developer's own machine only
==========================  ====================================================
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from .environment import database, listed, secret_key, switched_on

ROOM = Path(__file__).parent
DATA = Path(os.environ.get("EXPLICIET_DATA", "var")).absolute()

DEBUG = switched_on("EXPLICIET_DEBUG")
SECRET_KEY = os.environ.get("EXPLICIET_SECRET_KEY") or secret_key(DATA / "secret-key")
ALLOWED_HOSTS = listed("EXPLICIET_ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = listed("EXPLICIET_TRUSTED_ORIGINS")
BEHIND_HTTPS = switched_on("EXPLICIET_HTTPS")

DATABASES = {"default": database(os.environ.get("EXPLICIET_DATABASE", ""), DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "expliciet.web",
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
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

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
                "expliciet.web.context.house",
            ],
        },
    },
]
FORM_RENDERER = "expliciet.web.forms.Renderer"

LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
LANGUAGE_COOKIE_NAME = "taal"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = BEHIND_HTTPS
LANGUAGE_COOKIE_AGE = 365 * 24 * 60 * 60
LOCALE_PATHS = [ROOM / "web" / "locale"]
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
DATA_UPLOAD_MAX_NUMBER_FIELDS = 100
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
        "django": {"handlers": ["stderr"], "level": "WARNING", "propagate": False}
    },
}
