"""The addresses of learning in a study; importing the routes classifies them."""

from django.urls import URLPattern

from . import routes_learning  # noqa: F401

urlpatterns: list[URLPattern] = []
