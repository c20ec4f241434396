"""The addresses of what leaves of a whole dossier on paper."""

from django.urls import URLPattern, path

from . import (
    routes_papers,  # noqa: F401  # classifies them
    summary,
)

SUMMARY = "<uuid:pk>/samenvatting/"

urlpatterns: list[URLPattern] = [
    path(SUMMARY, summary.summary, name="summary"),
    path(f"{SUMMARY}pdf/", summary.pdf, name="summary-pdf"),
    path(f"{SUMMARY}docx/", summary.docx, name="summary-docx"),
]
