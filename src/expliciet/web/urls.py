"""The addresses of the screens; importing the routes classifies them."""

from django.urls import URLPattern, URLResolver, include, path

from . import drafts, health, opening, preferences, routes  # noqa: F401
from .accounts import urls as accounts
from .checking import minutes
from .checking import opening as example
from .work import mirror

checking = [
    path("", minutes.check, name="minutes"),
    path("voorbeeld/", example.repair, name="example"),
    path("word/", minutes.as_word, name="word"),
    path("uitleg/", example.explain, name="explanation"),
]
mirrored = [
    path("", mirror.look, name="look"),
    path("<uuid:organisation>/", mirror.look, name="of"),
]
typing = [
    path("", drafts.keep, name="keep"),
    path("weg/", drafts.drop, name="drop"),
]

urlpatterns: list[URLPattern | URLResolver] = [
    path("", opening.first_page, name="opening"),
    path("verslagcheck/", include((checking, "checking"))),
    path("dossiers/", include("expliciet.web.dossiers.urls")),
    path("dossiers/", include("expliciet.web.casework.urls")),
    path("overleggen/", include("expliciet.web.meetings.urls")),
    path("evaluatie/", include("expliciet.web.evaluation.urls")),
    path("afspraken/", include("expliciet.web.casework.urls_agreements")),
    path("signalen/", include("expliciet.web.casework.urls_signals")),
    path("", include("expliciet.web.house.urls")),
    path("werk/", include("expliciet.web.work.urls")),
    path("", include("expliciet.web.guests.urls")),
    path("spiegel/", include((mirrored, "mirror"))),
    path("demo/", include("expliciet.web.demo.urls")),
    path("", include("expliciet.web.accounts.urls")),
    *accounts.KNOWN_TO_ALLAUTH,
    path("concept/", include((typing, "drafts"))),
    path("taal/", preferences.language, name="language"),
    path("weergave/", preferences.scheme, name="scheme"),
    path("health/live", health.live, name="live"),
    path("health/ready", health.ready, name="ready"),
]
