"""The addresses of report in a study; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    charted,
    process,
    routes_report,  # noqa: F401
)

urlpatterns: list[URLPattern] = [
    path("<uuid:study>/verloop/", process.process, name="process"),
    path("<uuid:study>/verloop/tellen/", process.count, name="reconstruct"),
    path("<uuid:study>/verloop/<slug:slug>.svg", charted.picture, name="chart"),
]
