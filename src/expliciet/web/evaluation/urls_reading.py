"""The addresses of reading in a study; importing the routes classifies them."""

from django.urls import URLPattern

from . import routes_reading  # noqa: F401

urlpatterns: list[URLPattern] = []
