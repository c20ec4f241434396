"""The address of the open door."""

from django.urls import URLPattern, path

from . import picking, routes  # noqa: F401

app_name = "demo"

urlpatterns: list[URLPattern] = [path("", picking.pick, name="pick")]
