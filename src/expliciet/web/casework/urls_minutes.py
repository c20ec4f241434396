"""The addresses of reading back, of minutes, and of what leaves of them on paper."""

from django.urls import URLPattern, path

from . import (
    minutes,
    minutes_deeds,
    minutes_paper,
    minutes_waits,  # noqa: F401  # enters what they ask
    read_back,
    routes_minutes,  # noqa: F401  # classifies them
    table_sheet,
)

ITEM = "<uuid:pk>/overleg/<uuid:item>/"
ONE = "<uuid:pk>/verslag/<uuid:record>/"

urlpatterns: list[URLPattern] = [
    path(f"{ITEM}teruglezen/", read_back.read_back, name="read-back"),
    path(ONE, minutes.one, name="minutes"),
    path(f"{ONE}tekst/", minutes_deeds.text, name="minutes-text"),
    path(f"{ONE}wijziging/<uuid:receipt>/", minutes_deeds.amend, name="amend"),
    path(f"{ONE}vaststellen/", minutes_deeds.stand, name="establish"),
    path(f"{ONE}pdf/", minutes_paper.pdf, name="minutes-pdf"),
    path(f"{ONE}docx/", minutes_paper.docx, name="minutes-docx"),
    path(f"{ITEM}tafelblad/", table_sheet.sheet, name="table-sheet"),
]
