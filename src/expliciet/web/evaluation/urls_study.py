"""The addresses of studies; importing the routes classifies them."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
