"""The addresses of one's own work; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import away, calendar, matter, reached, routes, tidings  # noqa: F401

app_name = "work"

urlpatterns: list[URLPattern] = [
    path("gezien/", tidings.seen, name="seen"),
    path("bereikbaar/", reached.reached, name="reached"),
    path("agenda/maken/", reached.make, name="make-calendar"),
    path("agenda/beeindigen/", reached.end, name="end-calendar"),
    path("agenda/<str:secret>.ics", calendar.calendar, name="calendar"),
    path("afwezig/", away.away, name="away"),
    path("afwezig/<uuid:pk>/terug/", away.back, name="back"),
    path("<uuid:pk>/<uuid:record>/", matter.matter, name="matter"),
]
