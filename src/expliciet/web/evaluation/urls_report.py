"""The addresses of report in a study; importing the routes classifies them."""

from django.urls import URLPattern, path

from . import (
    charted,
    exports,
    process,
    report,
    routes_report,  # noqa: F401
)

urlpatterns: list[URLPattern] = [
    path("<uuid:study>/verloop/", process.process, name="process"),
    path("<uuid:study>/verloop/tellen/", process.count, name="reconstruct"),
    path("<uuid:study>/verloop/<slug:slug>.svg", charted.picture, name="chart"),
    path("<uuid:study>/rapport/", report.report, name="report"),
    path("<uuid:study>/rapport/rapport.pdf", report.pdf, name="report-pdf"),
    path("<uuid:study>/rapport/rapport.docx", report.docx, name="report-docx"),
    path("<uuid:study>/rapport/codeboek.qdc", exports.codebook, name="codebook-qdc"),
    path("<uuid:study>/rapport/tabellen.zip", exports.export, name="export"),
]
