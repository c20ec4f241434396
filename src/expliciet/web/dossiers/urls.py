"""The addresses of dossiers; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (  # noqa: F401
    correcting,
    detail,
    listing,
    log,
    notes,
    purposes,
    records,
    routes,
    routes_table,
    search,
    urls_table,
    withdrawing,
)

app_name = "dossiers"

A_RECORD = "<uuid:pk>/stuk/<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path("", listing.listing, name="list"),
    *urls_table.urlpatterns,
    path("<uuid:pk>/", detail.detail, name="detail"),
    path("<uuid:pk>/doel/", purposes.state, name="purpose"),
    path("<uuid:pk>/zoeken/", search.search, name="search"),
    path("<uuid:pk>/logboek/", log.log, name="log"),
    path("<uuid:pk>/notitie/", notes.add, name="note"),
    path(A_RECORD, records.read, name="record"),
    path(f"{A_RECORD}verbeteren/", correcting.rewrite, name="correct"),
    path(f"{A_RECORD}intrekken/", withdrawing.take_back, name="withdraw"),
    path(f"{A_RECORD}meegeven/", withdrawing.hand_on, name="pass-on"),
]
