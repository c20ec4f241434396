"""The addresses of report in a study; importing the routes classifies them."""

from django.urls import URLPattern

from . import routes_report  # noqa: F401

urlpatterns: list[URLPattern] = []
