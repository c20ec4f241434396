"""The addresses of studies; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    deciding,
    ending,
    listing,
    masking,
    proposing,
    researchers,
    routes_study,  # noqa: F401
    study,
)

urlpatterns: list[URLPattern] = [
    path("", listing.listing, name="list"),
    path("voorstel/", proposing.propose, name="propose"),
    path("<uuid:study>/", study.one, name="study"),
    path("<uuid:study>/besluit/", deciding.decide, name="decide"),
    path("<uuid:study>/trekken/", deciding.draw, name="draw"),
    path("<uuid:study>/onderzoekers/", researchers.name, name="name-researcher"),
    path(
        "<uuid:study>/onderzoekers/<uuid:member>/einde/",
        researchers.let_go,
        name="let-go",
    ),
    path("<uuid:study>/einde/", ending.end, name="end"),
    path("<uuid:study>/vrijgeven/<uuid:pk>/", masking.mask, name="mask"),
    path("<uuid:study>/vrijgeven/<uuid:pk>/ja/", masking.release, name="release"),
    path("<uuid:study>/vrijgeven/<uuid:pk>/terug/", masking.back, name="take-back"),
]
