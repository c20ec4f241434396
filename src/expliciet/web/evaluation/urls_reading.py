"""The addresses of reading in a study; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    codebook,
    coding,
    comparing,
    dossier,
    reading,
    routes_reading,  # noqa: F401
)

READ, CODES = "<uuid:study>/lezen/", "<uuid:study>/codeboek/"
ONE, SIDE = f"{READ}<int:number>/", "<uuid:study>/vergelijken/"

urlpatterns: list[URLPattern] = [
    path(READ, reading.reading, name="reading"),
    path(ONE, dossier.dossier, name="dossier"),
    path(f"{ONE}coderen/", coding.code, name="code"),
    path(f"{ONE}coderen/<uuid:pk>/weg/", coding.uncode, name="uncode"),
    path(f"{ONE}memo/", coding.memo, name="memo"),
    path(f"{ONE}klaar/", coding.done, name="done"),
    path(CODES, codebook.codebook, name="codebook"),
    path(f"{CODES}nieuw/", codebook.add, name="code-add"),
    path(f"{CODES}inlezen/", codebook.take_in, name="code-import"),
    path(f"{CODES}<uuid:pk>/", codebook.change, name="code-change"),
    path(SIDE, comparing.comparing, name="comparing"),
    path(f"{SIDE}nu/", comparing.compare, name="compare"),
    path(f"{SIDE}<int:number>/<int:text>/<uuid:pk>/", comparing.settle, name="settle"),
]
