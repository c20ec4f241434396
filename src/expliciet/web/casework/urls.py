"""The addresses of the work on a case; each group brings its own, and its rules."""

from django.urls import URLPattern

from . import (
    urls_attending,
    urls_conduct,
    urls_decide,
    urls_importing,
    urls_levels,
    urls_minutes,
    urls_papers,
    urls_picture,
    urls_rounds,
    urls_signals,
    urls_stuck,
    urls_together,
)

app_name = "casework"

urlpatterns: list[URLPattern] = [
    *urls_conduct.urlpatterns,
    *urls_attending.urlpatterns,
    *urls_minutes.urlpatterns,
    *urls_papers.urlpatterns,
    *urls_picture.urlpatterns,
    *urls_decide.urlpatterns,
    *urls_levels.urlpatterns,
    *urls_rounds.urlpatterns,
    *urls_together.urlpatterns,
    *urls_importing.urlpatterns,
    *urls_stuck.urlpatterns,
    *urls_signals.at_a_table,
]
