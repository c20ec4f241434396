"""The addresses of finding in a study; importing the routes classifies them."""

from django.urls import URLPattern

from . import routes_finding  # noqa: F401

urlpatterns: list[URLPattern] = []
