"""The addresses of rounds, of what is read together, and of the person's own view."""

from django.urls import URLPattern, path

from . import (
    asked_readings,  # noqa: F401  # enters what a round asks
    dissents,
    interpretations,
    interpreting,  # noqa: F401  # enters its part
    readings,
    rounds,
    routes_rounds,  # noqa: F401  # classifies them
    views,
)

A_ROUND = "<uuid:pk>/rondes/<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path("<uuid:pk>/rondes/nieuw/", rounds.begin_round, name="open-round"),
    path(A_ROUND, rounds.page, name="round"),
    path(f"{A_ROUND}lezen/", readings.write, name="reading"),
    path(f"{A_ROUND}onthullen/", rounds.open_all, name="reveal"),
    path(
        "<uuid:pk>/eigen-duiding/<uuid:record>/",
        readings.rewrite,
        name="rewrite-reading",
    ),
    path("<uuid:pk>/duiding/nieuw/", interpretations.add, name="interpret"),
    path(
        "<uuid:pk>/duiding/<uuid:record>/verbeteren/",
        interpretations.amend,
        name="correct-interpretation",
    ),
    path("<uuid:pk>/stuk/<uuid:record>/anders/", dissents.add, name="dissent"),
    path("<uuid:pk>/eigen-kijk/nieuw/", views.add, name="view"),
]
