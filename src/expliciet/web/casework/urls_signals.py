"""The addresses of stall signals: at one table, and over all tables one leads."""

from django.urls import URLPattern, path

from . import (
    leaving_so,
    routes_signals,  # noqa: F401  # classifies them
    standing_still,
)

app_name = "signals"

urlpatterns: list[URLPattern] = [
    path("", standing_still.everywhere, name="everywhere"),
]
at_a_table: list[URLPattern] = [
    path("<uuid:pk>/signaal/<uuid:mark>/", leaving_so.leave, name="leave-so"),
]
