"""The address of taking over old minutes."""

from django.urls import URLPattern, path

from . import (
    asked_importing,  # noqa: F401  # enters what it asks
    importing,
    routes_importing,  # noqa: F401  # classifies it
)

urlpatterns: list[URLPattern] = [
    path("<uuid:pk>/oud-verslag/", importing.take_over, name="import"),
]
