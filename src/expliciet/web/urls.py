"""The addresses of the screens."""

from django.urls import URLPattern, URLResolver, include, path

from . import health, preferences
from .checking import minutes, opening

checking = [
    path("", minutes.check, name="minutes"),
    path("voorbeeld/", opening.repair, name="example"),
    path("word/", minutes.as_word, name="word"),
    path("uitleg/", opening.explain, name="explanation"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", opening.welcome, name="opening"),
    path("verslagcheck/", include((checking, "checking"))),
    path("taal/", preferences.language, name="language"),
    path("weergave/", preferences.scheme, name="scheme"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
]
