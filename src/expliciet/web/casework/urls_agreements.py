"""The address of all open agreements, over the dossiers in which one sits."""

from django.urls import URLPattern, path

from . import open_agreements

app_name = "agreements"

urlpatterns: list[URLPattern] = [
    path("", open_agreements.listed, name="open"),
]
